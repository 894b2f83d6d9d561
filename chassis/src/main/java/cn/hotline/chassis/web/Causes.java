package cn.hotline.chassis.web;

import cn.hotline.chassis.Cause;
import org.jspecify.annotations.Nullable;
import org.springframework.core.Ordered;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.WebFilter;
import org.springframework.web.server.WebFilterChain;
import reactor.core.publisher.Mono;

/** Says at the HTTP edge for whom and on whose command everything behind it happens. */
public final class Causes implements WebFilter, Ordered {

    private final String tenant;

    public Causes(String tenant) {
        this.tenant = tenant;
    }

    @Override
    public int getOrder() {
        return Ordered.HIGHEST_PRECEDENCE + 10;
    }

    @Override
    public Mono<Void> filter(ServerWebExchange exchange, WebFilterChain chain) {
        String key = IdempotencyKeys.keyOf(exchange);
        Cause cause = Cause.command(
                tenant,
                "anonymous",
                key == null ? null : IdempotencyKeys.thing(exchange, key),
                exchange.getRequest().getHeaders().getFirst("traceparent"));
        return chain.filter(exchange).contextWrite(cause.context());
    }

    /** Nobody signs in yet, so every command is of the same account. */
    static @Nullable String account(ServerWebExchange exchange) {
        return "anonymous";
    }
}
