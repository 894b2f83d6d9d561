package cn.hotline.chassis.web;

import cn.hotline.chassis.Refusal;
import cn.hotline.chassis.Refused;
import cn.hotline.chassis.Refused.FieldError;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.mongodb.MongoException;
import java.time.temporal.Temporal;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.Ordered;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.server.reactive.ServerHttpResponse;
import org.springframework.web.ErrorResponse;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.WebExceptionHandler;
import reactor.core.publisher.Mono;
import tools.jackson.databind.DatabindException;
import tools.jackson.databind.exc.MismatchedInputException;
import tools.jackson.databind.json.JsonMapper;

/**
 * Every error that reaches the edge as a problem answer in Chinese, in one table. Never a stack trace, and never what
 * was sent.
 */
public final class ProblemAnswers implements WebExceptionHandler, Ordered {

    private static final Logger LOG = LoggerFactory.getLogger(ProblemAnswers.class);

    private static final Map<Integer, String> SENTENCES = Map.of(
            400, "请求的格式有误：请检查 JSON、日期和数字的写法，并使用 UTF-8 编码。",
            404, "没有这个地址，请核对后再试。",
            405, "这个地址不支持该操作。",
            406, "不能以所要求的格式回答。",
            413, "内容太大：请求不能超过 1 MB，附件每个不能超过 20 MB。",
            415, "不支持这种内容格式，请使用 application/json。",
            503, "系统暂时不能办理，请稍后重试。");

    private final JsonMapper json;

    public ProblemAnswers(JsonMapper json) {
        this.json = json;
    }

    @Override
    public int getOrder() {
        return -2;
    }

    @Override
    public Mono<Void> handle(ServerWebExchange exchange, Throwable error) {
        if (exchange.getResponse().isCommitted()) {
            return Mono.error(error);
        }
        return write(exchange, problem(exchange, error));
    }

    Mono<Void> write(ServerWebExchange exchange, Problem problem) {
        ServerHttpResponse response = exchange.getResponse();
        response.setRawStatusCode(problem.status());
        response.getHeaders().setContentType(MediaType.APPLICATION_PROBLEM_JSON);
        boolean later = problem.status() == 503 || problem.status() == 429;
        if (later && !response.getHeaders().containsHeader(HttpHeaders.RETRY_AFTER)) {
            response.getHeaders().set(HttpHeaders.RETRY_AFTER, "2");
        }
        return response.writeWith(
                Mono.fromSupplier(() -> response.bufferFactory().wrap(json.writeValueAsBytes(problem))));
    }

    private static Problem problem(ServerWebExchange exchange, Throwable error) {
        if (error instanceof Refused refused) {
            return refusal(refused);
        }
        if (error instanceof ErrorResponse known) {
            int status = known.getStatusCode().value();
            HttpStatus named = HttpStatus.resolve(status);
            String code = status == 400 ? "MALFORMED" : named == null ? "HTTP_" + status : named.name();
            return Problem.of(
                    status,
                    code,
                    named == null ? "" : named.getReasonPhrase(),
                    SENTENCES.getOrDefault(status, "请求没有被接受。"),
                    unreadable(error));
        }
        if (error instanceof MongoException) {
            LOG.error("The store failed at {}: {}", exchange.getRequest().getPath(), error.toString());
            return Problem.of(503, "STORE_UNAVAILABLE", "Service Unavailable", "系统暂时不能保存，内容没有丢失，请稍后重试。");
        }
        LOG.error(
                "Unexpected error at {} {}",
                exchange.getRequest().getMethod(),
                exchange.getRequest().getPath(),
                error);
        return Problem.of(500, "INTERNAL", "Internal Server Error", "系统出了差错，已记录。请稍后重试；若仍不行，请联系管理员。");
    }

    /** The field that could not be read, where the parser knows it: {@code place.longitude}, {@code tickets[2]}. */
    private static List<FieldError> unreadable(Throwable error) {
        Throwable cause = error;
        while (cause != null && !(cause instanceof DatabindException)) {
            cause = cause.getCause();
        }
        if (!(cause instanceof DatabindException unreadable)
                || unreadable.getPath().isEmpty()) {
            return List.of();
        }
        String path = unreadable.getPath().stream()
                .map(step ->
                        step.getPropertyName() == null ? "[" + step.getIndex() + "]" : "." + step.getPropertyName())
                .collect(Collectors.joining());
        boolean time = unreadable instanceof MismatchedInputException mismatch
                && mismatch.getTargetType() != null
                && Temporal.class.isAssignableFrom(mismatch.getTargetType());
        String detail = time ? "时间须写作 2024-06-18T09:12:00+08:00，并且真有这一天。" : "写法有误，请核对是文字、数字还是 true、false。";
        return List.of(new FieldError(path.startsWith(".") ? path.substring(1) : path, detail));
    }

    private static Problem refusal(Refused refused) {
        Refusal reason = refused.reason();
        HttpStatus status =
                switch (reason.kind()) {
                    case UNKNOWN_ASKER -> HttpStatus.UNAUTHORIZED;
                    case RIGHT -> HttpStatus.FORBIDDEN;
                    case ABSENT -> HttpStatus.NOT_FOUND;
                    case STATE -> HttpStatus.CONFLICT;
                    case RULE -> HttpStatus.UNPROCESSABLE_CONTENT;
                    case SIZE -> HttpStatus.CONTENT_TOO_LARGE;
                    case RATE -> HttpStatus.TOO_MANY_REQUESTS;
                    case OUTAGE -> HttpStatus.SERVICE_UNAVAILABLE;
                };
        return Problem.of(status.value(), reason.name(), status.getReasonPhrase(), reason.sentence(), refused.errors());
    }

    /**
     * An answer that says no, as RFC 9457 describes it.
     *
     * @param type identifies the sort of problem; {@code about:blank}: the status and the code say it all
     * @param detail a Chinese sentence a clerk understands
     * @param code stable, upper snake case
     */
    @JsonInclude(JsonInclude.Include.NON_EMPTY)
    record Problem(String type, String title, int status, String detail, String code, List<FieldError> errors) {

        static Problem of(int status, String code, String title, String detail) {
            return of(status, code, title, detail, List.of());
        }

        static Problem of(int status, String code, String title, String detail, List<FieldError> errors) {
            return new Problem("about:blank", title, status, detail, code, errors);
        }
    }
}
