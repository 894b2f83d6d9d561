package cn.hotline.gateway;

import cn.hotline.gateway.signin.Callers;
import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.github.resilience4j.ratelimiter.RateLimiter;
import io.github.resilience4j.ratelimiter.RateLimiterConfig;
import java.time.Duration;
import org.springframework.http.HttpMethod;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.WebFilter;
import org.springframework.web.server.WebFilterChain;
import reactor.core.publisher.Mono;

/**
 * How much one client may ask in a second: a program by its account once its token has proved good, everybody else by
 * their address. A token that proves nothing counts for the address, so that inventing tokens gains nothing.
 */
final class RateLimits implements WebFilter {

    private static final Duration SECOND = Duration.ofSeconds(1);
    private static final Duration FORGOTTEN_AFTER = Duration.ofMinutes(1);
    private static final long MOST_CLIENTS = 20_000;

    private final Callers callers;
    private final Cache<String, RateLimiter> limiters = Caffeine.newBuilder()
            .maximumSize(MOST_CLIENTS)
            .expireAfterAccess(FORGOTTEN_AFTER)
            .build();
    private final RateLimiterConfig client;
    private final RateLimiterConfig address;
    private final RateLimiterConfig signIn;
    private final RateLimiterConfig open;

    RateLimits(Callers callers, GatewayProperties.Limits limits) {
        this.callers = callers;
        this.client = perSecond(limits.client());
        this.address = perSecond(limits.address());
        this.signIn = perSecond(limits.signIn());
        this.open = perSecond(limits.open());
    }

    private static RateLimiterConfig perSecond(int requests) {
        return RateLimiterConfig.custom()
                .limitForPeriod(requests)
                .limitRefreshPeriod(SECOND)
                .timeoutDuration(Duration.ZERO)
                .build();
    }

    @Override
    public Mono<Void> filter(ServerWebExchange exchange, WebFilterChain chain) {
        ServerHttpRequest request = exchange.getRequest();
        String from = callers.address(request);
        String path = request.getPath().pathWithinApplication().value();
        if (path.startsWith("/intake/public/")) {
            return onward(exchange, chain, isWithin("open " + from, open));
        }
        if (path.startsWith("/idp/") && request.getMethod() == HttpMethod.POST) {
            return onward(exchange, chain, isWithin("sign-in " + from, signIn));
        }
        return callers.account(request)
                .map(account -> isWithin("client " + account, client))
                .switchIfEmpty(Mono.fromSupplier(() -> isWithin("address " + from, address)))
                .flatMap(within -> onward(exchange, chain, within));
    }

    private boolean isWithin(String who, RateLimiterConfig limit) {
        return limiters.get(who, name -> RateLimiter.of(name, limit)).acquirePermission();
    }

    private static Mono<Void> onward(ServerWebExchange exchange, WebFilterChain chain, boolean within) {
        return within ? chain.filter(exchange) : Mono.error(GatewayRefusal.tooMany());
    }
}
