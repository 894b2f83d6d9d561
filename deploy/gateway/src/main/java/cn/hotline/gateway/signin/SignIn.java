package cn.hotline.gateway.signin;

import cn.hotline.gateway.Desks;
import cn.hotline.gateway.GatewayRefusal;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Clock;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.http.server.RequestPath;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/** 登录与退出: to the provider and back, and both ends of a session. */
@Controller
class SignIn {

    static final String BEGIN = "/login";
    static final String BACK = "/login/oauth2/code/" + Provider.NAME;
    static final String OUT = "/logout";
    static final String ME = "/me";

    private static final Logger LOG = LoggerFactory.getLogger(SignIn.class);
    private static final String HOME = "/";
    private static final String SEALED_FOR = "sign-in";
    private static final Duration PATIENCE = Duration.ofMinutes(10);
    private static final int LONGEST_TARGET = 1_000;

    private final Provider provider;
    private final Sessions sessions;
    private final Seal seal;
    private final Edge edge;
    private final Cookies cookies;
    private final JsonMapper json;
    private final Desks desks;
    private final Clock clock;

    SignIn(
            Provider provider,
            Sessions sessions,
            Seal seal,
            Edge edge,
            Cookies cookies,
            JsonMapper json,
            Desks desks,
            Clock clock) {
        this.provider = provider;
        this.sessions = sessions;
        this.seal = seal;
        this.edge = edge;
        this.cookies = cookies;
        this.json = json;
        this.desks = desks;
        this.clock = clock;
    }

    @GetMapping(BEGIN)
    Mono<Void> begin(ServerWebExchange exchange) {
        return begin(exchange, HOME);
    }

    /** Sends the browser to sign in, and lets it remember where it wanted to go. */
    Mono<Void> begin(ServerWebExchange exchange, String target) {
        Attempt attempt = Attempt.of(
                edge.origin(exchange.getRequest()) + BACK,
                target,
                clock.instant().plus(PATIENCE));
        return provider.address(attempt).onErrorMap(SignIn::away).flatMap(address -> {
            cookies.setAttempt(exchange, sealed(attempt), PATIENCE);
            return sendTo(exchange, address);
        });
    }

    /** The page that was asked for, as a path of ours: nobody is ever sent elsewhere. */
    static String target(ServerHttpRequest request) {
        RequestPath path = request.getPath();
        String query = request.getURI().getRawQuery();
        String target = path.value() + (query == null ? "" : "?" + query);
        boolean ours = target.startsWith("/") && !target.startsWith("//") && !target.contains("\\");
        return ours && target.length() <= LONGEST_TARGET ? target : HOME;
    }

    @GetMapping(BACK)
    Mono<Void> back(
            @RequestParam(required = false) @Nullable String code,
            @RequestParam(required = false) @Nullable String state,
            ServerWebExchange exchange) {
        Attempt attempt = opened(cookies.attempt(exchange));
        cookies.removeAttempt(exchange);
        if (attempt == null || code == null || state == null || !Secrets.same(state, attempt.state())) {
            return Mono.error(notSignedIn());
        }
        return provider.signedIn(attempt, code, state)
                .onErrorMap(problem -> Provider.hasRefused(problem) ? refused(problem) : away(problem))
                .flatMap(session -> closeFormer(exchange)
                        .then(sessions.open(session))
                        .doOnNext(cookie -> {
                            LOG.info("{} has signed in", session.account());
                            cookies.setSession(exchange, cookie, session.proof());
                        }))
                .then(Mono.defer(() -> sendTo(exchange, URI.create(attempt.target()))));
    }

    /** Whoever signs in anew at a browser leaves nothing of the former session usable. */
    private Mono<Void> closeFormer(ServerWebExchange exchange) {
        String former = cookies.session(exchange);
        return former == null ? Mono.empty() : sessions.find(former).flatMap(sessions::close);
    }

    private static GatewayRefusal refused(Throwable reason) {
        LOG.warn("A sign-in was refused: {}", reason.getMessage());
        return notSignedIn();
    }

    private static GatewayRefusal away(Throwable reason) {
        LOG.warn("Nobody can sign in: {}", reason.toString());
        return GatewayRefusal.signInAway();
    }

    private static GatewayRefusal notSignedIn() {
        return new GatewayRefusal(HttpStatus.UNAUTHORIZED, "NOT_SIGNED_IN", "登录没有完成，或等待太久。请回到首页重新登录。");
    }

    /** Ends the session here and says where it is ended at the provider: the page goes there by itself. */
    @PostMapping(OUT)
    Mono<ResponseEntity<Map<String, String>>> out(ServerWebExchange exchange) {
        Sessions.Kept kept = exchange.getAttribute(SessionFilter.KEPT);
        if (kept == null) {
            return Mono.error(GatewayRefusal.unauthenticated());
        }
        cookies.removeSession(exchange);
        return sessions.close(kept)
                .then(provider.farewell(kept.session(), edge.origin(exchange.getRequest()) + HOME)
                        .onErrorResume(away -> Mono.empty())
                        .defaultIfEmpty(HOME))
                .map(next -> ResponseEntity.ok(Map.of("next", next)));
    }

    /** Who is signed in, for the head of every page. */
    @GetMapping(ME)
    Mono<ResponseEntity<Me>> me(ServerWebExchange exchange) {
        Session session = exchange.getAttribute(Session.ATTRIBUTE);
        return session == null
                ? Mono.error(GatewayRefusal.unauthenticated())
                : Mono.just(ResponseEntity.ok()
                        .header("Cache-Control", "no-store")
                        .body(new Me(
                                session.account(),
                                session.name(),
                                Duty.of(session),
                                desks.of(session.roles()).stream()
                                        .map(desk -> new Place(desk.name(), desk.address()))
                                        .toList())));
    }

    private String sealed(Attempt attempt) {
        return Secrets.text(seal.close(json.writeValueAsBytes(attempt), SEALED_FOR));
    }

    private @Nullable Attempt opened(@Nullable String sealed) {
        if (sealed == null) {
            return null;
        }
        try {
            byte[] bytes = Base64.getUrlDecoder().decode(sealed.getBytes(StandardCharsets.US_ASCII));
            Attempt attempt = json.readValue(seal.open(bytes, SEALED_FOR), Attempt.class);
            return attempt.until().isAfter(clock.instant()) ? attempt : null;
        } catch (IllegalArgumentException | GeneralSecurityException | JacksonException notOurs) {
            return null;
        }
    }

    private static Mono<Void> sendTo(ServerWebExchange exchange, URI address) {
        exchange.getResponse().setStatusCode(HttpStatus.FOUND);
        exchange.getResponse().getHeaders().setLocation(address);
        exchange.getResponse().getHeaders().setCacheControl("no-store");
        return exchange.getResponse().setComplete();
    }

    /**
     * Whoever asks.
     *
     * @param duty their unit if they have one, else their role, in Chinese
     * @param desks where they work
     */
    record Me(String account, String name, String duty, List<Place> desks) {}

    /**
     * An entry of the bar of every page.
     *
     * @param name in Chinese
     * @param address where it leads
     */
    record Place(String name, String address) {}
}
