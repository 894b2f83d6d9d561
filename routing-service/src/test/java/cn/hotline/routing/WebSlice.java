package cn.hotline.routing;

import cn.hotline.chassis.web.ProblemAnswers;
import org.springframework.test.web.reactive.server.WebTestClient;
import tools.jackson.databind.json.JsonMapper;

/** A controller alone, with the answers that errors get at the real edge. */
public final class WebSlice {

    private WebSlice() {}

    public static WebTestClient of(Object controller) {
        ProblemAnswers problems = new ProblemAnswers(JsonMapper.builder().build());
        return WebTestClient.bindToController(controller)
                .webFilter((exchange, chain) ->
                        chain.filter(exchange).onErrorResume(error -> problems.handle(exchange, error)))
                .build();
    }
}
