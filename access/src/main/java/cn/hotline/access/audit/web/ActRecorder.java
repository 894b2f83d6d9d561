package cn.hotline.access.audit.web;

import cn.hotline.access.Person;
import cn.hotline.access.audit.Act;
import cn.hotline.access.audit.AuditLog;
import cn.hotline.access.audit.AuditUnavailable;
import cn.hotline.access.audit.OwnAct;
import java.lang.reflect.Method;
import java.net.URI;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.reactivestreams.Publisher;
import org.springframework.core.Ordered;
import org.springframework.core.io.buffer.DataBuffer;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.server.reactive.ServerHttpResponse;
import org.springframework.http.server.reactive.ServerHttpResponseDecorator;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.reactive.HandlerMapping;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.WebFilter;
import org.springframework.web.server.WebFilterChain;
import org.springframework.web.util.pattern.PathPattern;
import reactor.core.publisher.Mono;

/**
 * Writes down what signed-in people do through pages and interfaces: every request that changed something, and every
 * one marked as showing personal data. No answer goes out before its act is durable; where it cannot be written the
 * answer is 503. Bodies are never written down.
 *
 * <p>Stands behind {@link cn.hotline.chassis.web.Commands}, so that an answer is kept for its key only after its act is
 * written: who repeats a command whose act failed finds the decision and has the act written then. Thread-safe.
 */
public final class ActRecorder implements WebFilter, Ordered {

    private final AuditLog log;
    private final Map<Asked, Endpoint> endpoints = new ConcurrentHashMap<>();

    public ActRecorder(AuditLog log) {
        this.log = log;
    }

    /** After commands have been told apart by their keys. */
    @Override
    public int getOrder() {
        return -70;
    }

    @Override
    public Mono<Void> filter(ServerWebExchange exchange, WebFilterChain chain) {
        return Mono.deferContextual(context ->
                context.hasKey(Person.class) ? watched(exchange, chain, new OwnAct()) : chain.filter(exchange));
    }

    private Mono<Void> watched(ServerWebExchange exchange, WebFilterChain chain, OwnAct own) {
        Watched response = new Watched(exchange.getResponse(), () -> record(exchange, own));
        return chain.filter(exchange.mutate().response(response).build())
                .then(response.actBeforeAnybodyCompletesIt())
                .contextWrite(context -> context.put(OwnAct.class, own))
                .onErrorMap(AuditUnavailable.class, ActRecorder::unavailable);
    }

    private Mono<Void> record(ServerWebExchange exchange, OwnAct own) {
        HttpStatusCode status = exchange.getResponse().getStatusCode();
        String action = action(exchange);
        if (action == null || own.isWritten() || status != null && status.isError()) {
            return Mono.empty();
        }
        return log.record(new Act(action, subject(exchange), null)).doOnError(e -> takeBack(exchange));
    }

    private @Nullable String action(ServerWebExchange exchange) {
        PathPattern pattern = exchange.getAttribute(HandlerMapping.BEST_MATCHING_PATTERN_ATTRIBUTE);
        Object handler = exchange.getAttribute(HandlerMapping.BEST_MATCHING_HANDLER_ATTRIBUTE);
        if (pattern == null || !(handler instanceof HandlerMethod method)) {
            return null;
        }
        Asked asked = new Asked(exchange.getRequest().getMethod(), pattern, method.getMethod());
        return endpoints
                .computeIfAbsent(asked, first -> Endpoint.of(first.method, first.pattern, method))
                .action();
    }

    /** What was just made is named by its address. */
    private static String subject(ServerWebExchange exchange) {
        Map<String, String> variables =
                exchange.getAttributeOrDefault(HandlerMapping.URI_TEMPLATE_VARIABLES_ATTRIBUTE, Map.of());
        URI made = exchange.getResponse().getHeaders().getLocation();
        return variables.isEmpty() && made != null
                ? made.getPath().substring(made.getPath().lastIndexOf('/') + 1)
                : Endpoint.subject(variables);
    }

    /** The answer is another one now. */
    private static void takeBack(ServerWebExchange exchange) {
        HttpHeaders headers = exchange.getResponse().getHeaders();
        headers.clearContentHeaders();
        headers.remove(HttpHeaders.LOCATION);
        headers.remove(HttpHeaders.ETAG);
    }

    private static ResponseStatusException unavailable(AuditUnavailable why) {
        return new ResponseStatusException(HttpStatus.SERVICE_UNAVAILABLE, null, why);
    }

    private record Asked(HttpMethod method, PathPattern pattern, Method handler) {}

    /** Lets nothing out before the act is written. */
    private static final class Watched extends ServerHttpResponseDecorator {

        private final AtomicBoolean asked = new AtomicBoolean();
        private final Mono<Void> act;

        Watched(ServerHttpResponse response, Supplier<Mono<Void>> record) {
            super(response);
            this.act = Mono.defer(() -> {
                asked.set(true);
                return record.get();
            });
        }

        /** An endpoint that answers nothing leaves the response to the server, which completes the one it made itself. */
        Mono<Void> actBeforeAnybodyCompletesIt() {
            return Mono.defer(() -> asked.get() ? Mono.empty() : act);
        }

        @Override
        public Mono<Void> writeWith(Publisher<? extends DataBuffer> body) {
            return act.then(Mono.defer(() -> super.writeWith(body)));
        }

        @Override
        public Mono<Void> writeAndFlushWith(Publisher<? extends Publisher<? extends DataBuffer>> body) {
            return act.then(Mono.defer(() -> super.writeAndFlushWith(body)));
        }

        @Override
        public Mono<Void> setComplete() {
            return act.then(Mono.defer(super::setComplete));
        }
    }
}
