package cn.hotline.gateway.signin;

import cn.hotline.gateway.GatewayRefusal;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.server.PathContainer;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.http.server.reactive.ServerHttpResponse;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.WebFilter;
import org.springframework.web.server.WebFilterChain;
import org.springframework.web.util.pattern.PathPattern;
import org.springframework.web.util.pattern.PathPatternParser;
import reactor.core.publisher.Mono;

/**
 * Turns a browser's cookie into the token that services want. A program that shows a token of its own is let through
 * untouched: the services look at it. Whoever shows neither is let through to what is open only.
 */
final class SessionFilter implements WebFilter {

    /** The exchange's attribute with the session as it stands in the store. */
    static final String KEPT = Sessions.Kept.class.getName();

    private static final Set<HttpMethod> READING = Set.of(HttpMethod.GET, HttpMethod.HEAD, HttpMethod.OPTIONS);

    /** Open to everybody, by the services' own tables of rights or our own word. */
    private static final List<PathPattern> OPEN = List.of(
                    SignIn.BEGIN,
                    SignIn.BACK,
                    "/idp/**",
                    "/ui/**",
                    "/*/ui/**",
                    "/pages/**",
                    "/*/pages/**",
                    "/intake/public/**",
                    "/*/actuator/health/liveness",
                    "/*/actuator/health/readiness",
                    "/actuator/health/**")
            .stream()
            .map(PathPatternParser.defaultInstance::parse)
            .toList();

    private static final PathPattern PROVIDER = PathPatternParser.defaultInstance.parse("/idp/**");
    private static final PathPattern API = PathPatternParser.defaultInstance.parse("/*/api/**");

    private static final String ONLY_TLS = "max-age=31536000; includeSubDomains";

    private static final String EXPIRED =
            "<p class=\"trouble\" role=\"alert\">登录已过期，内容已存草稿。请<a href=\"/login\" target=\"_blank\">重新登录</a>后继续。</p>";

    private final Sessions sessions;
    private final Renewal renewal;
    private final SignIn signIn;
    private final Edge edge;
    private final Cookies cookies;

    SessionFilter(Sessions sessions, Renewal renewal, SignIn signIn, Edge edge, Cookies cookies) {
        this.sessions = sessions;
        this.renewal = renewal;
        this.signIn = signIn;
        this.edge = edge;
        this.cookies = cookies;
    }

    @Override
    public Mono<Void> filter(ServerWebExchange exchange, WebFilterChain chain) {
        ServerHttpRequest request = exchange.getRequest();
        if (edge.isSecure(request)) {
            exchange.getResponse().getHeaders().set("Strict-Transport-Security", ONLY_TLS);
        }
        boolean showsToken = request.getHeaders().containsHeader(HttpHeaders.AUTHORIZATION);
        String cookie = cookies.session(exchange);
        if (showsToken || matches(PROVIDER, request) || cookie == null) {
            return showsToken || isOpen(request) ? onward(exchange, chain, null) : refuse(exchange);
        }
        return sessions.find(cookie)
                .flatMap(renewal::fresh)
                .map(Optional::of)
                .defaultIfEmpty(Optional.empty())
                .flatMap(
                        found -> found.isPresent() ? signedIn(exchange, chain, found.get()) : expired(exchange, chain));
    }

    private Mono<Void> signedIn(ServerWebExchange exchange, WebFilterChain chain, Sessions.Kept kept) {
        if (!READING.contains(exchange.getRequest().getMethod())
                && !Forgery.isExcluded(exchange.getRequest(), edge.origin(exchange.getRequest()), kept.session())) {
            return Mono.error(GatewayRefusal.forged());
        }
        exchange.getAttributes().put(KEPT, kept);
        exchange.getAttributes().put(Session.ATTRIBUTE, kept.session());
        return onward(exchange, chain, kept.session());
    }

    private Mono<Void> expired(ServerWebExchange exchange, WebFilterChain chain) {
        cookies.removeSession(exchange);
        return isOpen(exchange.getRequest()) ? onward(exchange, chain, null) : refuse(exchange);
    }

    private Mono<Void> onward(ServerWebExchange exchange, WebFilterChain chain, @Nullable Session session) {
        boolean toProvider = matches(PROVIDER, exchange.getRequest());
        ServerHttpRequest request = exchange.getRequest()
                .mutate()
                .headers(headers -> {
                    if (toProvider) {
                        Cookies.keepOthers(headers);
                    } else {
                        headers.remove(HttpHeaders.COOKIE);
                    }
                    if (session != null) {
                        headers.setBearerAuth(session.accessToken());
                    }
                })
                .build();
        return chain.filter(exchange.mutate().request(request).build());
    }

    private Mono<Void> refuse(ServerWebExchange exchange) {
        ServerHttpRequest request = exchange.getRequest();
        if (request.getHeaders().containsHeader("HX-Request")) {
            return sayExpired(exchange.getResponse());
        }
        if (opensAPage(request)) {
            return signIn.begin(exchange, SignIn.target(request));
        }
        exchange.getResponse().getHeaders().set(HttpHeaders.WWW_AUTHENTICATE, "Bearer");
        return Mono.error(GatewayRefusal.unauthenticated());
    }

    private static boolean opensAPage(ServerHttpRequest request) {
        return request.getMethod() == HttpMethod.GET
                && !matches(API, request)
                && request.getHeaders().getAccept().stream()
                        .anyMatch(type -> type.equalsTypeAndSubtype(MediaType.TEXT_HTML));
    }

    /** For a part of a page: a sign-in page must not land in the middle of a desk. */
    private static Mono<Void> sayExpired(ServerHttpResponse response) {
        response.setStatusCode(HttpStatus.UNAUTHORIZED);
        response.getHeaders().setContentType(new MediaType(MediaType.TEXT_HTML, StandardCharsets.UTF_8));
        return response.writeWith(
                Mono.fromSupplier(() -> response.bufferFactory().wrap(EXPIRED.getBytes(StandardCharsets.UTF_8))));
    }

    private static boolean isOpen(ServerHttpRequest request) {
        return OPEN.stream().anyMatch(pattern -> matches(pattern, request));
    }

    private static boolean matches(PathPattern pattern, ServerHttpRequest request) {
        PathContainer path = request.getPath().pathWithinApplication();
        return pattern.matches(path);
    }
}
