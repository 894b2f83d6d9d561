package cn.hotline.access.web;

import java.net.InetSocketAddress;
import java.util.List;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.security.web.server.util.matcher.IpAddressServerWebExchangeMatcher;
import org.springframework.security.web.server.util.matcher.OrServerWebExchangeMatcher;
import org.springframework.security.web.server.util.matcher.ServerWebExchangeMatcher;
import org.springframework.security.web.server.util.matcher.ServerWebExchangeMatcher.MatchResult;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;

/** Where a request comes from. Only a gateway is believed when it says that it asks for somebody else. */
public final class Origin {

    private static final String FORWARDED_FOR = "X-Forwarded-For";

    private final ServerWebExchangeMatcher gateways;

    /** @param gateways addresses or ranges */
    public Origin(List<String> gateways) {
        this.gateways = new OrServerWebExchangeMatcher(gateways.stream()
                .<ServerWebExchangeMatcher>map(IpAddressServerWebExchangeMatcher::new)
                .toList());
    }

    /** The address the gateway saw; without a gateway, the one the connection comes from. */
    public Mono<String> address(ServerWebExchange exchange) {
        ServerHttpRequest request = exchange.getRequest();
        List<String> forwarded = request.getHeaders().getOrEmpty(FORWARDED_FOR);
        if (forwarded.isEmpty()) {
            return Mono.just(connected(request));
        }
        return gateways.matches(exchange)
                .map(MatchResult::isMatch)
                .map(believed -> believed ? last(forwarded) : connected(request));
    }

    /** From this very machine, and not on behalf of anybody. */
    static boolean isNear(ServerWebExchange exchange) {
        InetSocketAddress remote = exchange.getRequest().getRemoteAddress();
        return remote != null
                && remote.getAddress() != null
                && remote.getAddress().isLoopbackAddress()
                && !exchange.getRequest().getHeaders().containsHeader(FORWARDED_FOR);
    }

    private static String connected(ServerHttpRequest request) {
        InetSocketAddress remote = request.getRemoteAddress();
        return remote == null || remote.getAddress() == null
                ? "unknown"
                : remote.getAddress().getHostAddress();
    }

    /** What stands last was added by the gateway itself; what stands before came from outside. */
    private static String last(List<String> forwarded) {
        String header = forwarded.get(forwarded.size() - 1);
        String address = header.substring(header.lastIndexOf(',') + 1).strip();
        return address.matches("[0-9A-Fa-f.:\\[\\]]{2,50}") ? address : "unknown";
    }
}
