package cn.hotline.routing.notice.http;

import cn.hotline.routing.notice.NoticeChannel;
import io.github.resilience4j.circuitbreaker.CircuitBreaker;
import io.github.resilience4j.reactor.circuitbreaker.operator.CircuitBreakerOperator;
import io.github.resilience4j.reactor.retry.RetryOperator;
import io.github.resilience4j.reactor.timelimiter.TimeLimiterOperator;
import io.github.resilience4j.retry.Retry;
import io.github.resilience4j.timelimiter.TimeLimiter;
import reactor.core.publisher.Mono;

/**
 * A provider that is not ours: given up on when it is slow, asked again a few times at uneven distances, left alone for a
 * while when it goes on failing.
 */
public final class GuardedChannel implements NoticeChannel {

    private final NoticeChannel provider;
    private final TimeLimiter limiter;
    private final Retry retry;
    private final CircuitBreaker breaker;

    public GuardedChannel(NoticeChannel provider, TimeLimiter limiter, Retry retry, CircuitBreaker breaker) {
        this.provider = provider;
        this.limiter = limiter;
        this.retry = retry;
        this.breaker = breaker;
    }

    @Override
    public Mono<Void> send(Message message) {
        return Mono.defer(() -> provider.send(message))
                .transformDeferred(TimeLimiterOperator.of(limiter))
                .transformDeferred(CircuitBreakerOperator.of(breaker))
                .transformDeferred(RetryOperator.of(retry));
    }
}
