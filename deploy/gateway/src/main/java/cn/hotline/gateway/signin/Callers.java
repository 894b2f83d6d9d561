package cn.hotline.gateway.signin;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Clock;
import java.time.Duration;
import org.springframework.http.HttpHeaders;
import org.springframework.http.server.reactive.ServerHttpRequest;
import reactor.core.publisher.Mono;

/** Who asks, as far as the gateway needs to know it: for counting, not for deciding what they may. */
public final class Callers {

    private static final String BEARER = "Bearer ";
    private static final long MOST_TOKENS = 10_000;
    private static final Duration KNOWN_FOR = Duration.ofMinutes(10);
    private static final int LONGEST_TOKEN = 8_000;

    private final Edge edge;
    private final Provider provider;
    private final Clock clock;
    private final Cache<String, Provider.Verified> known = Caffeine.newBuilder()
            .maximumSize(MOST_TOKENS)
            .expireAfterWrite(KNOWN_FOR)
            .build();

    Callers(Edge edge, Provider provider, Clock clock) {
        this.edge = edge;
        this.provider = provider;
        this.clock = clock;
    }

    /** Where they ask from. */
    public String address(ServerHttpRequest request) {
        return edge.address(request);
    }

    /** Whose token they show; empty without a good one. Its signature is looked at once, not with every request. */
    public Mono<String> account(ServerHttpRequest request) {
        String shown = request.getHeaders().getFirst(HttpHeaders.AUTHORIZATION);
        if (shown == null || !shown.startsWith(BEARER) || shown.length() > LONGEST_TOKEN) {
            return Mono.empty();
        }
        String token = shown.substring(BEARER.length());
        Provider.Verified before = known.getIfPresent(token);
        return before == null
                ? provider.verified(token)
                        .doOnNext(verified -> known.put(token, verified))
                        .map(Provider.Verified::account)
                : before.isGoodAt(clock.instant()) ? Mono.just(before.account()) : Mono.empty();
    }
}
