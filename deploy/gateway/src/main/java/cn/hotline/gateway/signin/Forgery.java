package cn.hotline.gateway.signin;

import java.net.URI;
import org.springframework.http.HttpHeaders;
import org.springframework.http.server.reactive.ServerHttpRequest;

/**
 * Whether a page of ours sent a write, and no other site in its visitor's name (CSRF). The browser's own word is asked
 * first ({@code Sec-Fetch-Site}, else {@code Origin}); then the page must have read the proof out of a cookie, which no
 * other site can.
 */
final class Forgery {

    static final String PROOF = "X-CSRF-Token";

    private Forgery() {}

    static boolean isExcluded(ServerHttpRequest request, URI origin, Session session) {
        HttpHeaders headers = request.getHeaders();
        String proof = headers.getFirst(PROOF);
        return isFromHere(headers, origin) && proof != null && Secrets.same(proof, session.proof());
    }

    private static boolean isFromHere(HttpHeaders headers, URI origin) {
        String site = headers.getFirst("Sec-Fetch-Site");
        if (site != null && !site.equals("same-origin")) {
            return false;
        }
        String from = headers.getFirst(HttpHeaders.ORIGIN);
        return from == null || from.equals(origin.toString());
    }
}
