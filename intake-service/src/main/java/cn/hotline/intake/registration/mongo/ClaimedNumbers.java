package cn.hotline.intake.registration.mongo;

import cn.hotline.chassis.Cause;
import cn.hotline.chassis.mongo.Claims;
import cn.hotline.intake.registration.Ownership;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

/** Ownership as claims: for ever on a channel's message, as long as idempotency keys last on a command. */
public final class ClaimedNumbers implements Ownership {

    private final Claims claims;

    public ClaimedNumbers(Claims claims) {
        this.claims = claims;
    }

    @Override
    public Mono<String> ofMessage(String channel, String externalId, String proposed) {
        return claims.claim("ext:" + channel + ":" + externalId, proposed);
    }

    @Override
    public Mono<String> ofCommand(String proposed) {
        return Cause.current().flatMap(cause -> ofKey(cause.commandKey(), proposed));
    }

    private Mono<String> ofKey(@Nullable String key, String proposed) {
        return key == null
                ? Mono.just(proposed)
                : claims.claimForAWhile("number:" + key, proposed)
                        .map(claim -> claim.getString("owner").getValue());
    }
}
