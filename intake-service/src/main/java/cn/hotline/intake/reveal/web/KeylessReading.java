package cn.hotline.intake.reveal.web;

import org.springframework.core.Ordered;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.WebFilter;
import org.springframework.web.server.WebFilterChain;
import reactor.core.publisher.Mono;

/**
 * What only reads keeps no answer: an {@code Idempotency-Key} is left out of account, or the store would hold in plain
 * what was shown, or a hash of the number that was asked for.
 */
final class KeylessReading implements WebFilter, Ordered {

    private static final String KEY = "Idempotency-Key";

    /** Before the edge that looks at the key. */
    @Override
    public int getOrder() {
        return Ordered.HIGHEST_PRECEDENCE + 10;
    }

    @Override
    public Mono<Void> filter(ServerWebExchange exchange, WebFilterChain chain) {
        String path = exchange.getRequest().getPath().pathWithinApplication().value();
        boolean reads = path.endsWith("/reveals") || path.endsWith("/caller-lookups") || path.startsWith("/public/");
        return chain.filter(
                reads && exchange.getRequest().getHeaders().containsHeader(KEY) ? keyless(exchange) : exchange);
    }

    private static ServerWebExchange keyless(ServerWebExchange exchange) {
        return exchange.mutate()
                .request(request -> request.headers(headers -> headers.remove(KEY)))
                .build();
    }
}
