package cn.hotline.intake.callers.mongo;

import static java.nio.charset.StandardCharsets.UTF_8;

import cn.hotline.chassis.mongo.Claims;
import cn.hotline.intake.callers.CallerTokens;
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

    private final Claims claims;
    private final SecretKeySpec key;

    public ClaimedCallerTokens(Claims claims, String key) {
        this.claims = claims;
        this.key = new SecretKeySpec(key.getBytes(UTF_8), "HmacSHA256");
    }

    @Override
    public Mono<String> tokenOf(String phone) {
        return claims.claim("caller:" + keyedHash(phone), "c-" + UUID.randomUUID());
    }

    private String keyedHash(String phone) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(key);
            return HexFormat.of().formatHex(mac.doFinal(phone.getBytes(UTF_8)));
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
