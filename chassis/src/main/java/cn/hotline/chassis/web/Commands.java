package cn.hotline.chassis.web;

import static java.nio.charset.StandardCharsets.UTF_8;

import cn.hotline.chassis.Cause;
import cn.hotline.chassis.Refusal.General;
import cn.hotline.chassis.Refused;
import cn.hotline.chassis.Refused.FieldError;
import cn.hotline.chassis.mongo.Claims;
import java.net.URLEncoder;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.Principal;
import java.time.Duration;
import java.util.HexFormat;
import java.util.List;
import org.bson.BsonBinary;
import org.bson.BsonDocument;
import org.bson.BsonInt32;
import org.bson.BsonString;
import org.reactivestreams.Publisher;
import org.springframework.core.Ordered;
import org.springframework.core.io.buffer.DataBuffer;
import org.springframework.core.io.buffer.DataBufferUtils;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.server.reactive.ServerHttpResponse;
import org.springframework.http.server.reactive.ServerHttpResponseDecorator;
import org.springframework.web.ErrorResponse;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.WebFilter;
import org.springframework.web.server.WebFilterChain;
import reactor.core.publisher.Mono;

/**
 * Where commands come in over HTTP: says for whom everything behind happens, and whether the command has come before.
 *
 * <p>With the {@code Idempotency-Key} header the same key and body get the same answer again; with another body it is
 * refused. Only successes are kept as answers: a refusal did nothing, so its key is free for the corrected body.
 * Should a process die between doing and answering, the documents know the command by its key, so doing it again
 * changes nothing. The key of a multipart request is left to whoever reads its body.
 */
public final class Commands implements WebFilter, Ordered {

    /** How long a key is remembered. */
    public static final Duration KEPT = Duration.ofDays(7);

    private static final String HEADER = "Idempotency-Key";
    private static final int LONGEST = 64;

    private final Account nobody;
    private final Claims claims;

    /** @param tenant whose hotline a request is about that nobody has signed */
    public Commands(String tenant, Claims claims) {
        this.nobody = new Nobody(tenant);
        this.claims = claims;
    }

    /** After whoever finds out who asks. */
    @Override
    public int getOrder() {
        return -80;
    }

    @Override
    public Mono<Void> filter(ServerWebExchange exchange, WebFilterChain chain) {
        return exchange.getPrincipal()
                .ofType(Account.class)
                .defaultIfEmpty(nobody)
                .flatMap(account -> filter(exchange, chain, account));
    }

    private Mono<Void> filter(ServerWebExchange exchange, WebFilterChain chain, Account account) {
        String key = exchange.getRequest().getHeaders().getFirst(HEADER);
        String thing = key == null ? null : thing(exchange, account, key);
        Cause cause = Cause.command(
                account.tenant(),
                account.getName(),
                thing,
                exchange.getRequest().getHeaders().getFirst("traceparent"));
        return (thing == null || RequestBodies.isMultipart(exchange)
                        ? chain.filter(exchange)
                        : once(exchange, chain, key, thing))
                .contextWrite(cause.context());
    }

    private Mono<Void> once(ServerWebExchange exchange, WebFilterChain chain, String key, String thing) {
        if (key.length() > LONGEST || key.isBlank()) {
            return Mono.error(
                    new Refused(General.INVALID, List.of(new FieldError(HEADER, "幂等号须为 1 至 " + LONGEST + " 个字符"))));
        }
        String hash = sha256(RequestBodies.of(exchange));
        return claims.claimForAWhile(thing, hash).flatMap(claim -> {
            if (!claim.getString("owner").getValue().equals(hash)) {
                return Mono.error(new Refused(General.IDEMPOTENCY_KEY_REUSED));
            }
            return claim.containsKey("answer")
                    ? replay(exchange, claim.getDocument("answer"))
                    : chain.filter(exchange.mutate()
                                    .response(new Recording(exchange.getResponse(), claims, thing))
                                    .build())
                            .onErrorResume(Commands::isRefusal, refusal -> claims.release(thing)
                                    .then(Mono.error(refusal)));
        });
    }

    private static boolean isRefusal(Throwable problem) {
        return problem instanceof Refused
                || problem instanceof ErrorResponse answer
                        && answer.getStatusCode().is4xxClientError();
    }

    /** What a key stands for: the same key of another account, or on another path, is another key. */
    private static String thing(ServerWebExchange exchange, Account account, String key) {
        // Encoded, so that no account's name can end where another's begins.
        return "key:" + URLEncoder.encode(account.getName(), UTF_8) + ":"
                + exchange.getRequest().getMethod() + ":"
                + exchange.getRequest().getPath().value() + ":" + key;
    }

    private static Mono<Void> replay(ServerWebExchange exchange, BsonDocument answer) {
        ServerHttpResponse response = exchange.getResponse();
        response.setRawStatusCode(answer.getInt32("status").getValue());
        answer.getDocument("headers").forEach((name, value) -> response.getHeaders()
                .set(name, value.asString().getValue()));
        byte[] body = answer.getBinary("body").getData();
        return response.writeWith(Mono.just(response.bufferFactory().wrap(body)));
    }

    private static String sha256(byte[] body) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(body));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    /** Whose command it is: the principal of a request that somebody signed; its name is the account. */
    public interface Account extends Principal {

        /** Whose hotline they work for. */
        String tenant();
    }

    private record Nobody(String tenant) implements Account {

        @Override
        public String getName() {
            return "anonymous";
        }
    }

    /** Keeps a successful answer before it goes out. */
    private static final class Recording extends ServerHttpResponseDecorator {

        private final Claims claims;
        private final String thing;

        Recording(ServerHttpResponse response, Claims claims, String thing) {
            super(response);
            this.claims = claims;
            this.thing = thing;
        }

        @Override
        public Mono<Void> writeWith(Publisher<? extends DataBuffer> body) {
            HttpStatusCode status = getStatusCode();
            if (status != null && !status.is2xxSuccessful()) {
                return super.writeWith(body);
            }
            return DataBufferUtils.join(body).flatMap(joined -> {
                byte[] bytes = new byte[joined.readableByteCount()];
                joined.read(bytes);
                DataBufferUtils.release(joined);
                return claims.answer(thing, answer(status == null ? 200 : status.value(), bytes))
                        .then(super.writeWith(Mono.just(bufferFactory().wrap(bytes))));
            });
        }

        private BsonDocument answer(int status, byte[] body) {
            BsonDocument headers = new BsonDocument();
            for (String name : List.of(HttpHeaders.CONTENT_TYPE, HttpHeaders.LOCATION, HttpHeaders.ETAG)) {
                String value = getHeaders().getFirst(name);
                if (value != null) {
                    headers.append(name, new BsonString(value));
                }
            }
            return new BsonDocument("status", new BsonInt32(status))
                    .append("headers", headers)
                    .append("body", new BsonBinary(body));
        }
    }
}
