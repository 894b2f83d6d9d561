package cn.hotline.gateway;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.reactivestreams.Publisher;
import org.springframework.web.util.UriComponentsBuilder;
import org.springframework.web.util.UriUtils;
import reactor.core.publisher.Mono;
import reactor.netty.DisposableServer;
import reactor.netty.http.server.HttpServer;
import reactor.netty.http.server.HttpServerRequest;
import reactor.netty.http.server.HttpServerResponse;

/** An identity provider that can be told what to do, and counts what it is asked. */
final class TestProvider implements AutoCloseable {

    static final Duration LIFETIME = Duration.ofMinutes(60);

    private final RSAKey key;
    private final DisposableServer server;
    private final Map<String, URI> codes = new ConcurrentHashMap<>();
    final AtomicInteger renewals = new AtomicInteger();
    volatile boolean refuses;
    volatile boolean away;

    TestProvider() {
        try {
            key = new RSAKeyGenerator(2048).keyID("test").generate();
        } catch (JOSEException impossible) {
            throw new IllegalStateException(impossible);
        }
        server = HttpServer.create()
                .host("127.0.0.1")
                .port(0)
                .route(routes -> routes.get("/keys", (asked, answer) -> json(answer, new JWKSet(key).toString()))
                        .post("/token", this::token))
                .bindNow();
    }

    /** The gateway's settings. */
    Stream<String> settings() {
        return Stream.of(
                "--hotline.gateway.sign-in.issuer=" + at(""),
                "--hotline.gateway.sign-in.client-secret=secret",
                "--hotline.gateway.sign-in.endpoints.authorization=" + at("/authorize"),
                "--hotline.gateway.sign-in.endpoints.token=" + at("/token"),
                "--hotline.gateway.sign-in.endpoints.keys=" + at("/keys"),
                "--hotline.gateway.sign-in.endpoints.end-session=" + at("/end"));
    }

    String at(String path) {
        return "http://127.0.0.1:" + server.port() + path;
    }

    /** What somebody comes back with, who was sent to sign in at this address. */
    String codeFor(URI authorization) {
        String code = UUID.randomUUID().toString();
        codes.put(code, authorization);
        return code;
    }

    private Publisher<Void> token(HttpServerRequest asked, HttpServerResponse answer) {
        if (away) {
            return answer.status(503).send();
        }
        return asked.receive().aggregate().asString().flatMap(body -> {
            Map<String, String> form = form(body);
            return "refresh_token".equals(form.get("grant_type")) ? renewed(answer) : signedIn(form, answer);
        });
    }

    private Mono<Void> signedIn(Map<String, String> form, HttpServerResponse answer) {
        URI authorization = codes.remove(form.getOrDefault("code", ""));
        if (authorization == null
                || !parameter(authorization, "code_challenge").equals(digest(form.get("code_verifier")))) {
            return refused(answer);
        }
        return json(answer, tokens(parameter(authorization, "nonce")));
    }

    private Mono<Void> renewed(HttpServerResponse answer) {
        renewals.incrementAndGet();
        return refuses ? refused(answer) : Mono.delay(Duration.ofMillis(100)).then(json(answer, tokens("")));
    }

    private static Mono<Void> refused(HttpServerResponse answer) {
        return json(answer.status(400), "{\"error\":\"invalid_grant\"}");
    }

    private String tokens(String nonce) {
        return "{\"access_token\":\"%s\",\"token_type\":\"Bearer\",\"expires_in\":%d,\"refresh_token\":\"%s\",\"id_token\":\"%s\"}"
                .formatted(
                        access("operator"),
                        LIFETIME.toSeconds(),
                        UUID.randomUUID(),
                        token("gateway", "operator", nonce));
    }

    /** A good access token. */
    String access(String account) {
        return token("hotline", account, "");
    }

    private String token(String audience, String account, String nonce) {
        SignedJWT token = new SignedJWT(
                new JWSHeader.Builder(JWSAlgorithm.RS256).keyID("test").build(),
                new JWTClaimsSet.Builder()
                        .issuer(at(""))
                        .audience(audience)
                        .subject(account)
                        .jwtID(UUID.randomUUID().toString())
                        .claim("name", "李芳")
                        .claim("roles", List.of("OPERATOR"))
                        .claim("nonce", nonce)
                        .issueTime(Date.from(Instant.now()))
                        .expirationTime(Date.from(Instant.now().plus(LIFETIME)))
                        .build());
        try {
            token.sign(new RSASSASigner(key));
        } catch (JOSEException impossible) {
            throw new IllegalStateException(impossible);
        }
        return token.serialize();
    }

    private static Mono<Void> json(HttpServerResponse answer, String json) {
        return answer.header("Content-Type", "application/json")
                .sendString(Mono.just(json))
                .then();
    }

    static String parameter(URI address, String name) {
        String value =
                UriComponentsBuilder.fromUri(address).build().getQueryParams().getFirst(name);
        return value == null ? "" : UriUtils.decode(value, StandardCharsets.UTF_8);
    }

    private static Map<String, String> form(String body) {
        return Stream.of(body.split("&"))
                .map(pair -> pair.split("=", 2))
                .collect(Collectors.toMap(pair -> pair[0], pair -> UriUtils.decode(pair[1], StandardCharsets.UTF_8)));
    }

    private static String digest(String text) {
        try {
            return Base64.getUrlEncoder()
                    .withoutPadding()
                    .encodeToString(
                            MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.US_ASCII)));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    @Override
    public void close() {
        server.disposeNow();
    }
}
