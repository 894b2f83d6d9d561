package cn.hotline.intake.callers.mongo;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.in;
import static com.mongodb.client.model.Updates.combine;
import static com.mongodb.client.model.Updates.setOnInsert;

import cn.hotline.chassis.Cause;
import cn.hotline.chassis.mongo.DocumentStore;
import cn.hotline.intake.callers.Callers;
import cn.hotline.intake.callers.KnownCaller;
import cn.hotline.intake.callers.keys.KeyRing;
import cn.hotline.intake.callers.keys.Keys;
import cn.hotline.intake.callers.model.PhoneNumber;
import com.mongodb.client.model.FindOneAndUpdateOptions;
import com.mongodb.client.model.IndexModel;
import com.mongodb.client.model.Indexes;
import com.mongodb.client.model.ReturnDocument;
import com.mongodb.reactivestreams.client.MongoCollection;
import java.util.List;
import java.util.UUID;
import org.bson.BsonDocument;
import org.bson.conversions.Bson;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

/**
 * Callers in collection {@code callers}: {@code {_id, tenant, token, wrappedBy, key, phone}}.
 *
 * <p>The {@code _id} is tenant, key id and keyed hash of the number (without a number: the token), so that one number is
 * one caller without any index that could not be sharded, and a caller is found or made known in one write. While keys
 * are renewed a number is looked for under the older ones too.
 */
public final class MongoCallers implements Callers {

    private static final FindOneAndUpdateOptions UPSERT =
            new FindOneAndUpdateOptions().upsert(true).returnDocument(ReturnDocument.AFTER);

    private final MongoCollection<BsonDocument> callers;
    private final KeyRing ring;

    public MongoCallers(DocumentStore<?> store, KeyRing ring) {
        this.callers = store.collection(
                SealedCaller.COLLECTION, List.of(new IndexModel(Indexes.ascending("tenant", "token"))));
        this.ring = ring;
    }

    @Override
    public Mono<KnownCaller> known(PhoneNumber phone) {
        Keys keys = ring.keys();
        return keys.holdsOlder()
                ? stored(phone, keys).switchIfEmpty(Mono.defer(() -> madeKnown(phone, keys)))
                : madeKnown(phone, keys);
    }

    @Override
    public Mono<KnownCaller> unnumbered() {
        return Cause.current().flatMap(cause -> upserted(cause, null, ring.keys()));
    }

    @Override
    public Mono<String> find(PhoneNumber phone) {
        return stored(phone, ring.keys()).map(KnownCaller::token);
    }

    @Override
    public Mono<KnownCaller> of(String token) {
        return Cause.current()
                .flatMap(cause -> Mono.from(callers.find(mine(cause, token)).limit(1)))
                .map(this::open);
    }

    @Override
    public Mono<Boolean> forget(String token) {
        return Cause.current()
                .flatMap(cause -> Mono.from(callers.deleteMany(mine(cause, token))))
                .map(deleted -> deleted.getDeletedCount() > 0);
    }

    private Mono<KnownCaller> stored(PhoneNumber phone, Keys keys) {
        return Cause.current()
                .flatMap(cause -> Mono.from(callers.find(in(
                                "_id",
                                keys.hashes(phone).stream()
                                        .map(hash -> SealedCaller.id(cause.tenant(), hash))
                                        .toList()))
                        .limit(1)))
                .map(this::open);
    }

    private Mono<KnownCaller> madeKnown(PhoneNumber phone, Keys keys) {
        return Cause.current().flatMap(cause -> upserted(cause, phone, keys));
    }

    /** Whoever is first brings the key; all others find it. */
    private Mono<KnownCaller> upserted(Cause cause, @Nullable PhoneNumber phone, Keys keys) {
        BsonDocument fresh = SealedCaller.fresh(cause.tenant(), "c-" + UUID.randomUUID(), phone, keys);
        List<Bson> parts = fresh.entrySet().stream()
                .filter(part -> !part.getKey().equals("_id"))
                .map(part -> setOnInsert(part.getKey(), part.getValue()))
                .toList();
        return Mono.from(callers.findOneAndUpdate(eq("_id", fresh.get("_id")), combine(parts), UPSERT))
                .map(this::open);
    }

    /** With the keys of this moment: while they are renewed, a document may be under newer ones than were in force before. */
    private KnownCaller open(BsonDocument document) {
        return SealedCaller.open(document, ring.keys());
    }

    private static Bson mine(Cause cause, String token) {
        return and(eq("tenant", cause.tenant()), eq("token", token));
    }
}
