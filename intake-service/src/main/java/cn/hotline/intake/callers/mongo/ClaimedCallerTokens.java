package cn.hotline.intake.callers.mongo;

import static java.nio.charset.StandardCharsets.UTF_8;

import cn.hotline.chassis.mongo.Claims;
import cn.hotline.intake.callers.CallerTokens;
import cn.hotline.intake.callers.model.PhoneNumber;
import java.security.GeneralSecurityException;
import java.util.HexFormat;
import java.util.UUID;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import reactor.core.publisher.Mono;

/**
 * Caller tokens as claims on the keyed hash of the number. The token is random: it says nothing about the number even
 * to who has the key.
 */
public final class ClaimedCallerTokens implements CallerTokens {

    private static final String ALGORITHM = "HmacSHA256";

    private final Claims claims;
    private final SecretKeySpec key;

    public ClaimedCallerTokens(Claims claims, String key) {
        this.claims = claims;
        this.key = new SecretKeySpec(key.getBytes(UTF_8), ALGORITHM);
    }

    @Override
    public Mono<String> tokenOf(PhoneNumber phone) {
        return claims.claim(thing(phone), "c-" + UUID.randomUUID());
    }

    @Override
    public Mono<String> find(PhoneNumber phone) {
        return claims.ownerOf(thing(phone));
    }

    private String thing(PhoneNumber phone) {
        try {
            Mac mac = Mac.getInstance(ALGORITHM);
            mac.init(key);
            return "caller:"
                    + HexFormat.of().formatHex(mac.doFinal(phone.value().getBytes(UTF_8)));
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
