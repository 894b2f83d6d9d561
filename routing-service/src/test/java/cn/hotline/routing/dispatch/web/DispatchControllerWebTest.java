package cn.hotline.routing.dispatch.web;

import static org.assertj.core.api.Assertions.assertThat;

import cn.hotline.routing.WebSlice;
import cn.hotline.routing.contract.RoutingEvent.TicketReplied;
import cn.hotline.routing.dispatch.Desks;
import cn.hotline.routing.dispatch.Tickets;
import java.time.Duration;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.http.MediaType;
import org.springframework.test.web.reactive.server.WebTestClient;

class DispatchControllerWebTest {

    private static final String PLAIN = "XN261123-000001";
    private static final String UNCLEAR = "XN261123-000002";
    private static final String REPLY = """
            {"verified":true,"contacted":true,"contactedAt":"2026-11-23T10:00:00+08:00","outcome":"SOLVED",
             "account":"已到现场","publicReply":"已督促物业清扫楼道。"}
            """;

    private final Desks desks = new Desks();
    private final WebTestClient http = WebSlice.of(new DispatchController(
            desks.dispatches,
            desks.dispatching,
            desks.units,
            new DispatchRequests(Desks.UNITS, Desks.CATEGORIES, Desks.ASSESSOR, desks.clock),
            Desks.UNITS,
            Desks.POLICY,
            desks.clock));

    @BeforeEach
    void twoTicketsHaveArrived() {
        desks.dispatching.open(Tickets.plain(PLAIN)).block();
        desks.clock.pass(Duration.ofMinutes(1));
        desks.dispatching.open(Tickets.unclear(UNCLEAR)).block();
    }

    @Test
    void aDispatchIsShownWhole() {
        http.get()
                .uri("/api/v1/dispatches/" + PLAIN)
                .exchange()
                .expectStatus()
                .isOk()
                .expectHeader()
                .valueEquals("ETag", "\"1\"")
                .expectBody()
                .jsonPath("$.number")
                .isEqualTo(PLAIN)
                .jsonPath("$.status.term")
                .isEqualTo("待签收")
                .jsonPath("$.unit.name")
                .isEqualTo("城中区政府")
                .jsonPath("$.coUnits[0].code")
                .isEqualTo("630100-HOUSING")
                .jsonPath("$.category.term")
                .isEqualTo("物业服务")
                .jsonPath("$.rule.id")
                .isEqualTo("R-HC-PROPERTY")
                .jsonPath("$.deadlines.finishBy")
                .isEqualTo("2026-11-30T02:00:00Z")
                .jsonPath("$.assignments[1].role")
                .isEqualTo("CO")
                .jsonPath("$.steps.length()")
                .isEqualTo(2)
                .jsonPath("$.version")
                .isEqualTo(1);
    }

    @Test
    void aWaitingTicketSaysWhyAndHasNoDeadlinesYet() {
        http.get()
                .uri("/api/v1/dispatches/" + UNCLEAR)
                .exchange()
                .expectBody()
                .jsonPath("$.status.code")
                .isEqualTo("PENDING_DISPATCH")
                .jsonPath("$.doubts[0].term")
                .isEqualTo("未识别出诉求分类")
                .jsonPath("$.deadlines")
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"XN261123-999999", "no such number", "xn1"})
    void anUnknownTicketIsNotFound(String number) {
        http.get()
                .uri("/api/v1/dispatches/{number}", number)
                .exchange()
                .expectStatus()
                .isNotFound()
                .expectBody()
                .jsonPath("$.code")
                .isEqualTo("NOT_FOUND");
    }

    @ParameterizedTest
    @CsvSource({
        "'',2",
        "status=PENDING_DISPATCH,1",
        "status=CLOSED,0",
        "unit=630103,1",
        "unit=630105,0",
        "due=today,0",
        "due=overdue,0",
        "q=楼道,1",
        "q=XN261123,2",
        "sort=waiting,2"
    })
    void aListIsFilteredAndCounted(String query, int total) {
        http.get()
                .uri("/api/v1/dispatches?" + query)
                .exchange()
                .expectStatus()
                .isOk()
                .expectBody()
                .jsonPath("$.total")
                .isEqualTo(total)
                .jsonPath("$.items.length()")
                .isEqualTo(total);
    }

    @Test
    void whatIsDueTodayBecomesOverdueTomorrow() {
        desks.clock.pass(Duration.ofHours(20));
        http.get()
                .uri("/api/v1/dispatches?due=today&unit=630103")
                .exchange()
                .expectBody()
                .jsonPath("$.items[0].number")
                .isEqualTo(PLAIN);
        desks.clock.pass(Duration.ofHours(10));
        http.get()
                .uri("/api/v1/dispatches?due=overdue")
                .exchange()
                .expectBody()
                .jsonPath("$.total")
                .isEqualTo(1);
    }

    @Test
    void aPageOfAListSaysWhereItIs() {
        http.get()
                .uri("/api/v1/dispatches?page=1&size=1")
                .exchange()
                .expectBody()
                .jsonPath("$.items[0].number")
                .isEqualTo(PLAIN)
                .jsonPath("$.page")
                .isEqualTo(1)
                .jsonPath("$.size")
                .isEqualTo(1)
                .jsonPath("$.total")
                .isEqualTo(2);
    }

    @ParameterizedTest
    @CsvSource({"status=NOWHERE,status", "unit=000000,unit", "due=SOMEDAY,due", "sort=COLOUR,sort"})
    void anUnknownFilterIsRefusedByName(String query, String field) {
        http.get()
                .uri("/api/v1/dispatches?" + query)
                .exchange()
                .expectStatus()
                .isEqualTo(422)
                .expectBody()
                .jsonPath("$.errors[0].field")
                .isEqualTo(field);
    }

    @Test
    void aDispatcherDispatches() {
        post(UNCLEAR, "dispatch", "{\"unit\":\"630105\",\"coUnits\":[\"630100-URBAN\"],\"reason\":\"来电人补充了地址\"}")
                .expectStatus()
                .isOk()
                .expectHeader()
                .valueEquals("ETag", "\"2\"")
                .expectBody()
                .jsonPath("$.status.code")
                .isEqualTo("DISPATCHED")
                .jsonPath("$.rule.reason")
                .isEqualTo("来电人补充了地址")
                .jsonPath("$.coUnits[0].name")
                .isEqualTo("市城市管理局");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{}|unit",
                "{\"unit\":\"000000\"}|unit",
                "{\"unit\":\"630105\",\"coUnits\":[\"000000\"]}|coUnits",
                "{\"unit\":\"630105\",\"coUnits\":[\"630105\"]}|coUnits",
                "{\"unit\":\"630105\",\"coUnits\":[null]}|coUnits",
                "{\"unit\":\"630105\",\"category\":\"ZZ\"}|category",
                "{\"unit\":\"630105\",\"urgency\":\"SOON\"}|urgency",
                "{\"unit\":\"630105\",\"reason\":\"a\\u0007b\"}|reason"
            })
    void aFaultyDispatchIsRefusedByFieldAndChangesNothing(String body, String field) {
        post(UNCLEAR, "dispatch", body)
                .expectStatus()
                .isEqualTo(422)
                .expectBody()
                .jsonPath("$.code")
                .isEqualTo("INVALID")
                .jsonPath("$.errors[0].field")
                .isEqualTo(field);
        assertThat(desks.dispatches.told()).hasSize(3);
    }

    @Test
    void aTicketMayBeDispatchedAnewUntilItIsAcknowledged() {
        post(PLAIN, "dispatch", "{\"unit\":\"630105\"}").expectStatus().isOk();
        post(PLAIN, "acknowledge", "{}").expectStatus().isOk();
        post(PLAIN, "dispatch", "{\"unit\":\"630103\"}")
                .expectStatus()
                .isEqualTo(409)
                .expectBody()
                .jsonPath("$.code")
                .isEqualTo("ALREADY_TAKEN_ON")
                .jsonPath("$.detail")
                .value(String.class, detail -> assertThat(detail).endsWith("。"));
    }

    @Test
    void anotherVersionIsAConflict() {
        http.post()
                .uri("/api/v1/dispatches/" + PLAIN + "/acknowledge")
                .header("If-Match", "\"9\"")
                .exchange()
                .expectStatus()
                .isEqualTo(409)
                .expectBody()
                .jsonPath("$.code")
                .isEqualTo("VERSION_CONFLICT");
        http.post()
                .uri("/api/v1/dispatches/" + PLAIN + "/acknowledge")
                .header("If-Match", "\"1\"")
                .exchange()
                .expectStatus()
                .isOk();
    }

    @Test
    void aReplyGoesToRevisit() {
        post(PLAIN, "acknowledge", "{}").expectStatus().isOk();
        post(PLAIN, "reply", REPLY)
                .expectStatus()
                .isOk()
                .expectBody()
                .jsonPath("$.status.code")
                .isEqualTo("PENDING_FOLLOWUP")
                .jsonPath("$.reply.outcome.term")
                .isEqualTo("已解决");
        assertThat(desks.dispatches.told())
                .filteredOn(TicketReplied.class::isInstance)
                .singleElement()
                .extracting(told -> ((TicketReplied) told).finishedInTime())
                .isEqualTo(true);
    }

    @Test
    void aReplyBeforeAcknowledgementIsAConflict() {
        post(PLAIN, "reply", REPLY)
                .expectStatus()
                .isEqualTo(409)
                .expectBody()
                .jsonPath("$.code")
                .isEqualTo("NOT_ACKNOWLEDGED_YET");
    }

    @Test
    void aFaultyReplyNamesEveryFieldAtOnce() {
        post(PLAIN, "reply", "{\"contacted\":false,\"contactedAt\":\"2026-11-23T10:00:00+08:00\",\"outcome\":\"FINE\"}")
                .expectStatus()
                .isEqualTo(422)
                .expectBody()
                .jsonPath("$.errors[*].field")
                .value(fields ->
                        assertThat(fields.toString()).contains("contactedAt", "outcome", "account", "publicReply"));
    }

    @Test
    void aMalformedRequestIsNotUnderstood() {
        post(PLAIN, "reply", "{\"contacted\":").expectStatus().isBadRequest();
        post(PLAIN, "reply", REPLY.replace("2026-11-23T10:00:00+08:00", "2026-02-30T10:00:00+08:00"))
                .expectStatus()
                .isBadRequest();
        http.get()
                .uri("/api/v1/dispatches?page=first")
                .exchange()
                .expectStatus()
                .isBadRequest();
    }

    @Test
    void aDeadlineIsExplained() {
        http.get()
                .uri("/api/v1/dispatches/" + PLAIN + "/deadline-explanation")
                .exchange()
                .expectStatus()
                .isOk()
                .expectBody()
                .jsonPath("$.number")
                .isEqualTo(PLAIN)
                .jsonPath("$.deadlines[0].kind.code")
                .isEqualTo("ACKNOWLEDGE")
                .jsonPath("$.deadlines[0].grade.term")
                .isEqualTo("一般")
                .jsonPath("$.deadlines[0].counted[0].day")
                .isEqualTo("2026-11-23")
                .jsonPath("$.deadlines[0].counted[0].from")
                .isEqualTo("10:00")
                .jsonPath("$.deadlines[0].counted[2].to")
                .isEqualTo("10:00")
                .jsonPath("$.deadlines[0].ruleVersion")
                .isEqualTo("2026.1")
                .jsonPath("$.deadlines[2].counted.length()")
                .isEqualTo(8)
                .jsonPath("$.deadlines[2].limit")
                .isEqualTo("7天");
        http.get()
                .uri("/api/v1/dispatches/" + UNCLEAR + "/deadline-explanation")
                .exchange()
                .expectStatus()
                .isOk()
                .expectBody()
                .jsonPath("$.deadlines")
                .isEmpty();
    }

    private WebTestClient.ResponseSpec post(String number, String act, String body) {
        return http.post()
                .uri("/api/v1/dispatches/" + number + "/" + act)
                .contentType(MediaType.APPLICATION_JSON)
                .bodyValue(body)
                .exchange();
    }
}
