package cn.hotline.intake.reveal.web;

import static cn.hotline.intake.Story.done;
import static org.assertj.core.api.Assertions.assertThat;

import cn.hotline.access.Person;
import cn.hotline.access.Role;
import cn.hotline.access.testing.SignedIn;
import cn.hotline.chassis.web.ProblemAnswers;
import cn.hotline.intake.Story;
import cn.hotline.intake.registration.NewTicket;
import cn.hotline.intake.registration.model.Caller.Wishes;
import cn.hotline.intake.registration.model.Decision;
import cn.hotline.intake.reveal.RevealsInMemory;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.http.MediaType;
import org.springframework.test.web.reactive.server.MockServerConfigurer;
import org.springframework.test.web.reactive.server.WebTestClient;
import org.springframework.test.web.reactive.server.WebTestClient.ResponseSpec;
import org.springframework.web.server.adapter.WebHttpHandlerBuilder;
import tools.jackson.databind.json.JsonMapper;

class RevealWebTest {

    private static final Person OPERATOR = SignedIn.as(Role.OPERATOR);
    private static final Person SUPERVISOR = SignedIn.as(Role.SUPERVISOR);
    private static final String TICKET = "/api/v1/tickets/XN240618-000001";
    private static final String CONFIDENTIAL = "/api/v1/tickets/XN240618-000002";

    private final RevealsInMemory reveals = new RevealsInMemory();

    @BeforeEach
    void twoTickets() {
        done(reveals.intake.registration.register(Story.forwarded()).contextWrite(OPERATOR.context()));
        done(reveals.intake.registration.register(new NewTicket(
                Story.byPhone(null),
                Story.WANG,
                new Wishes(false, true, true),
                Story.matter(),
                Decision.forward(),
                List.of())));
    }

    @Test
    void whatIsShownIsTheCallerAndUntilWhen() {
        post(OPERATOR, TICKET + "/reveals", Map.of())
                .expectStatus()
                .isOk()
                .expectBody()
                .jsonPath("$.name")
                .isEqualTo(Story.NAME)
                .jsonPath("$.phone")
                .isEqualTo("13800006627")
                .jsonPath("$.content")
                .isEqualTo(Story.CONTENT)
                .jsonPath("$.until")
                .exists()
                .jsonPath("$.watermark")
                .value(String.class, mark -> assertThat(mark).contains("operator"))
                .jsonPath("$.grounds.term")
                .isEqualTo("本人正在办理的来电");
    }

    @Test
    void whoHasNoGroundsIsToldWhatToDo() {
        post(colleague(), TICKET + "/reveals", Map.of("reason", "核实"))
                .expectStatus()
                .isEqualTo(422)
                .expectBody()
                .jsonPath("$.code")
                .isEqualTo("REASON_NEEDED");
        post(colleague(), CONFIDENTIAL + "/reveals", Map.of("reason", "核实举报线索"))
                .expectStatus()
                .isForbidden()
                .expectBody()
                .jsonPath("$.detail")
                .value(String.class, detail -> assertThat(detail).contains("两人共同发起"));
        post(colleague(), "/api/v1/tickets/XN240618-999999/reveals", Map.of("reason", "核实举报线索"))
                .expectStatus()
                .isNotFound();
        post(SignedIn.unit("630105"), TICKET + "/reveals", Map.of())
                .expectStatus()
                .isNotFound();
    }

    @Test
    void twoPeopleOpenAConfidentialTicketTogether() {
        post(colleague(), CONFIDENTIAL + "/break-glass", Map.of("reason", "夜间紧急核实"))
                .expectStatus()
                .isAccepted()
                .expectBody()
                .jsonPath("$.open")
                .isEqualTo(false);
        post(SUPERVISOR, CONFIDENTIAL + "/break-glass", Map.of("reason", "同意紧急核实"))
                .expectStatus()
                .isOk()
                .expectBody()
                .jsonPath("$.open")
                .isEqualTo(true);
        post(SUPERVISOR, CONFIDENTIAL + "/reveals", Map.of()).expectStatus().isOk();
        post(SUPERVISOR, CONFIDENTIAL + "/break-glass", Map.of("reason", " "))
                .expectStatus()
                .isEqualTo(422);
    }

    @Test
    void whoeverIsForgottenIsGone() {
        post(SUPERVISOR, TICKET + "/forgetting", Map.of("reason", "本人申请删除"))
                .expectStatus()
                .isNoContent();
        post(OPERATOR, TICKET + "/reveals", Map.of())
                .expectStatus()
                .isEqualTo(409)
                .expectBody()
                .jsonPath("$.code")
                .isEqualTo("FORGOTTEN");
    }

    private static Person colleague() {
        return new Person("630100", "operator-2", "赵敏", OPERATOR.roles(), null, null, "-");
    }

    private ResponseSpec post(Person person, String path, Map<String, String> body) {
        return WebTestClient.bindToController(new RevealController(
                        reveals.desk, reveals.breakGlass, reveals.forgetting, RevealsInMemory.GLASS))
                .apply(new MockServerConfigurer() {
                    @Override
                    public void beforeServerCreated(WebHttpHandlerBuilder builder) {
                        builder.filters(filters -> filters.add(0, SignedIn.filter(person)));
                        builder.exceptionHandlers(handlers -> handlers.add(
                                0, new ProblemAnswers(JsonMapper.builder().build())));
                    }
                })
                .build()
                .post()
                .uri(path)
                .contentType(MediaType.APPLICATION_JSON)
                .bodyValue(body)
                .exchange();
    }
}
