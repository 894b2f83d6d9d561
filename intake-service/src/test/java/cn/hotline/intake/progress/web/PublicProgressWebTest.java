package cn.hotline.intake.progress.web;

import static cn.hotline.intake.Story.CLOCK;
import static cn.hotline.intake.Story.NOW;
import static cn.hotline.intake.Story.done;
import static org.assertj.core.api.Assertions.assertThat;

import cn.hotline.access.web.Origin;
import cn.hotline.chassis.web.ProblemAnswers;
import cn.hotline.intake.Story;
import cn.hotline.intake.progress.Attempts;
import cn.hotline.intake.progress.ProgressDesk;
import cn.hotline.intake.progress.PublicProgress;
import cn.hotline.intake.progress.model.Progress.Step;
import cn.hotline.intake.progress.model.Stage;
import cn.hotline.intake.registration.InMemoryIntake;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.http.MediaType;
import org.springframework.test.web.reactive.server.EntityExchangeResult;
import org.springframework.test.web.reactive.server.MockServerConfigurer;
import org.springframework.test.web.reactive.server.WebTestClient;
import org.springframework.test.web.reactive.server.WebTestClient.ResponseSpec;
import org.springframework.web.server.adapter.WebHttpHandlerBuilder;
import tools.jackson.databind.json.JsonMapper;

class PublicProgressWebTest {

    private static final String NUMBER = "XN240618-000001";

    private final InMemoryIntake intake = new InMemoryIntake();
    private final WebTestClient client = client(Duration.ZERO);

    @BeforeEach
    void aDispatchedTicket() {
        done(intake.registration.register(Story.forwarded()));
        done(intake.progresses.note(
                NUMBER, new Step(NOW, Stage.DISPATCHED, "城西区政府", List.of("630104"), NOW.plusSeconds(86_400))));
    }

    @ParameterizedTest
    @ValueSource(strings = {NUMBER, "xn240618 000001", "240618000001"})
    void theCallerIsToldWhoHoldsItAndUntilWhen(String number) {
        ask(number, "6627")
                .expectStatus()
                .isOk()
                .expectBody()
                .jsonPath("$.number")
                .isEqualTo(NUMBER)
                .jsonPath("$.stage.term")
                .isEqualTo("已派单")
                .jsonPath("$.unit")
                .isEqualTo("城西区政府")
                .jsonPath("$.finishBy")
                .exists()
                .jsonPath("$.content")
                .doesNotExist();
    }

    @Test
    void whoseDemandWasExcludedIsToldHowToAppealAsLongAsTheyMay() {
        excluded(NOW.plus(Duration.ofDays(30)));
        ask(NUMBER, "6627")
                .expectBody()
                .jsonPath("$.stage.term")
                .isEqualTo("解释办结")
                .jsonPath("$.appeal.until")
                .isEqualTo(NOW.plus(Duration.ofDays(30)).toString())
                .jsonPath("$.appeal.words")
                .value(words -> assertThat((String) words).contains("不同意", "前拨打12345", "工单编号", "申诉"));

        excluded(NOW);
        ask(NUMBER, "6627").expectBody().jsonPath("$.appeal").isEmpty();
    }

    @Test
    void nothingElseIsAppealedAgainst() {
        excluded(NOW.plus(Duration.ofDays(30)));
        done(intake.progresses.note(NUMBER, new Step(NOW.plusSeconds(9), Stage.REVISITING, null, null, null)));
        ask(NUMBER, "6627").expectBody().jsonPath("$.appeal").isEmpty();
    }

    @Test
    void aWrongNumberAndWrongDigitsAreAnsweredAlike() {
        byte[] wrongDigits = refused(NUMBER, "0000");
        assertThat(refused("XN240618-999999", "6627")).isEqualTo(wrongDigits);
        assertThat(refused("no number", "6627")).isEqualTo(wrongDigits);
    }

    @Test
    void everyAnswerTakesTheSameTime() {
        WebTestClient late = client(Duration.ofMillis(150));
        for (String number : List.of(NUMBER, "XN240618-999999")) {
            long began = System.nanoTime();
            ask(late, number, "6627", "192.0.2.1").expectBody().returnResult();
            assertThat(Duration.ofNanos(System.nanoTime() - began)).isGreaterThan(Duration.ofMillis(140));
        }
    }

    @Test
    void aNumberIsNotTriedOftenFromAnywhere() {
        for (int i = 0; i < 3; i++) {
            ask(client, NUMBER, "000" + i, "192.0.2." + i).expectStatus().isNotFound();
        }
        ask(client, NUMBER, "6627", "192.0.2.9")
                .expectStatus()
                .isEqualTo(429)
                .expectHeader()
                .valueEquals("Retry-After", "901")
                .expectBody()
                .jsonPath("$.code")
                .isEqualTo("TOO_OFTEN");
    }

    @Test
    void aSourceDoesNotTryManyNumbers() {
        for (int i = 0; i < 5; i++) {
            ask("XN240618-00001" + i, "6627").expectStatus().isNotFound();
        }
        ask(NUMBER, "6627").expectStatus().isEqualTo(429);
        ask(client, NUMBER, "6627", "192.0.2.9").expectStatus().isOk();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "66", "66271", "abcd", "６６２７", "{\"$gt\":\"\"}"})
    void onlyFourDigitsAreATail(String tail) {
        ask(NUMBER, tail).expectStatus().isEqualTo(422);
    }

    @Test
    void anOperatorInPlaceOfATextIsMalformed() {
        client.post()
                .uri("/public/progress")
                .contentType(MediaType.APPLICATION_JSON)
                .bodyValue(Map.of("number", Map.of("$ne", ""), "phoneTail", "6627"))
                .exchange()
                .expectStatus()
                .isBadRequest();
    }

    private void excluded(Instant appealUntil) {
        done(new ProgressDesk(intake.progresses).excluded(NUMBER, NOW.plusSeconds(5), appealUntil));
    }

    private byte[] refused(String number, String tail) {
        EntityExchangeResult<byte[]> answer =
                ask(number, tail).expectStatus().isNotFound().expectBody().returnResult();
        return answer.getResponseBody();
    }

    private ResponseSpec ask(String number, String tail) {
        return ask(client, number, tail, "192.0.2.1");
    }

    private static ResponseSpec ask(WebTestClient client, String number, String tail, String source) {
        return client.post()
                .uri("/public/progress")
                .contentType(MediaType.APPLICATION_JSON)
                .header("X-Forwarded-For", "203.0.113.7, " + source)
                .bodyValue(Map.of("number", number, "phoneTail", tail))
                .exchange();
    }

    private WebTestClient client(Duration answered) {
        return WebTestClient.bindToController(new PublicProgressController(
                        new PublicProgress(intake.tickets, intake.progresses, answered),
                        new PublicProgressController.Limits(
                                new Attempts(5, Duration.ofMinutes(15), CLOCK),
                                new Attempts(3, Duration.ofMinutes(15), CLOCK)),
                        new Origin(List.of("127.0.0.1")),
                        "XN",
                        CLOCK))
                .apply(new MockServerConfigurer() {
                    @Override
                    public void beforeServerCreated(WebHttpHandlerBuilder builder) {
                        builder.filters(filters -> filters.add(
                                0,
                                (exchange, chain) -> chain.filter(exchange.mutate()
                                        .request(request ->
                                                request.remoteAddress(new InetSocketAddress("127.0.0.1", 40_000)))
                                        .build())));
                        builder.exceptionHandlers(handlers -> handlers.add(
                                0, new ProblemAnswers(JsonMapper.builder().build())));
                    }
                })
                .build();
    }
}
