package cn.hotline.reporting.ledger.web;

import static cn.hotline.reporting.Told.classified;
import static cn.hotline.reporting.Told.dispatched;
import static cn.hotline.reporting.Told.phone;
import static cn.hotline.reporting.Told.replied;
import static cn.hotline.reporting.Told.through;
import static org.assertj.core.api.Assertions.assertThat;

import cn.hotline.chassis.web.ProblemAnswers;
import cn.hotline.reporting.Office;
import cn.hotline.reporting.Told;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.test.web.reactive.server.WebTestClient;
import org.springframework.web.server.WebFilter;
import tools.jackson.databind.json.JsonMapper;

class LedgerControllerTest {

    private static final WebFilter BY_THE_OFFICE =
            (exchange, chain) -> chain.filter(exchange).contextWrite(Office.CAUSE.context());
    private static final WebFilter PROBLEMS = (exchange, chain) -> chain.filter(exchange)
            .onErrorResume(error -> new ProblemAnswers(JsonMapper.builder().build()).handle(exchange, error));

    private final Office office = new Office()
            .hears(phone().hazard("GAS").registered("XN240618-000001"))
            .hears(classified("XN240618-000001", "EE-NOISE", "噪音问题"))
            .hears(dispatched("XN240618-000001", "EE-NOISE", "噪音问题"))
            .hears(phone().answered("XN240618-000002"))
            .hears(through("WECHAT").registered("XN240618-000003"))
            .hears(phone().receivedAt(Told.at(Told.DAY.plusDays(1), 7, 0)).registered("XN240619-000001"));
    private final WebTestClient http = WebTestClient.bindToController(
                    new LedgerController(office.ledger, office.terms, office.clock))
            .webFilter(PROBLEMS, BY_THE_OFFICE)
            .build();

    @Test
    void theRowsOfADayAreListedNewestFirst() {
        get("?date=2024-06-18&size=2")
                .expectStatus()
                .isOk()
                .expectBody()
                .jsonPath("$.total")
                .isEqualTo(3)
                .jsonPath("$.items.length()")
                .isEqualTo(2)
                .jsonPath("$.items[0].number")
                .isEqualTo("XN240618-000003")
                .jsonPath("$.items[1].status.term")
                .isEqualTo("直接办理");
    }

    @Test
    void aConfidentialTicketIsARowWithoutContents() {
        office.hears(phone().confidential("XN240618-000009"))
                .hears(classified("XN240618-000009", "EE-NOISE", "噪音问题"))
                .hears(dispatched("XN240618-000009", "EE-NOISE", "噪音问题"));

        for (String path : List.of("?date=2024-06-18&unit=630102", "/XN240618-000009")) {
            get(path).expectStatus().isOk().expectBody(String.class).value(body -> assertThat(body)
                    .contains("XN240618-000009", "保密诉求", "finishBy"));
        }
        get("/XN240618-000009").expectBody(String.class).value(body -> assertThat(body)
                .doesNotContain("施工", "夏都大街", "噪音"));
    }

    @Test
    void aConfidentialTicketIsNotFoundByItsTags() {
        office.hears(phone().confidential("XN240618-000009")).hears(classified("XN240618-000009", "EE-NOISE", "噪音问题"));

        get("?date=2024-06-18&tag=NIGHT")
                .expectBody(String.class)
                .value(body -> assertThat(body).contains("\"total\":1").doesNotContain("XN240618-000009"));
    }

    @Test
    void withoutADayTodayIsMeant() {
        get("").expectBody().jsonPath("$.items[0].number").isEqualTo("XN240619-000001");
    }

    @Test
    void rowsAreFoundByStatusChannelUnitAndTag() {
        get("?date=2024-06-18&status=DISPATCHED")
                .expectBody()
                .jsonPath("$.total")
                .isEqualTo(1);
        get("?date=2024-06-18&channel=WECHAT")
                .expectBody()
                .jsonPath("$.items[0].number")
                .isEqualTo("XN240618-000003");
        get("?date=2024-06-18&unit=630102")
                .expectBody()
                .jsonPath("$.items[0].unit.name")
                .isEqualTo("城东区政府");
        get("?date=2024-06-18&tag=NIGHT")
                .expectBody()
                .jsonPath("$.total")
                .isEqualTo(1)
                .jsonPath("$.items[0].tags[0].term")
                .isEqualTo("夜间");
        get("?date=2024-06-18&tag=ELDERLY").expectBody().jsonPath("$.total").isEqualTo(0);
    }

    @Test
    void aStatusThatDoesNotExistIsRefusedByItsField() {
        get("?date=2024-06-18&status=SLEEPING")
                .expectStatus()
                .isEqualTo(422)
                .expectBody()
                .jsonPath("$.errors[0].field")
                .isEqualTo("status");
    }

    @Test
    void theWholeCourseOfATicketIsTold() {
        office.hears(replied("XN240618-000001", Told.TEN.plusSeconds(7_200)));

        get("/XN240618-000001")
                .expectStatus()
                .isOk()
                .expectBody()
                .jsonPath("$.row.reportGroup")
                .isEqualTo("噪音问题")
                .jsonPath("$.row.hazard.term")
                .isEqualTo("燃气")
                .jsonPath("$.row.finishedInTime")
                .isEqualTo(true)
                .jsonPath("$.steps.length()")
                .isEqualTo(4)
                .jsonPath("$.steps[2].by")
                .isEqualTo("城东区政府")
                .jsonPath("$.steps[2].note")
                .isEqualTo("噪音由所在区县政府办理")
                .jsonPath("$.steps[3].result.term")
                .isEqualTo("已解决");
    }

    @Test
    void aTicketNobodyToldOfIsNotFound() {
        get("/XN240618-999999")
                .expectStatus()
                .isNotFound()
                .expectBody()
                .jsonPath("$.code")
                .isEqualTo("NOT_FOUND");
    }

    private WebTestClient.ResponseSpec get(String path) {
        return http.get().uri("/api/v1/ledger" + path).exchange();
    }
}
