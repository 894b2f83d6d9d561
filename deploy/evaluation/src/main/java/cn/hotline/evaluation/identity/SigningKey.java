package cn.hotline.evaluation.identity;

import cn.hotline.gateway.signin.Seal;
import com.mongodb.reactivestreams.client.MongoCollection;
import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.jwk.KeyUse;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.text.ParseException;
import org.bson.Document;
import org.bson.types.Binary;
import reactor.core.publisher.Mono;

/** The key that signs tokens: made once, kept encrypted in the store, so that tokens outlive a restart. */
final class SigningKey {

    private static final String PLACE = "signing-key";
    private static final int BITS = 2048;

    private SigningKey() {}

    /** The stored one; a new one when there is none, or it was sealed with a key that has been lost. */
    static RSAKey of(MongoCollection<Document> keys, Seal seal) {
        Document stored =
                Mono.from(keys.find(new Document("_id", PLACE)).first()).block();
        if (stored != null) {
            try {
                byte[] json = seal.open(stored.get("sealed", Binary.class).getData(), PLACE);
                return RSAKey.parse(new String(json, StandardCharsets.UTF_8));
            } catch (GeneralSecurityException otherSeal) {
                Mono.from(keys.deleteOne(new Document("_id", PLACE))).block();
            } catch (ParseException impossible) {
                throw new IllegalStateException(impossible);
            }
        }
        RSAKey made = made();
        byte[] sealed = seal.close(made.toJSONString().getBytes(StandardCharsets.UTF_8), PLACE);
        Mono.from(keys.insertOne(new Document("_id", PLACE).append("sealed", new Binary(sealed))))
                .block();
        return made;
    }

    private static RSAKey made() {
        try {
            return new RSAKeyGenerator(BITS)
                    .keyUse(KeyUse.SIGNATURE)
                    .algorithm(JWSAlgorithm.RS256)
                    .keyIDFromThumbprint(true)
                    .generate();
        } catch (JOSEException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
