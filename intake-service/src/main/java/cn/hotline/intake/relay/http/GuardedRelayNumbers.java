package cn.hotline.intake.relay.http;

import cn.hotline.intake.callers.model.PhoneNumber;
import cn.hotline.intake.relay.RelayNumbers;
import cn.hotline.intake.relay.model.RelayCall;
import io.github.resilience4j.circuitbreaker.CircuitBreaker;
import io.github.resilience4j.reactor.circuitbreaker.operator.CircuitBreakerOperator;
import io.github.resilience4j.reactor.timelimiter.TimeLimiterOperator;
import io.github.resilience4j.timelimiter.TimeLimiter;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

/** An exchange that is not ours: given up on when it is slow, left alone for a while when it fails. */
public final class GuardedRelayNumbers implements RelayNumbers {

    /** How long after a failure a caller may be seen instead: until somebody has tried again. */
    private static final Duration REMEMBERED = Duration.ofMinutes(5);

    private final RelayNumbers exchange;
    private final CircuitBreaker breaker;
    private final TimeLimiter limiter;
    private final Clock clock;
    private volatile @Nullable Instant failedAt;

    public GuardedRelayNumbers(RelayNumbers exchange, CircuitBreaker breaker, TimeLimiter limiter, Clock clock) {
        this.exchange = exchange;
        this.breaker = breaker;
        this.limiter = limiter;
        this.clock = clock;
    }

    @Override
    public Mono<Lent> bind(PhoneNumber caller, Instant until) {
        return guarded(exchange.bind(caller, until))
                .doOnNext(lent -> failedAt = null)
                .doOnError(failed -> failedAt = clock.instant());
    }

    @Override
    public Mono<List<RelayCall>> calls(String binding) {
        return guarded(exchange.calls(binding));
    }

    /** Whether somebody was refused a number just now. */
    public boolean isDown() {
        Instant failed = failedAt;
        return failed != null && clock.instant().isBefore(failed.plus(REMEMBERED));
    }

    private <T> Mono<T> guarded(Mono<T> asked) {
        return asked.transformDeferred(TimeLimiterOperator.of(limiter))
                .transformDeferred(CircuitBreakerOperator.of(breaker));
    }
}
