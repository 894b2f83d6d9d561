package cn.hotline.reporting.dailyreport.web;

import static cn.hotline.reporting.Told.phone;
import static cn.hotline.reporting.Told.through;
import static org.assertj.core.api.Assertions.assertThat;

import cn.hotline.chassis.web.ProblemAnswers;
import cn.hotline.reporting.Office;
import cn.hotline.reporting.Told;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.http.MediaType;
import org.springframework.test.web.reactive.server.WebTestClient;
import org.springframework.web.server.WebFilter;
import tools.jackson.databind.json.JsonMapper;

class DailyReportControllerTest {

    private static final WebFilter BY_THE_OFFICE =
            (exchange, chain) -> chain.filter(exchange).contextWrite(Office.CAUSE.context());
    private static final WebFilter PROBLEMS = (exchange, chain) -> chain.filter(exchange)
            .onErrorResume(error -> new ProblemAnswers(JsonMapper.builder().build()).handle(exchange, error));

    private final Office office = new Office()
            .hears(phone().hazard("GAS").registered("XN240618-000001"))
            .hears(phone().answered("XN240618-000002"))
            .hears(through("WECHAT").answered("XN240618-000003"));
    private final WebTestClient http = WebTestClient.bindToController(
                    new DailyReportController(office.desk, office.terms))
            .webFilter(PROBLEMS, BY_THE_OFFICE)
            .build();

    @Test
    void theReportIsAnsweredWithFiguresTextAndChecks() {
        get("/api/v1/daily-reports/2024-06-18")
                .expectStatus()
                .isOk()
                .expectBody()
                .jsonPath("$.date")
                .isEqualTo("2024-06-18")
                .jsonPath("$.status")
                .isEqualTo("DRAFT")
                .jsonPath("$.version")
                .isEqualTo(0)
                .jsonPath("$.issueNumber")
                .isEqualTo(170)
                .jsonPath("$.calls")
                .isEqualTo(2)
                .jsonPath("$.direct")
                .isEqualTo(1)
                .jsonPath("$.forwarded")
                .isEqualTo(1)
                .jsonPath("$.web.total")
                .isEqualTo(1)
                .jsonPath("$.web.channels[0].code")
                .isEqualTo("WECHAT")
                .jsonPath("$.web.channels[0].term")
                .isEqualTo("西宁12345微信公众号")
                .jsonPath("$.hot[0].group")
                .isEqualTo("噪音问题")
                .jsonPath("$.hot[0].count")
                .isEqualTo(3)
                .jsonPath("$.hot[0].rank")
                .isEqualTo(1)
                .jsonPath("$.identities[?(@.holds == false)]")
                .isEmpty()
                .jsonPath("$.text")
                .value(text -> assertThat((String) text).startsWith("6月18日，12345"));
    }

    @Test
    void theHazardReportIsAnsweredWithBodiesAndKinds() {
        get("/api/v1/hazard-reports/2024-06-18")
                .expectStatus()
                .isOk()
                .expectBody()
                .jsonPath("$.total")
                .isEqualTo(1)
                .jsonPath("$.bodies[0].code")
                .isEqualTo("12345")
                .jsonPath("$.bodies[0].count")
                .isEqualTo(1)
                .jsonPath("$.bodies[1].term")
                .isEqualTo("西宁市应急管理局")
                .jsonPath("$.kinds[0].term")
                .isEqualTo("燃气")
                .jsonPath("$.text")
                .value(text -> assertThat((String) text).startsWith("6月18日，西宁市共收到安全隐患举报1件"));
    }

    @Test
    void theTextsArePlainUtf8() {
        for (String report : new String[] {"daily-reports", "hazard-reports"}) {
            byte[] text = get("/api/v1/" + report + "/2024-06-18.txt")
                    .expectStatus()
                    .isOk()
                    .expectHeader()
                    .contentType(new MediaType(MediaType.TEXT_PLAIN, StandardCharsets.UTF_8))
                    .expectBody()
                    .returnResult()
                    .getResponseBody();
            assertThat(new String(text, StandardCharsets.UTF_8).lines())
                    .hasSize(2)
                    .element(1)
                    .asString()
                    .startsWith("6月18日，");
        }
    }

    @Test
    void theFirstIssueIsCreatedAndTheSameOneAnsweredAgain() {
        issue("2024-06-18")
                .expectStatus()
                .isCreated()
                .expectHeader()
                .valueEquals("Location", "/api/v1/daily-reports/2024-06-18?version=1")
                .expectBody()
                .jsonPath("$.version")
                .isEqualTo(1)
                .jsonPath("$.sha256")
                .exists();
        issue("2024-06-18")
                .expectStatus()
                .isOk()
                .expectBody()
                .jsonPath("$.version")
                .isEqualTo(1);
        get("/api/v1/daily-reports/2024-06-18")
                .expectBody()
                .jsonPath("$.status")
                .isEqualTo("ISSUED")
                .jsonPath("$.version")
                .isEqualTo(1);
    }

    @Test
    void anEditionThatDoesNotExistIsNotFound() {
        get("/api/v1/daily-reports/2024-06-18?version=3")
                .expectStatus()
                .isNotFound()
                .expectBody()
                .jsonPath("$.code")
                .isEqualTo("NO_SUCH_EDITION");
    }

    @ParameterizedTest
    @ValueSource(strings = {"2024-02-30", "2024-13-01", "yesterday", "20240618", "2024-06-18.pdf"})
    void aDayThatIsNoDayIsMalformed(String day) {
        get("/api/v1/daily-reports/" + day)
                .expectStatus()
                .isBadRequest()
                .expectBody()
                .jsonPath("$.code")
                .isEqualTo("MALFORMED")
                .jsonPath("$.detail")
                .value(detail -> assertThat((String) detail).contains("日期"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"daily-reports/2024-06-20", "hazard-reports/2024-06-20", "figures/calls?date=2999-01-01"})
    void aDayThatHasNotBegunIsRefused(String path) {
        get("/api/v1/" + path)
                .expectStatus()
                .isEqualTo(422)
                .expectBody()
                .jsonPath("$.code")
                .isEqualTo("DAY_NOT_BEGUN")
                .jsonPath("$.detail")
                .isEqualTo("这一天还没有到，没有日报。");
        issue("2024-06-20").expectStatus().isEqualTo(422);
        assertThat(office.issued.told()).isEmpty();
    }

    @Test
    void aFigureOpensToWhatItCounts() {
        get("/api/v1/figures/calls?date=2024-06-18&size=1")
                .expectStatus()
                .isOk()
                .expectBody()
                .jsonPath("$.figure.term")
                .isEqualTo("来电诉求")
                .jsonPath("$.total")
                .isEqualTo(2)
                .jsonPath("$.items.length()")
                .isEqualTo(1)
                .jsonPath("$.items[0].tickets[0].number")
                .isEqualTo("XN240618-000001");
        get("/api/v1/figures/nothing?date=2024-06-18")
                .expectStatus()
                .isNotFound()
                .expectBody()
                .jsonPath("$.code")
                .isEqualTo("NO_SUCH_FIGURE");
    }

    @Test
    void theInvariantsOfTodayAndYesterdayAreLookedAt() {
        get("/api/v1/invariants")
                .expectStatus()
                .isOk()
                .expectBody()
                .jsonPath("$.holds")
                .isEqualTo(true)
                .jsonPath("$.items.length()")
                .isEqualTo(6)
                .jsonPath("$.items[0].date")
                .isEqualTo("2024-06-19")
                .jsonPath("$.items[3].date")
                .isEqualTo("2024-06-18")
                .jsonPath("$.items[3].left")
                .isEqualTo(2);
    }

    @Test
    void anInvariantThatDoesNotHoldIsSaid() {
        office.hears(Told.call("c9", Told.TEN, "SOMETHING_NEW"));

        get("/api/v1/invariants").expectBody().jsonPath("$.holds").isEqualTo(false);
    }

    private WebTestClient.ResponseSpec get(String path) {
        return http.get().uri(path).exchange();
    }

    private WebTestClient.ResponseSpec issue(String day) {
        return http.post().uri("/api/v1/daily-reports/" + day + "/issue").exchange();
    }
}
