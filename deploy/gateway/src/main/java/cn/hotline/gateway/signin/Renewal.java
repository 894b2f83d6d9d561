package cn.hotline.gateway.signin;

import cn.hotline.gateway.GatewayRefusal;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import reactor.core.publisher.Mono;
import reactor.util.retry.Retry;

/**
 * Fetches a new access token before the old one ends: once, however many requests or gateways want it. While the
 * provider does not answer, the old one serves to its end.
 */
final class Renewal {

    private static final Logger LOG = LoggerFactory.getLogger(Renewal.class);

    private static final Duration BEFORE_THE_END = Duration.ofMinutes(5);

    /** How long one request has for renewing; then the next may try. Also the pause after a failure. */
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private static final Duration LOOK_AGAIN_AFTER = Duration.ofMillis(50);

    private final Provider provider;
    private final Sessions sessions;
    private final Clock clock;

    Renewal(Provider provider, Sessions sessions, Clock clock) {
        this.provider = provider;
        this.sessions = sessions;
        this.clock = clock;
    }

    /** The session with a token that is good; empty when it cannot go on. */
    Mono<Sessions.Kept> fresh(Sessions.Kept kept) {
        Instant until = kept.session().accessUntil();
        Instant now = clock.instant();
        if (now.isBefore(until.minus(BEFORE_THE_END))) {
            return Mono.just(kept);
        }
        if (kept.session().refreshToken() == null) {
            return now.isBefore(until) ? Mono.just(kept) : Mono.empty();
        }
        return sessions.claim(kept, PATIENCE)
                .flatMap(ours -> ours ? renewed(kept) : now.isBefore(until) ? Mono.just(kept) : others(kept));
    }

    private Mono<Sessions.Kept> renewed(Sessions.Kept kept) {
        return provider.renewed(kept.session())
                .timeout(PATIENCE)
                .flatMap(renewed -> sessions.replace(kept, renewed))
                .onErrorResume(failure -> Provider.hasRefused(failure) ? ended(kept) : oldOne(kept, failure));
    }

    /** The provider has ended it: signed out elsewhere, or no longer employed. */
    private Mono<Sessions.Kept> ended(Sessions.Kept kept) {
        LOG.info(
                "The session of {} was not renewed by the provider",
                kept.session().account());
        return sessions.close(kept).then(Mono.empty());
    }

    private Mono<Sessions.Kept> oldOne(Sessions.Kept kept, Throwable failure) {
        LOG.warn("The provider did not renew a token: {}", failure.toString());
        return clock.instant().isBefore(kept.session().accessUntil())
                ? Mono.just(kept)
                : Mono.error(GatewayRefusal.signInAway());
    }

    /** Somebody else is at it: their result, when it is there. */
    private Mono<Sessions.Kept> others(Sessions.Kept kept) {
        return sessions.again(kept)
                .flatMap(now -> now.version() > kept.version() ? Mono.just(now) : Mono.error(new NotYet()))
                .retryWhen(Retry.fixedDelay(PATIENCE.dividedBy(LOOK_AGAIN_AFTER), LOOK_AGAIN_AFTER)
                        .filter(NotYet.class::isInstance)
                        .onRetryExhaustedThrow((retry, last) -> GatewayRefusal.signInAway()));
    }

    private static final class NotYet extends RuntimeException {

        private static final long serialVersionUID = 1L;

        NotYet() {
            super(null, null, false, false);
        }
    }
}
