package cn.hotline.chassis.web;

import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.http.MediaType;
import org.springframework.test.web.reactive.server.MockServerConfigurer;
import org.springframework.test.web.reactive.server.WebTestClient;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.adapter.WebHttpHandlerBuilder;
import tools.jackson.databind.json.JsonMapper;

class ProblemAnswersTest {

    private final WebTestClient client = WebTestClient.bindToController(new Reading())
            .apply(new MockServerConfigurer() {
                @Override
                public void beforeServerCreated(WebHttpHandlerBuilder builder) {
                    builder.exceptionHandlers(handlers -> handlers.add(
                            0, new ProblemAnswers(JsonMapper.builder().build())));
                }
            })
            .build();

    @Test
    void anImpossibleDateIsNamedByItsField() {
        malformed("{\"at\": \"2024-02-30T10:00:00Z\"}")
                .jsonPath("$.errors[0].field")
                .isEqualTo("at")
                .jsonPath("$.errors[0].detail")
                .isEqualTo("时间须写作 2024-06-18T09:12:00+08:00，并且真有这一天。");
    }

    @Test
    void aFieldInsideAnotherIsNamedByItsPath() {
        malformed("{\"where\": {\"longitude\": \"east\"}}")
                .jsonPath("$.errors[0].field")
                .isEqualTo("where.longitude");
    }

    @Test
    void anItemOfAListIsNamedByItsPlace() {
        malformed("{\"all\": [1, {}]}").jsonPath("$.errors[0].field").isEqualTo("all[1]");
    }

    @Test
    void brokenJsonNamesNoField() {
        malformed("{\"at\": ").jsonPath("$.errors").doesNotExist();
    }

    private WebTestClient.BodyContentSpec malformed(String body) {
        return client.post()
                .uri("/")
                .contentType(MediaType.APPLICATION_JSON)
                .bodyValue(body)
                .exchange()
                .expectStatus()
                .isBadRequest()
                .expectHeader()
                .contentType(MediaType.APPLICATION_PROBLEM_JSON)
                .expectBody()
                .jsonPath("$.code")
                .isEqualTo("MALFORMED");
    }

    @RestController
    static final class Reading {

        @PostMapping("/")
        String read(@RequestBody Sent sent) {
            return "ok";
        }
    }

    record Sent(Instant at, Where where, List<Integer> all) {}

    record Where(Double longitude) {}
}
