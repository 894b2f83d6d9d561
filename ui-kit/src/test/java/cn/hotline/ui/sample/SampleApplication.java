package cn.hotline.ui.sample;

import cn.hotline.ui.LiveSignals;
import cn.hotline.ui.UiKitWiring;
import java.time.Clock;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.core.annotation.Order;
import org.springframework.http.MediaType;
import org.springframework.web.ErrorResponseException;
import org.springframework.web.server.WebExceptionHandler;
import reactor.core.publisher.Mono;
import tools.jackson.databind.json.JsonMapper;

/** A service that has nothing but pages, at {@code http://127.0.0.1:8089/sample/desk}. */
@SpringBootApplication(proxyBeanMethods = false)
@Import(UiKitWiring.class)
public class SampleApplication {

    public static void main(String[] arguments) {
        var application = new SpringApplication(SampleApplication.class);
        application.setDefaultProperties(SamplePages.SETTINGS);
        application.run(arguments);
    }

    @Bean
    Clock clock() {
        return Clock.systemUTC();
    }

    /** As the services do: one table of refusals for pages and scripts alike. */
    @Bean
    @Order(-2)
    WebExceptionHandler problems() {
        return (exchange, error) -> {
            if (!(error instanceof ErrorResponseException refusal)) {
                return Mono.error(error);
            }
            var response = exchange.getResponse();
            response.setStatusCode(refusal.getStatusCode());
            response.getHeaders().setContentType(MediaType.APPLICATION_PROBLEM_JSON);
            byte[] body = JsonMapper.shared().writeValueAsBytes(refusal.getBody());
            return response.writeWith(
                    Mono.fromSupplier(() -> response.bufferFactory().wrap(body)));
        };
    }

    @Bean
    LiveSignals signals() {
        return new LiveSignals();
    }
}
