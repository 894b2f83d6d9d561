package cn.hotline.gateway.signin;

import java.net.InetSocketAddress;
import java.net.URI;
import java.util.List;
import org.springframework.http.HttpHeaders;
import org.springframework.http.server.reactive.ServerHttpRequest;

/** What a request says of where it comes from and where it was sent, and how much of it is believed. */
public final class Edge {

    static final String FORWARDED_FOR = "X-Forwarded-For";

    private static final List<String> SAID_BY_ANYBODY = List.of(
            FORWARDED_FOR,
            "Forwarded",
            "X-Forwarded-Host",
            "X-Forwarded-Port",
            "X-Forwarded-Proto",
            "X-Forwarded-Prefix",
            "X-Forwarded-Ssl",
            "X-Real-IP");

    private final SignInProperties settings;

    public Edge(SignInProperties settings) {
        this.settings = settings;
    }

    /** The address of whoever asks, as our own outermost proxy saw it. */
    public String address(ServerHttpRequest request) {
        List<String> named = request.getHeaders().getValuesAsList(FORWARDED_FOR);
        if (settings.proxies() > 0 && named.size() >= settings.proxies()) {
            return named.get(named.size() - settings.proxies());
        }
        InetSocketAddress remote = request.getRemoteAddress();
        return remote == null || remote.getAddress() == null
                ? "unknown"
                : remote.getAddress().getHostAddress();
    }

    /** Scheme, host and port as the browser sees them. */
    URI origin(ServerHttpRequest request) {
        if (settings.origin() != null) {
            return settings.origin();
        }
        URI asked = request.getURI();
        return URI.create(asked.getScheme() + "://" + asked.getAuthority());
    }

    boolean isSecure(ServerHttpRequest request) {
        return "https".equals(origin(request).getScheme());
    }

    /** Of a request on its way to a service: leaves one address, ours, of all that was said about where it comes from. */
    HttpHeaders told(HttpHeaders headers, ServerHttpRequest request) {
        HttpHeaders told = new HttpHeaders();
        told.addAll(headers);
        SAID_BY_ANYBODY.forEach(told::remove);
        told.set(FORWARDED_FOR, address(request));
        return told;
    }
}
