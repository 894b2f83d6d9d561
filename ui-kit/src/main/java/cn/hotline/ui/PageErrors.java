package cn.hotline.ui;

import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;
import org.reactivestreams.Publisher;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.core.Ordered;
import org.springframework.core.io.buffer.DataBuffer;
import org.springframework.core.io.buffer.DataBufferUtils;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.MediaType;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.http.server.reactive.ServerHttpResponseDecorator;
import org.springframework.web.reactive.result.view.View;
import org.springframework.web.reactive.result.view.ViewResolver;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.WebExceptionHandler;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/**
 * Shows a person who opens a page the refusal as a page. What is refused, and with which words, the service's own
 * exception handlers decide as for any request; here their answer is only drawn. Scripts get the problem as it is.
 */
final class PageErrors implements WebExceptionHandler, Ordered {

    private static final int BEFORE_THE_OTHERS = -10;
    private static final Map<Integer, String> TITLES = Map.of(
            401, "登录已过期",
            403, "您的岗位看不了这一页",
            404, "没有找到这一页");
    private static final Map<Integer, String> WORDS = Map.of(
            401, "请重新登录后继续，已存的草稿不会丢。",
            403, "需要查看时，请让班长或管理员开通。",
            404, "地址可能抄错了一位，或者工单编号不存在。请核对后再试。");

    private final ObjectProvider<WebExceptionHandler> handlers;
    private final ObjectProvider<ViewResolver> views;
    private final JsonMapper json = JsonMapper.shared();

    PageErrors(ObjectProvider<WebExceptionHandler> handlers, ObjectProvider<ViewResolver> views) {
        this.handlers = handlers;
        this.views = views;
    }

    @Override
    public int getOrder() {
        return BEFORE_THE_OTHERS;
    }

    @Override
    public Mono<Void> handle(ServerWebExchange exchange, Throwable error) {
        if (exchange.getResponse().isCommitted() || !opensAPage(exchange.getRequest())) {
            return Mono.error(error);
        }
        var unsent = new Unsent(exchange);
        ServerWebExchange asked = exchange.mutate().response(unsent).build();
        return Flux.fromStream(handlers.orderedStream().filter(other -> other != this))
                .reduce(Mono.<Void>error(error), (tried, next) -> tried.onErrorResume(e -> next.handle(asked, e)))
                .flatMap(answered -> answered.onErrorResume(e -> unsent.failed()))
                .then(Mono.defer(() -> draw(exchange, unsent)));
    }

    private static boolean opensAPage(ServerHttpRequest request) {
        HttpHeaders headers = request.getHeaders();
        return request.getMethod() == HttpMethod.GET
                && headers.getFirst("HX-Request") == null
                && headers.getAccept().stream().anyMatch(type -> type.equalsTypeAndSubtype(MediaType.TEXT_HTML));
    }

    private Mono<Void> draw(ServerWebExchange exchange, Unsent unsent) {
        HttpStatusCode status = unsent.status();
        exchange.getResponse().setStatusCode(status);
        exchange.getResponse().getHeaders().remove(HttpHeaders.CONTENT_LENGTH);
        int code = status.value();
        String title = TITLES.getOrDefault(code, status.is5xxServerError() ? "这一页暂时打不开" : "这个请求办不了");
        String words = WORDS.getOrDefault(code, status.is5xxServerError() ? "系统没有答复，请稍后再试。" : "请返回上一页，核对后再试。");
        String detail = detail(unsent.body);
        Map<String, Object> model = Map.of("title", title, "words", detail.isEmpty() ? words : detail);
        return Flux.fromStream(views.orderedStream())
                .concatMap(resolver -> resolver.resolveViewName("error/problem", Locale.SIMPLIFIED_CHINESE))
                .next()
                .flatMap(view -> render(view, model, exchange));
    }

    private static Mono<Void> render(View view, Map<String, Object> model, ServerWebExchange exchange) {
        return view.render(model, new MediaType(MediaType.TEXT_HTML, StandardCharsets.UTF_8), exchange);
    }

    private String detail(String body) {
        try {
            return body.startsWith("{") ? json.readTree(body).path("detail").asString("") : "";
        } catch (JacksonException notJson) {
            return "";
        }
    }

    /** Takes an answer without sending it. */
    private static final class Unsent extends ServerHttpResponseDecorator {

        private HttpStatusCode status = HttpStatus.INTERNAL_SERVER_ERROR;
        private String body = "";
        private final HttpHeaders headers = new HttpHeaders();

        Unsent(ServerWebExchange exchange) {
            super(exchange.getResponse());
        }

        @Override
        public boolean setStatusCode(HttpStatusCode code) {
            status = code;
            return true;
        }

        @Override
        public boolean setRawStatusCode(Integer code) {
            status = HttpStatusCode.valueOf(code);
            return true;
        }

        @Override
        public HttpStatusCode getStatusCode() {
            return status;
        }

        @Override
        public HttpHeaders getHeaders() {
            return headers;
        }

        @Override
        public Mono<Void> writeWith(Publisher<? extends DataBuffer> content) {
            return DataBufferUtils.join(Flux.from(content).cast(DataBuffer.class))
                    .doOnNext(this::keep)
                    .then();
        }

        @Override
        public Mono<Void> writeAndFlushWith(Publisher<? extends Publisher<? extends DataBuffer>> content) {
            return writeWith(Flux.from(content).concatMap(part -> part));
        }

        @Override
        public Mono<Void> setComplete() {
            return Mono.empty();
        }

        private void keep(DataBuffer content) {
            body = content.toString(StandardCharsets.UTF_8);
            DataBufferUtils.release(content);
        }

        HttpStatusCode status() {
            return status.isError() ? status : HttpStatus.INTERNAL_SERVER_ERROR;
        }

        Mono<Void> failed() {
            status = HttpStatus.INTERNAL_SERVER_ERROR;
            return Mono.empty();
        }
    }
}
