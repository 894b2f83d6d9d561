package cn.hotline.followup.revisit.web;

import static org.assertj.core.api.Assertions.assertThat;

import cn.hotline.access.Role;
import cn.hotline.access.testing.SignedIn;
import cn.hotline.chassis.web.ProblemAnswers;
import cn.hotline.followup.FollowupInMemory;
import cn.hotline.followup.Story;
import cn.hotline.followup.contract.FollowupEvent.RevisitRecorded;
import cn.hotline.followup.contract.FollowupEvent.TicketReopened;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.http.MediaType;
import org.springframework.test.web.reactive.server.MockServerConfigurer;
import org.springframework.test.web.reactive.server.WebTestClient;
import org.springframework.web.server.adapter.WebHttpHandlerBuilder;
import tools.jackson.databind.json.JsonMapper;

class RevisitControllerWebTest {

    private static final Clock CLOCK = Clock.fixed(Story.REPLIED.plusSeconds(7_200), ZoneOffset.UTC);

    private final FollowupInMemory followup = new FollowupInMemory();
    private final WebTestClient api = WebTestClient.bindToController(new RevisitController(followup.desk(), CLOCK))
            .webFilter(SignedIn.filter(SignedIn.as(Role.REVISITOR)))
            .apply(new MockServerConfigurer() {
                @Override
                public void beforeServerCreated(WebHttpHandlerBuilder builder) {
                    builder.exceptionHandlers(handlers -> handlers.add(
                            0, new ProblemAnswers(JsonMapper.builder().build())));
                }
            })
            .build();

    @BeforeEach
    void oneTicketIsAnswered() {
        followup.hears(Story.registered()).hears(Story.replied()).hears(Story.accepted());
    }

    @Test
    void aRevisitShowsWhatWasAskedAndWhatWasAnswered() {
        api.get()
                .uri("/api/v1/revisits/{number}", Story.NUMBER)
                .exchange()
                .expectStatus()
                .isOk()
                .expectBody()
                .jsonPath("$.number")
                .isEqualTo(Story.NUMBER)
                .jsonPath("$.status.code")
                .isEqualTo("SCHEDULED")
                .jsonPath("$.status.term")
                .isEqualTo("待回访")
                .jsonPath("$.round")
                .isEqualTo(1)
                .jsonPath("$.title")
                .isEqualTo("2 单元楼道照明不亮")
                .jsonPath("$.place")
                .isEqualTo("城西区海湖花园 5 号楼 2 单元")
                .jsonPath("$.unit.code")
                .isEqualTo("630104")
                .jsonPath("$.reply.outcome.term")
                .isEqualTo("已解决")
                .jsonPath("$.attempts")
                .isEmpty()
                .jsonPath("$.version")
                .isEqualTo(2);
    }

    @Test
    void theQueueOfAStatusIsAPage() {
        api.get()
                .uri("/api/v1/revisits?status=SCHEDULED&size=5")
                .exchange()
                .expectStatus()
                .isOk()
                .expectBody()
                .jsonPath("$.items[0].number")
                .isEqualTo(Story.NUMBER)
                .jsonPath("$.size")
                .isEqualTo(5)
                .jsonPath("$.total")
                .isEqualTo(1);
        api.get()
                .uri("/api/v1/revisits?status=DONE")
                .exchange()
                .expectBody()
                .jsonPath("$.total")
                .isEqualTo(0);
    }

    @Test
    void anUnknownStatusIsRefusedByName() {
        api.get()
                .uri("/api/v1/revisits?status=FINISHED")
                .exchange()
                .expectStatus()
                .isEqualTo(422)
                .expectBody()
                .jsonPath("$.errors[0].field")
                .isEqualTo("status");
    }

    @Test
    void aVerdictIsRecordedAndAnsweredWithTheRevisit() {
        post("verdict", """
                        {"contacted": true, "solved": "NO", "satisfaction": "DISSATISFIED", "cause": "NOT_DONE",
                         "words": "打 13800001234 找我"}""")
                .expectStatus()
                .isOk()
                .expectBody()
                .jsonPath("$.status.code")
                .isEqualTo("DONE")
                .jsonPath("$.verdict.satisfaction.term")
                .isEqualTo("不满意")
                .jsonPath("$.verdict.words")
                .isEqualTo("打 138****1234 找我")
                .jsonPath("$.verdict.reopened")
                .isEqualTo(true);
        Instant now = CLOCK.instant();
        assertThat(followup.told())
                .containsExactly(
                        new RevisitRecorded(Story.NUMBER, "630104", true, "NO", "DISSATISFIED", "NOT_DONE", 1, now),
                        new TicketReopened(Story.NUMBER, "来电人表示诉求未解决，不满意（未办好）。", 2, now));
    }

    @Test
    void everythingMissingIsNamedAtOnce() {
        post("verdict", "{}")
                .expectStatus()
                .isEqualTo(422)
                .expectBody()
                .jsonPath("$.code")
                .isEqualTo("INVALID")
                .jsonPath("$.errors[*].field")
                .value(fields -> assertThat(fields.toString()).contains("contacted", "solved", "satisfaction"));
        assertThat(followup.told()).isEmpty();
    }

    @Test
    void aSecondVerdictIsAConflict() {
        String fine = "{\"contacted\": true, \"solved\": \"YES\", \"satisfaction\": \"SATISFIED\"}";
        post("verdict", fine).expectStatus().isOk();
        post("verdict", fine)
                .expectStatus()
                .isEqualTo(409)
                .expectBody()
                .jsonPath("$.code")
                .isEqualTo("NOT_IN_THAT_STATUS")
                .jsonPath("$.detail")
                .isEqualTo("这件工单现在不是待回访，可能已有人回访，请刷新后查看。");
    }

    @Test
    void aPostponedCallIsDueAsAgreed() {
        post("attempts", "{\"result\": \"POSTPONED\", \"nextAt\": \"2024-06-21T10:30:00+08:00\", \"note\": \"在开会\"}")
                .expectStatus()
                .isOk()
                .expectBody()
                .jsonPath("$.status.code")
                .isEqualTo("SCHEDULED")
                .jsonPath("$.dueAt")
                .isEqualTo("2024-06-21T02:30:00Z")
                .jsonPath("$.attempts[0].result.term")
                .isEqualTo("约定再访");
    }

    @Test
    void aPostponedCallWithoutATimeNamesTheField() {
        post("attempts", "{\"result\": \"POSTPONED\"}")
                .expectStatus()
                .isEqualTo(422)
                .expectBody()
                .jsonPath("$.code")
                .isEqualTo("APPOINTMENT_MISSING")
                .jsonPath("$.errors[0].field")
                .isEqualTo("nextAt");
    }

    @Test
    void anImpossibleDateIsMalformed() {
        post("attempts", "{\"result\": \"POSTPONED\", \"nextAt\": \"2024-06-31T10:30:00+08:00\"}")
                .expectStatus()
                .isBadRequest();
        assertThat(followup.told()).isEmpty();
    }

    @Test
    void anUnknownTicketIsNotFound() {
        api.get()
                .uri("/api/v1/revisits/XN240618-999999")
                .exchange()
                .expectStatus()
                .isNotFound()
                .expectBody()
                .jsonPath("$.code")
                .isEqualTo("NOT_FOUND");
    }

    private WebTestClient.ResponseSpec post(String what, String body) {
        return api.post()
                .uri("/api/v1/revisits/{number}/{what}", Story.NUMBER, what)
                .contentType(MediaType.APPLICATION_JSON)
                .bodyValue(body)
                .exchange();
    }
}
