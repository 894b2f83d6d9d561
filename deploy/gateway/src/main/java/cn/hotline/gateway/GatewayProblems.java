package cn.hotline.gateway;

import com.mongodb.MongoException;
import java.net.ConnectException;
import java.net.UnknownHostException;
import java.nio.channels.ClosedChannelException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.TimeoutException;
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
import reactor.netty.http.client.PrematureCloseException;
import tools.jackson.databind.json.JsonMapper;

/**
 * What the gateway itself has to say: no such path, or the service behind it cannot be reached. A problem (RFC 9457)
 * in Chinese; {@code ui-kit} draws it as a page for whoever opens one.
 */
final class GatewayProblems implements WebExceptionHandler, Ordered {

    private static final Logger LOG = LoggerFactory.getLogger(GatewayProblems.class);
    private static final String SECONDS_TO_WAIT = "5";

    private final JsonMapper json;

    GatewayProblems(JsonMapper json) {
        this.json = json;
    }

    /** Before Boot's own handler. */
    @Override
    public int getOrder() {
        return -2;
    }

    @Override
    public Mono<Void> handle(ServerWebExchange exchange, Throwable error) {
        ServerHttpResponse response = exchange.getResponse();
        if (response.isCommitted()) {
            return Mono.error(error);
        }
        HttpStatus status = status(error);
        if (status == HttpStatus.SERVICE_UNAVAILABLE
                && exchange.getRequest().getPath().value().startsWith("/idp/")) {
            return write(response, problem(status, GatewayRefusal.signInAway()));
        }
        if (status.is5xxServerError()) {
            LOG.warn(
                    "{} at {} {}: {}",
                    status.value(),
                    exchange.getRequest().getMethod(),
                    exchange.getRequest().getPath(),
                    error.toString());
        }
        if (status == HttpStatus.SERVICE_UNAVAILABLE) {
            response.getHeaders().set(HttpHeaders.RETRY_AFTER, SECONDS_TO_WAIT);
        } else if (status == HttpStatus.TOO_MANY_REQUESTS) {
            response.getHeaders().set(HttpHeaders.RETRY_AFTER, "1");
        }
        return write(response, problem(status, error));
    }

    private static Map<String, Object> problem(HttpStatus status, Throwable error) {
        Map<String, Object> problem = new LinkedHashMap<>();
        problem.put("type", "about:blank");
        problem.put("title", status.getReasonPhrase());
        problem.put("status", status.value());
        if (error instanceof GatewayRefusal refusal) {
            problem.put("detail", refusal.sentence());
            problem.put("code", refusal.code());
        } else {
            problem.put("detail", sentence(status));
            problem.put("code", status == HttpStatus.SERVICE_UNAVAILABLE ? "SERVICE_UNREACHABLE" : status.name());
        }
        return problem;
    }

    private Mono<Void> write(ServerHttpResponse response, Map<String, Object> problem) {
        response.setRawStatusCode((Integer) problem.get("status"));
        response.getHeaders().setContentType(MediaType.APPLICATION_PROBLEM_JSON);
        return response.writeWith(
                Mono.fromSupplier(() -> response.bufferFactory().wrap(json.writeValueAsBytes(problem))));
    }

    private static HttpStatus status(Throwable error) {
        if (error instanceof ErrorResponse known) {
            HttpStatus status = HttpStatus.resolve(known.getStatusCode().value());
            return status == null ? HttpStatus.INTERNAL_SERVER_ERROR : status;
        }
        boolean unreachable = error instanceof ConnectException
                || error instanceof UnknownHostException
                || error instanceof ClosedChannelException
                || error instanceof PrematureCloseException
                || error instanceof TimeoutException
                || error instanceof MongoException;
        return unreachable ? HttpStatus.SERVICE_UNAVAILABLE : HttpStatus.INTERNAL_SERVER_ERROR;
    }

    private static String sentence(HttpStatus status) {
        return switch (status) {
            case NOT_FOUND -> "没有这个地址，请核对后再试。";
            case SERVICE_UNAVAILABLE, GATEWAY_TIMEOUT -> "该服务暂时联系不上，已录入的内容不受影响，请稍后重试。";
            case INTERNAL_SERVER_ERROR -> "系统出了差错，已记录。请稍后重试；若仍不行，请联系管理员。";
            default -> "请求没有被接受，请检查后再试。";
        };
    }
}
