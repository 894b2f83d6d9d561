package cn.hotline.followup.supervision.web;

import static org.assertj.core.api.Assertions.assertThat;

import cn.hotline.access.Person;
import cn.hotline.access.Role;
import cn.hotline.access.testing.SignedIn;
import cn.hotline.chassis.web.ProblemAnswers;
import cn.hotline.followup.FollowupInMemory;
import cn.hotline.followup.Story;
import cn.hotline.followup.contract.FollowupEvent.SupervisionIssued;
import java.time.Instant;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.http.MediaType;
import org.springframework.test.web.reactive.server.MockServerConfigurer;
import org.springframework.test.web.reactive.server.WebTestClient;
import org.springframework.test.web.reactive.server.WebTestClient.ResponseSpec;
import org.springframework.web.server.adapter.WebHttpHandlerBuilder;
import tools.jackson.databind.json.JsonMapper;

class SupervisionControllerWebTest {

    private static final String ID = Story.NUMBER + "-1";

    private final FollowupInMemory followup = new FollowupInMemory();
    private final WebTestClient supervisor = as(SignedIn.as(Role.SUPERVISOR));
    private final WebTestClient unit = as(SignedIn.unit("630104"));
    private final WebTestClient other = as(SignedIn.unit("630105"));

    @BeforeEach
    void oneTicketIsWithAUnit() {
        followup.hears(Story.registered()).hears(Story.dispatched());
    }

    @Test
    void aUnitIsSupervisedAnswersAndIsLetGo() {
        issue("{\"number\":\"%s\",\"level\":\"SUPERVISE\",\"text\":\"请找王先生 13800006627 说明\"}".formatted(Story.NUMBER))
                .expectStatus()
                .isCreated()
                .expectBody()
                .jsonPath("$.id")
                .isEqualTo(ID)
                .jsonPath("$.level.term")
                .isEqualTo("督办")
                .jsonPath("$.text")
                .isEqualTo("请找王先生 138****6627 说明")
                .jsonPath("$.unit.name")
                .isEqualTo("城西区人民政府")
                .jsonPath("$.title")
                .isEqualTo("2 单元楼道照明不亮");
        post(unit, ID + "/answer", "{\"content\":\"灯具已到，明日更换\"}")
                .expectStatus()
                .isOk()
                .expectBody()
                .jsonPath("$.status.code")
                .isEqualTo("ANSWERED");
        post(supervisor, ID + "/lift", "{}")
                .expectStatus()
                .isOk()
                .expectBody()
                .jsonPath("$.status.term")
                .isEqualTo("已解除");
        assertThat(followup.pressed()).hasAtLeastOneElementOfType(SupervisionIssued.class);
    }

    @Test
    void aUnitSeesAndAnswersItsOwn() {
        issue("{\"number\":\"%s\",\"level\":\"URGE\",\"text\":\"请抓紧\"}".formatted(Story.NUMBER));
        total(unit, 1);
        total(supervisor, 1);
        total(other, 0);
        post(other, ID + "/answer", "{\"content\":\"不是我\"}").expectStatus().isNotFound();
    }

    @Test
    void whatIsWrongIsSaidByField() {
        problem(issue("{}"), 422, "INVALID").jsonPath("$.errors.length()").isEqualTo(3);
        problem(issue(until(FollowupInMemory.NOW.minusSeconds(1))), 422, "ANSWER_BY_OUT_OF_RANGE")
                .jsonPath("$.errors[0].field")
                .isEqualTo("answerBy");
        problem(issue(until(FollowupInMemory.NOW.plusSeconds(61 * 86_400))), 422, "ANSWER_BY_OUT_OF_RANGE");
    }

    @Test
    void aTicketIsEscalatedOnce() {
        String escalate = "{\"number\":\"%s\",\"level\":\"ESCALATE\",\"text\":\"市领导批示\"}".formatted(Story.NUMBER);
        issue(escalate)
                .expectStatus()
                .isCreated()
                .expectBody()
                .jsonPath("$.escalation.ground.code")
                .isEqualTo("OFFICE");
        problem(issue(escalate), 409, "ALREADY_ESCALATED");
        supervisor
                .get()
                .uri("/api/v1/supervisions?escalated=true")
                .exchange()
                .expectBody()
                .jsonPath("$.items[0].number")
                .isEqualTo(Story.NUMBER);
    }

    @Test
    void whatIsNotThereIsAbsent() {
        problem(issue(until(null).replace(Story.NUMBER, "XN240618-999999")), 404, "NOT_FOUND");
        problem(post(supervisor, "nonsense/lift", "{}"), 404, "UNKNOWN_SUPERVISION");
        problem(post(supervisor, ID + "/lift", "{}"), 404, "UNKNOWN_SUPERVISION");
    }

    private static String until(Instant answerBy) {
        String until = answerBy == null ? "" : ",\"answerBy\":\"" + answerBy + "\"";
        return "{\"number\":\"%s\",\"level\":\"URGE\",\"text\":\"请抓紧\"%s}".formatted(Story.NUMBER, until);
    }

    private ResponseSpec issue(String body) {
        return post(supervisor, "", body);
    }

    private static ResponseSpec post(WebTestClient client, String path, String body) {
        return client.post()
                .uri("/api/v1/supervisions" + (path.isEmpty() ? "" : "/" + path))
                .contentType(MediaType.APPLICATION_JSON)
                .bodyValue(body)
                .exchange();
    }

    private static void total(WebTestClient client, int expected) {
        client.get()
                .uri("/api/v1/supervisions?status=OPEN")
                .exchange()
                .expectStatus()
                .isOk()
                .expectBody()
                .jsonPath("$.total")
                .isEqualTo(expected);
    }

    private static WebTestClient.BodyContentSpec problem(ResponseSpec answer, int status, String code) {
        return answer.expectStatus()
                .isEqualTo(status)
                .expectBody()
                .jsonPath("$.code")
                .isEqualTo(code)
                .jsonPath("$.detail")
                .value(String.class, detail -> assertThat(detail).containsPattern("[\\u4e00-\\u9fff]"));
    }

    private WebTestClient as(Person person) {
        return WebTestClient.bindToController(new SupervisionController(followup.supervision()))
                .webFilter(SignedIn.filter(person))
                .apply(new MockServerConfigurer() {
                    @Override
                    public void beforeServerCreated(WebHttpHandlerBuilder builder) {
                        builder.exceptionHandlers(handlers -> handlers.add(
                                0, new ProblemAnswers(JsonMapper.builder().build())));
                    }
                })
                .build();
    }
}
