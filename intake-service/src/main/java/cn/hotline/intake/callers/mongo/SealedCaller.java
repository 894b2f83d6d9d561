package cn.hotline.intake.callers.mongo;

import cn.hotline.intake.callers.KnownCaller;
import cn.hotline.intake.callers.keys.Keys;
import cn.hotline.intake.callers.model.Ciphertext;
import cn.hotline.intake.callers.model.PhoneNumber;
import cn.hotline.intake.callers.model.Seal;
import org.bson.BsonBinary;
import org.bson.BsonDocument;
import org.bson.BsonInt32;
import org.bson.BsonString;
import org.jspecify.annotations.Nullable;

/** A caller as a document: the data key wrapped for its token, the number closed with the data key. */
final class SealedCaller {

    static final String COLLECTION = "callers";

    private SealedCaller() {}

    /** @param hash of the number; the token of who has none */
    static String id(String tenant, String hash) {
        return tenant + ":" + hash;
    }

    static BsonDocument fresh(String tenant, String token, @Nullable PhoneNumber phone, Keys keys) {
        byte[] dataKey = Keys.dataKey();
        BsonDocument caller = new BsonDocument(
                        "_id", new BsonString(id(tenant, phone == null ? token : keys.hash(phone))))
                .append("tenant", new BsonString(tenant))
                .append("token", new BsonString(token))
                .append("wrappedBy", new BsonInt32(keys.wrappingId()))
                .append("key", new BsonBinary(keys.wrap(dataKey, token)));
        if (phone != null) {
            byte[] closed =
                    Keys.seal(dataKey).close(place(token), phone.value()).value();
            caller.append("phone", new BsonBinary(closed));
        }
        return caller;
    }

    static KnownCaller open(BsonDocument caller, Keys keys) {
        String token = caller.getString("token").getValue();
        Seal seal = Keys.seal(keys.unwrap(caller.getBinary("key").getData(), token));
        return new KnownCaller(token, seal, phone(caller, token, seal));
    }

    /** The same caller under the keys in force; an equal document when it is already. */
    static BsonDocument renewed(BsonDocument caller, Keys keys) {
        String token = caller.getString("token").getValue();
        byte[] dataKey = keys.unwrap(caller.getBinary("key").getData(), token);
        PhoneNumber phone = phone(caller, token, Keys.seal(dataKey));
        BsonDocument renewed = caller.clone();
        if (phone != null && !isByToken(caller)) {
            renewed.append("_id", new BsonString(id(caller.getString("tenant").getValue(), keys.hash(phone))));
        }
        if (caller.getInt32("wrappedBy").getValue() != keys.wrappingId()) {
            renewed.append("wrappedBy", new BsonInt32(keys.wrappingId()))
                    .append("key", new BsonBinary(keys.wrap(dataKey, token)));
        }
        return renewed;
    }

    /** The same caller under their token: known to their tickets, and no longer by their number. */
    static BsonDocument byToken(BsonDocument caller) {
        return caller.clone().append("_id", new BsonString(tokenId(caller)));
    }

    private static boolean isByToken(BsonDocument caller) {
        return caller.getString("_id").getValue().equals(tokenId(caller));
    }

    private static String tokenId(BsonDocument caller) {
        return id(
                caller.getString("tenant").getValue(), caller.getString("token").getValue());
    }

    private static @Nullable PhoneNumber phone(BsonDocument caller, String token, Seal seal) {
        return caller.containsKey("phone")
                ? new PhoneNumber(seal.open(
                        place(token), new Ciphertext(caller.getBinary("phone").getData())))
                : null;
    }

    private static String place(String token) {
        return token + "/phone";
    }
}
