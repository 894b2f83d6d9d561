package cn.hotline.chassis.web;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;
import org.springframework.core.Ordered;
import org.springframework.core.ResolvableType;
import org.springframework.core.io.buffer.DataBuffer;
import org.springframework.core.io.buffer.DataBufferUtils;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.codec.FormHttpMessageReader;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.http.server.reactive.ServerHttpRequestDecorator;
import org.springframework.util.LinkedMultiValueMap;
import org.springframework.util.MultiValueMap;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.ServerWebExchangeDecorator;
import org.springframework.web.server.WebFilter;
import org.springframework.web.server.WebFilterChain;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * Reads the body of a writing request once, whole: refuses what is too large only after reading it off (so that the
 * answer arrives at a client that is still sending), and what is not UTF-8.
 */
public final class RequestBodies implements WebFilter, Ordered {

    /** Largest body, in bytes. Attachments are multipart and have their own bound. */
    static final int LARGEST = 1 << 20;

    private static final int READ_OFF = 16 << 20;
    private static final Set<HttpMethod> WRITING = Set.of(HttpMethod.POST, HttpMethod.PUT, HttpMethod.PATCH);
    private static final String BODY = RequestBodies.class.getName();

    /** After whoever finds out who asks: nothing is read for somebody who may not ask. */
    @Override
    public int getOrder() {
        return -90;
    }

    @Override
    public Mono<Void> filter(ServerWebExchange exchange, WebFilterChain chain) {
        if (!WRITING.contains(exchange.getRequest().getMethod()) || isMultipart(exchange)) {
            return chain.filter(exchange);
        }
        return read(exchange.getRequest().getBody()).flatMap(body -> {
            exchange.getAttributes().put(BODY, body);
            return chain.filter(new ReadExchange(exchange, again(exchange, body)));
        });
    }

    /** Whether files are sent: their body is read where they are taken. */
    static boolean isMultipart(ServerWebExchange exchange) {
        MediaType type = exchange.getRequest().getHeaders().getContentType();
        return type != null && type.getType().equals("multipart");
    }

    /** The body as it was sent; empty when there is none. */
    static byte[] of(ServerWebExchange exchange) {
        return exchange.getAttributeOrDefault(BODY, new byte[0]);
    }

    private static Mono<byte[]> read(Flux<DataBuffer> body) {
        AtomicLong size = new AtomicLong();
        return body.takeUntil(buffer -> size.addAndGet(buffer.readableByteCount()) > READ_OFF)
                .map(RequestBodies::bytes)
                .collect(java.io.ByteArrayOutputStream::new, (all, part) -> {
                    if (size.get() <= LARGEST) {
                        all.writeBytes(part);
                    }
                })
                .map(all -> {
                    if (size.get() > LARGEST) {
                        throw new ResponseStatusException(HttpStatus.CONTENT_TOO_LARGE);
                    }
                    return utf8(all.toByteArray());
                });
    }

    private static byte[] bytes(DataBuffer buffer) {
        byte[] bytes = new byte[buffer.readableByteCount()];
        buffer.read(bytes);
        DataBufferUtils.release(buffer);
        return bytes;
    }

    private static byte[] utf8(byte[] bytes) {
        try {
            StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes));
            return bytes;
        } catch (CharacterCodingException broken) {
            throw new ResponseStatusException(HttpStatus.BAD_REQUEST);
        }
    }

    private static ServerHttpRequestDecorator again(ServerWebExchange exchange, byte[] body) {
        return new ServerHttpRequestDecorator(exchange.getRequest()) {
            @Override
            public Flux<DataBuffer> getBody() {
                return body.length == 0
                        ? Flux.empty()
                        : Flux.defer(() ->
                                Flux.just(exchange.getResponse().bufferFactory().wrap(body)));
            }
        };
    }

    /** Forms too are read from the body that was read already; Spring's own exchange would read the first request. */
    private static final class ReadExchange extends ServerWebExchangeDecorator {

        private static final FormHttpMessageReader FORMS = new FormHttpMessageReader();
        private static final ResolvableType FIELDS =
                ResolvableType.forClassWithGenerics(MultiValueMap.class, String.class, String.class);

        private final ServerHttpRequest request;

        ReadExchange(ServerWebExchange exchange, ServerHttpRequest request) {
            super(exchange);
            this.request = request;
        }

        @Override
        public ServerHttpRequest getRequest() {
            return request;
        }

        @Override
        public Mono<MultiValueMap<String, String>> getFormData() {
            return MediaType.APPLICATION_FORM_URLENCODED.isCompatibleWith(
                            request.getHeaders().getContentType())
                    ? FORMS.readMono(FIELDS, request, Map.of())
                    : Mono.just(new LinkedMultiValueMap<>());
        }
    }
}
