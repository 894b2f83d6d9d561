package cn.hotline.followup.exclusion.web;

import static org.assertj.core.api.Assertions.assertThat;

import cn.hotline.access.Person;
import cn.hotline.access.Role;
import cn.hotline.access.testing.SignedIn;
import cn.hotline.chassis.web.ProblemAnswers;
import cn.hotline.followup.FollowupInMemory;
import cn.hotline.followup.Story;
import cn.hotline.followup.contract.FollowupEvent.ExclusionRevoked;
import cn.hotline.followup.contract.FollowupEvent.TicketExcluded;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.http.MediaType;
import org.springframework.test.web.reactive.server.MockServerConfigurer;
import org.springframework.test.web.reactive.server.WebTestClient;
import org.springframework.test.web.reactive.server.WebTestClient.ResponseSpec;
import org.springframework.web.server.adapter.WebHttpHandlerBuilder;
import tools.jackson.databind.json.JsonMapper;

class ExclusionControllerWebTest {

    private static final String ID = Story.NUMBER + "-1";
    private static final String YES = "{\"approved\":true,\"reason\":\"已核对立案通知书\"}";

    private final FollowupInMemory followup = new FollowupInMemory();
    private final WebTestClient revisitor = as(SignedIn.as(Role.REVISITOR));
    private final WebTestClient supervisor = as(SignedIn.as(Role.SUPERVISOR));
    private final WebTestClient office = as(SignedIn.as(Role.CITY_OFFICE));

    @BeforeEach
    void oneTicketIsAnswered() {
        followup.hears(Story.registered()).hears(Story.replied()).hears(Story.accepted());
    }

    @Test
    void oneProposesAnotherApprovesAndAThirdAllowsTheAppeal() {
        propose()
                .expectStatus()
                .isCreated()
                .expectBody()
                .jsonPath("$.id")
                .isEqualTo(ID)
                .jsonPath("$.status.term")
                .isEqualTo("待审批")
                .jsonPath("$.evidence")
                .isEqualTo("立案通知书，来电人 138****6627 认可")
                .jsonPath("$.about.title")
                .isEqualTo("2 单元楼道照明不亮");
        post(supervisor, ID + "/decision", YES)
                .expectStatus()
                .isOk()
                .expectBody()
                .jsonPath("$.status.code")
                .isEqualTo("APPROVED")
                .jsonPath("$.decision.reason")
                .isEqualTo("已核对立案通知书")
                .jsonPath("$.appealUntil")
                .isNotEmpty();
        post(revisitor, ID + "/appeal", "{\"words\":\"已经撤诉，打 13800006627\"}")
                .expectStatus()
                .isOk()
                .expectBody()
                .jsonPath("$.appeal.words")
                .isEqualTo("已经撤诉，打 138****6627");
        String allowed = "{\"allowed\":true,\"reason\":\"已核对撤诉裁定\"}";
        problem(post(supervisor, ID + "/appeal-decision", allowed), 422, "DECIDED_BEFORE");
        post(office, ID + "/appeal-decision", allowed)
                .expectStatus()
                .isOk()
                .expectBody()
                .jsonPath("$.status.term")
                .isEqualTo("撤销剔除");
        assertThat(followup.told())
                .extracting(told -> (Object) told.getClass())
                .containsExactly(TicketExcluded.class, ExclusionRevoked.class);
        assertThat(followup.told().toString()).doesNotContain("138", "立案通知书，来电人", "已经撤诉");
    }

    @Test
    void whoProposesDoesNotDecideWhateverTheirRoles() {
        WebTestClient both = as(SignedIn.as(Role.REVISITOR, Role.SUPERVISOR));
        propose();
        problem(post(both, ID + "/decision", YES), 422, "OWN_PROPOSAL")
                .jsonPath("$.detail")
                .isEqualTo("申请剔除的人不能自己审批，请由他人审批。");
        assertThat(followup.told()).isEmpty();
    }

    @Test
    void whatWaitsIsListedAndRead() {
        propose();
        for (WebTestClient each : List.of(supervisor, office, revisitor)) {
            each.get()
                    .uri("/api/v1/exclusions?status=PROPOSED")
                    .exchange()
                    .expectStatus()
                    .isOk()
                    .expectBody()
                    .jsonPath("$.total")
                    .isEqualTo(1)
                    .jsonPath("$.items[0].id")
                    .isEqualTo(ID);
        }
        supervisor
                .get()
                .uri("/api/v1/exclusions/" + ID)
                .exchange()
                .expectBody()
                .jsonPath("$.ground.term")
                .isEqualTo("已进入诉讼、仲裁、纪检监察、复议、信息公开或信访程序")
                .jsonPath("$.about.publicReply")
                .isEqualTo("已更换 2 单元楼道灯具 6 盏，现场试亮正常。");
    }

    @Test
    void whatIsMissingIsNamedAndWhatIsNotThereIsAbsent() {
        problem(post(revisitor, "", "{}"), 422, "INVALID")
                .jsonPath("$.errors[*].field")
                .value(fields -> assertThat(fields.toString()).contains("number", "ground", "evidence"));
        problem(post(supervisor, ID + "/decision", "{\"approved\":true}"), 422, "INVALID");
        problem(post(supervisor, ID + "/appeal-decision", "{\"reason\":\"不成立\"}"), 422, "INVALID");
        problem(post(revisitor, ID + "/appeal", "{\"words\":\" \"}"), 422, "INVALID");
        problem(post(supervisor, ID + "/decision", YES), 404, "UNKNOWN_EXCLUSION");
        problem(post(supervisor, "nonsense/decision", YES), 404, "UNKNOWN_EXCLUSION");
        problem(post(supervisor, "XN240618-999999-1/decision", YES), 404, "NOT_FOUND");
        problem(supervisor.get().uri("/api/v1/exclusions/" + ID).exchange(), 404, "UNKNOWN_EXCLUSION");
    }

    @Test
    void aSecondDecisionIsAConflict() {
        propose();
        post(supervisor, ID + "/decision", YES).expectStatus().isOk();
        problem(post(office, ID + "/decision", YES), 409, "NOT_WAITING");
        problem(propose(), 409, "NOT_IN_THAT_STATUS");
    }

    @Test
    void aConfidentialOneIsReadAndDecidedByWhoTookItByName() {
        FollowupInMemory secret = new FollowupInMemory()
                .hears(Story.confidential())
                .hears(Story.replied())
                .hears(Story.accepted());
        WebTestClient caller = as(secret, SignedIn.as(Role.REVISITOR));
        WebTestClient decider = as(secret, SignedIn.as(Role.SUPERVISOR));
        problem(post(caller, "", proposal()), 409, "CONFIDENTIAL");
        secret.desk()
                .take(
                        FollowupInMemory.REVISITOR,
                        secret.find(Story.NUMBER).revisit().ticket())
                .block();
        post(caller, "", proposal()).expectStatus().isCreated();

        decider.get()
                .uri("/api/v1/exclusions?status=PROPOSED")
                .exchange()
                .expectBody(String.class)
                .value(list -> assertThat(list).contains(ID).doesNotContain("立案", "楼道"));
        problem(post(decider, ID + "/decision", YES), 409, "CONFIDENTIAL");
        post(decider, ID + "/sight", "{}")
                .expectStatus()
                .isOk()
                .expectBody()
                .jsonPath("$.evidence")
                .isEqualTo("立案通知书，来电人 138****6627 认可");
        post(decider, ID + "/decision", YES).expectStatus().isOk();
        assertThat(secret.audited()).last().isEqualTo("TAKE_CONFIDENTIAL " + Story.NUMBER);
    }

    private ResponseSpec propose() {
        return post(revisitor, "", proposal());
    }

    private static String proposal() {
        return "{\"number\":\"%s\",\"ground\":\"IN_PROCEDURE\",\"evidence\":\"立案通知书，来电人 13800006627 认可\"}"
                .formatted(Story.NUMBER);
    }

    private static ResponseSpec post(WebTestClient client, String path, String body) {
        return client.post()
                .uri("/api/v1/exclusions" + (path.isEmpty() ? "" : "/" + path))
                .contentType(MediaType.APPLICATION_JSON)
                .bodyValue(body)
                .exchange();
    }

    private static WebTestClient.BodyContentSpec problem(ResponseSpec answer, int status, String code) {
        return answer.expectStatus()
                .isEqualTo(status)
                .expectBody()
                .jsonPath("$.code")
                .isEqualTo(code);
    }

    private WebTestClient as(Person person) {
        return as(followup, person);
    }

    private static WebTestClient as(FollowupInMemory followup, Person person) {
        return WebTestClient.bindToController(new ExclusionController(followup.exclusions()))
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
