package cn.hotline.gateway.signin;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpCookie;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseCookie;
import org.springframework.web.server.ServerWebExchange;

/**
 * The gateway's three cookies. Over TLS their names begin with {@code __Host-}, so that no neighbouring host can set
 * them.
 */
final class Cookies {

    private static final String SESSION = "hotline-session";
    private static final String ATTEMPT = "hotline-sign-in";

    /** Read by our pages' script and sent back with every write; see {@code ui-kit}'s {@code csrf.js}. */
    private static final String PROOF = "hotline-proof";

    private final Edge edge;

    Cookies(Edge edge) {
        this.edge = edge;
    }

    @Nullable
    String session(ServerWebExchange exchange) {
        return value(exchange, SESSION);
    }

    @Nullable
    String attempt(ServerWebExchange exchange) {
        return value(exchange, ATTEMPT);
    }

    void setSession(ServerWebExchange exchange, String cookie, String proof) {
        set(exchange, SESSION, cookie, true, null);
        set(exchange, PROOF, proof, false, null);
    }

    void setAttempt(ServerWebExchange exchange, String sealed, Duration lifetime) {
        set(exchange, ATTEMPT, sealed, true, lifetime);
    }

    void removeSession(ServerWebExchange exchange) {
        set(exchange, SESSION, "", true, Duration.ZERO);
        set(exchange, PROOF, "", false, Duration.ZERO);
    }

    void removeAttempt(ServerWebExchange exchange) {
        set(exchange, ATTEMPT, "", true, Duration.ZERO);
    }

    /** Of a request on its way to the identity provider: its own cookies only. */
    static void keepOthers(HttpHeaders headers) {
        List<String> kept = new ArrayList<>();
        for (String header : headers.getOrEmpty(HttpHeaders.COOKIE)) {
            for (String pair : header.split(";")) {
                if (!pair.strip()
                        .replaceFirst("^__Host-", "")
                        .matches("(" + SESSION + "|" + ATTEMPT + "|" + PROOF + ")=.*")) {
                    kept.add(pair.strip());
                }
            }
        }
        headers.remove(HttpHeaders.COOKIE);
        if (!kept.isEmpty()) {
            headers.set(HttpHeaders.COOKIE, String.join("; ", kept));
        }
    }

    private @Nullable String value(ServerWebExchange exchange, String name) {
        HttpCookie cookie = exchange.getRequest().getCookies().getFirst(name(exchange, name));
        return cookie == null || cookie.getValue().isEmpty() ? null : cookie.getValue();
    }

    private String name(ServerWebExchange exchange, String name) {
        return edge.isSecure(exchange.getRequest()) ? "__Host-" + name : name;
    }

    private void set(
            ServerWebExchange exchange, String name, String value, boolean unseen, @Nullable Duration lifetime) {
        ResponseCookie.ResponseCookieBuilder cookie = ResponseCookie.from(name(exchange, name), value)
                .path("/")
                .httpOnly(unseen)
                .sameSite("Lax")
                .secure(edge.isSecure(exchange.getRequest()));
        exchange.getResponse().addCookie((lifetime == null ? cookie : cookie.maxAge(lifetime)).build());
    }
}
