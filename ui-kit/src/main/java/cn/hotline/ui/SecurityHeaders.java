package cn.hotline.ui;

import java.nio.charset.StandardCharsets;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.WebFilter;
import org.springframework.web.server.WebFilterChain;
import reactor.core.publisher.Mono;

/**
 * Puts the strict headers on every answer, also on errors and on what a gateway passes through (set, never added, so
 * they stand once). Pages carry callers' data and are not kept by any cache.
 */
final class SecurityHeaders implements WebFilter {

    static final String CONTENT_SECURITY_POLICY = "default-src 'self'; script-src 'self'; style-src 'self'; "
            + "img-src 'self' data:; object-src 'none'; base-uri 'self'; frame-ancestors 'none'; form-action 'self'";

    /** What somebody sent in is kept as a file; should a browser show it all the same, nothing in it runs. */
    private static final String FOR_FILES = "default-src 'none'; sandbox; frame-ancestors 'none'";

    @Override
    public Mono<Void> filter(ServerWebExchange exchange, WebFilterChain chain) {
        exchange.getResponse().beforeCommit(() -> {
            secure(exchange.getResponse().getHeaders());
            return Mono.empty();
        });
        return chain.filter(exchange);
    }

    private static boolean isToKeep(HttpHeaders headers) {
        return headers.getContentDisposition().isAttachment();
    }

    private static void secure(HttpHeaders headers) {
        headers.set("Content-Security-Policy", isToKeep(headers) ? FOR_FILES : CONTENT_SECURITY_POLICY);
        headers.set("X-Content-Type-Options", "nosniff");
        headers.set("X-Frame-Options", "DENY");
        headers.set("Referrer-Policy", "same-origin");
        headers.set("Cross-Origin-Opener-Policy", "same-origin");
        headers.set("Permissions-Policy", "camera=(), geolocation=(), microphone=(), payment=(), usb=()");
        if (MediaType.TEXT_HTML.equalsTypeAndSubtype(headers.getContentType())) {
            headers.setContentType(new MediaType(MediaType.TEXT_HTML, StandardCharsets.UTF_8));
            if (headers.getCacheControl() == null) {
                headers.setCacheControl("no-store");
            }
        }
    }
}
