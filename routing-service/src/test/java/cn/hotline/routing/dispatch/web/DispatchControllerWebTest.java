package cn.hotline.routing.dispatch.web;

import static org.assertj.core.api.Assertions.assertThat;

import cn.hotline.access.Person;
import cn.hotline.access.Position;
import cn.hotline.access.Role;
import cn.hotline.access.testing.SignedIn;
import cn.hotline.routing.WebSlice;
import cn.hotline.routing.contract.RoutingEvent.TicketReplied;
import cn.hotline.routing.dispatch.Desks;
import cn.hotline.routing.dispatch.Tickets;
import cn.hotline.routing.precedent.Precedents;
import cn.hotline.routing.precedent.model.ClosedTicket;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.http.MediaType;
import org.springframework.test.web.reactive.server.WebTestClient;
import reactor.core.publisher.Flux;

class DispatchControllerWebTest {

    private static final String PLAIN = "XN261123-000001";
    private static final String UNCLEAR = "XN261123-000002";
    private static final String REPLY = """
            {"verified":true,"contacted":true,"contactedAt":"2026-11-23T10:00:00+08:00","outcome":"SOLVED",
             "account":"11月23日上午物业科到现场，责令物业公司当天清运楼道垃圾。",
             "publicReply":"我区已到现场核实，物业公司当天清运了楼道垃圾，并从本周起每天清扫一次楼道。"}
            """;

    private static final String EMPTY_REPLY = """
            {"contacted":false,"outcome":"EXPLAINED","account":"已知悉","publicReply":"您好！您反映的问题已收悉。"}
            """;

    private static final ClosedTicket SIMILAR =
            new ClosedTicket("XN261101-000007", "楼道没人打扫", "物业公司收了费，楼道垃圾没人清。", "HC-PROPERTY", "物业服务", "城东区政府");

    private final Desks desks = new Desks();
    private final DispatchRequests requests =
            new DispatchRequests(Desks.UNITS, Desks.CATEGORIES, Desks.ASSESSOR, desks.clock);
    private final Viewers viewers = new Viewers(Desks.UNITS, desks.clock);
    private final DispatchController controller = new DispatchController(
            desks.dispatches,
            desks.dispatching,
            desks.secrecy,
            requests,
            viewers,
            new Lists(Desks.UNITS, Duration.ofDays(3), desks.clock),
            Desks.PUBLISHED,
            new Precedents(() -> Flux.just(SIMILAR), Desks.CATEGORIES, SignedIn.TENANT));
    private final HandlingController handling =
            new HandlingController(desks.units, new UnitRequests(Desks.UNITS, desks.clock), viewers);
    private final WebTestClient http = as(SignedIn.as(Role.DISPATCHER));
    private final WebTestClient centre = as(SignedIn.unit("630103"));

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
                .isEqualTo("小区保洁绿化")
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
    void aRoutedTicketTellsItsReasons() {
        http.get()
                .uri("/api/v1/dispatches/" + PLAIN + "/reasons")
                .exchange()
                .expectStatus()
                .isOk()
                .expectBody()
                .jsonPath("$.category.term")
                .isEqualTo("小区保洁绿化")
                .jsonPath("$.category.words")
                .isNotEmpty()
                .jsonPath("$.category.by")
                .value(by -> assertThat(by.toString()).startsWith("LEXICON-"))
                .jsonPath("$.place.words")
                .isNotEmpty()
                .jsonPath("$.rule.id")
                .isEqualTo("R-HC-PROPERTY")
                .jsonPath("$.rule.version")
                .isNotEmpty()
                .jsonPath("$.candidates[0].reason")
                .isNotEmpty()
                .jsonPath("$.doubts")
                .isEmpty()
                .jsonPath("$.similar[0].number")
                .isEqualTo("XN261101-000007")
                .jsonPath("$.similar[0].unit")
                .isEqualTo("城东区政府");
    }

    @Test
    void theReasonsOfAConfidentialTicketAreForThoseToWhomItOpens() {
        desks.dispatching.open(Tickets.confidential("XN261123-000003")).block();

        http.get()
                .uri("/api/v1/dispatches/XN261123-000003/reasons")
                .exchange()
                .expectStatus()
                .isNotFound();
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
        post(PLAIN, "dispatch", "{\"unit\":\"630105\",\"reason\":\"属地有误\"}")
                .expectStatus()
                .isOk();
        post(as(SignedIn.unit("630105")), PLAIN, "acknowledge", "{}")
                .expectStatus()
                .isOk();
        post(PLAIN, "dispatch", "{\"unit\":\"630103\",\"reason\":\"属地有误\"}")
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
        centre.post()
                .uri("/api/v1/dispatches/" + PLAIN + "/acknowledge")
                .header("If-Match", "\"9\"")
                .exchange()
                .expectStatus()
                .isEqualTo(409)
                .expectBody()
                .jsonPath("$.code")
                .isEqualTo("VERSION_CONFLICT");
        centre.post()
                .uri("/api/v1/dispatches/" + PLAIN + "/acknowledge")
                .header("If-Match", "\"1\"")
                .exchange()
                .expectStatus()
                .isOk();
    }

    @Test
    void aReplyGoesToRevisit() {
        post(centre, PLAIN, "acknowledge", "{}").expectStatus().isOk();
        post(centre, PLAIN, "reply", REPLY)
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
    void aDoubtedReplyIsSentBackWithItsDoubts() {
        post(centre, PLAIN, "acknowledge", "{}").expectStatus().isOk();
        post(centre, PLAIN, "reply", EMPTY_REPLY)
                .expectStatus()
                .isEqualTo(422)
                .expectBody()
                .jsonPath("$.code")
                .isEqualTo("REPLY_DOUBTED")
                .jsonPath("$.errors[?(@.field=='contacted')].detail")
                .value(detail -> assertThat(detail.toString()).contains("没有联系诉求人"))
                .jsonPath("$.errors[?(@.field=='publicReply')].detail")
                .value(detail -> assertThat(detail.toString()).contains("套话"));
        assertThat(desks.dispatches.told()).noneMatch(TicketReplied.class::isInstance);
    }

    @Test
    void aReplyIsLookedAtWithoutBeingKept() {
        post(centre, PLAIN, "reply-check", EMPTY_REPLY)
                .expectStatus()
                .isOk()
                .expectBody()
                .jsonPath("$.doubts[*].kind")
                .value(kinds -> assertThat(kinds.toString()).contains("CONTACT_MISSING", "TEMPLATE"))
                .jsonPath("$.doubts[0].term")
                .exists()
                .jsonPath("$.doubts[0].sentence")
                .exists();
        post(centre, PLAIN, "reply-check", REPLY)
                .expectStatus()
                .isOk()
                .expectBody()
                .jsonPath("$.doubts")
                .isEmpty();
        assertThat(desks.dispatches.told()).noneMatch(TicketReplied.class::isInstance);
    }

    @Test
    void anothersReplyIsNotLookedAt() {
        post(as(SignedIn.unit("630105")), PLAIN, "reply-check", REPLY)
                .expectStatus()
                .isNotFound();
    }

    @Test
    void whoeverSendsADoubtedReplySaysWhy() {
        post(centre, PLAIN, "acknowledge", "{}").expectStatus().isOk();
        String open = EMPTY_REPLY.strip();
        post(centre, PLAIN, "reply", open.substring(0, open.length() - 1) + ",\"override\":{\"reason\":\" \"}}")
                .expectStatus()
                .isEqualTo(422)
                .expectBody()
                .jsonPath("$.errors[0].field")
                .isEqualTo("override.reason");
        post(centre, PLAIN, "reply", open.substring(0, open.length() - 1) + ",\"override\":{\"reason\":\"来电人已搬走\"}}")
                .expectStatus()
                .isOk()
                .expectBody()
                .jsonPath("$.reply.overridden")
                .isEqualTo("来电人已搬走")
                .jsonPath("$.reply.doubts[*].kind")
                .value(kinds -> assertThat(kinds.toString()).contains("CONTACT_MISSING", "TEMPLATE"));
    }

    @Test
    void aReplyNamesTheFilesThatShowIt() {
        post(centre, PLAIN, "acknowledge", "{}").expectStatus().isOk();
        String open = REPLY.strip();
        post(centre, PLAIN, "reply", open.substring(0, open.length() - 1) + ",\"attachments\":[\"../1\"]}")
                .expectStatus()
                .isEqualTo(422)
                .expectBody()
                .jsonPath("$.errors[0].field")
                .isEqualTo("attachments");
        post(
                        centre,
                        PLAIN,
                        "reply",
                        open.substring(0, open.length() - 1) + ",\"attachments\":[\"f-1\",\"f-1\",\"f-2\"]}")
                .expectStatus()
                .isOk()
                .expectBody()
                .jsonPath("$.reply.attachments.length()")
                .isEqualTo(2);
        assertThat(desks.dispatches.told())
                .filteredOn(TicketReplied.class::isInstance)
                .singleElement()
                .extracting(told -> ((TicketReplied) told).attachments())
                .isEqualTo(List.of("f-1", "f-2"));
    }

    @Test
    void aReplyBeforeAcknowledgementIsAConflict() {
        post(centre, PLAIN, "reply", REPLY)
                .expectStatus()
                .isEqualTo(409)
                .expectBody()
                .jsonPath("$.code")
                .isEqualTo("NOT_ACKNOWLEDGED_YET");
    }

    @Test
    void aFaultyReplyNamesEveryFieldAtOnce() {
        post(
                        centre,
                        PLAIN,
                        "reply",
                        "{\"contacted\":false,\"contactedAt\":\"2026-11-23T10:00:00+08:00\",\"outcome\":\"FINE\"}")
                .expectStatus()
                .isEqualTo(422)
                .expectBody()
                .jsonPath("$.errors[*].field")
                .value(fields ->
                        assertThat(fields.toString()).contains("contactedAt", "outcome", "account", "publicReply"));
    }

    @Test
    void aMalformedRequestIsNotUnderstood() {
        post(centre, PLAIN, "reply", "{\"contacted\":").expectStatus().isBadRequest();
        post(centre, PLAIN, "reply", REPLY.replace("2026-11-23T10:00:00+08:00", "2026-02-30T10:00:00+08:00"))
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
                .isEqualTo("1")
                .jsonPath("$.deadlines[0].working")
                .isEqualTo(true)
                .jsonPath("$.deadlines[0].calendarAssumed")
                .isEqualTo(false)
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

    @Test
    void aUnitSeesItsOwnWhateverItAsksFor() {
        WebTestClient north = as(SignedIn.unit("630105"));
        for (String query : List.of("", "unit=630103", "q=XN261123", "status=DISPATCHED", "sort=due", "size=200")) {
            north.get()
                    .uri("/api/v1/dispatches?" + query)
                    .exchange()
                    .expectBody()
                    .jsonPath("$.total")
                    .isEqualTo(0)
                    .jsonPath("$.items")
                    .isEmpty();
        }
        centre.get()
                .uri("/api/v1/dispatches")
                .exchange()
                .expectBody()
                .jsonPath("$.items[*].number")
                .isEqualTo(PLAIN);
    }

    @ParameterizedTest
    @ValueSource(strings = {PLAIN, UNCLEAR, "XN261123-999999"})
    void probingAnothersNumberTellsNothing(String number) {
        WebTestClient north = as(SignedIn.unit("630105"));
        for (String path : List.of("", "/deadline-explanation")) {
            north.get()
                    .uri("/api/v1/dispatches/" + number + path)
                    .exchange()
                    .expectStatus()
                    .isNotFound()
                    .expectBody()
                    .jsonPath("$.code")
                    .isEqualTo("NOT_FOUND");
        }
        post(north, number, "acknowledge", "{}").expectStatus().isNotFound();
        post(north, number, "reply", REPLY).expectStatus().isNotFound();
        post(north, number, "named", "{\"account\":\"unit-630105\"}")
                .expectStatus()
                .isNotFound();
        north.post()
                .uri("/api/v1/dispatches/" + number + "/acknowledge")
                .header("If-Match", "\"9\"")
                .exchange()
                .expectStatus()
                .isNotFound();
    }

    @Test
    void aHelperReadsAndIsToldThatTheLeadAnswers() {
        WebTestClient housing = as(SignedIn.unit("630100-HOUSING"));

        housing.get()
                .uri("/api/v1/dispatches/" + PLAIN)
                .exchange()
                .expectStatus()
                .isOk();
        post(housing, PLAIN, "acknowledge", "{}")
                .expectStatus()
                .isEqualTo(409)
                .expectBody()
                .jsonPath("$.detail")
                .value(String.class, detail -> assertThat(detail).contains("主办单位签收、答复"));
    }

    @Test
    void aUnitThatLostTheTicketDoesNotSeeItAnyMore() {
        post(PLAIN, "dispatch", "{\"unit\":\"630105\",\"reason\":\"属地有误\"}")
                .expectStatus()
                .isOk();

        centre.get()
                .uri("/api/v1/dispatches/" + PLAIN)
                .exchange()
                .expectStatus()
                .isNotFound();
    }

    @Test
    void theTrailShowsThePerson() {
        post(centre, PLAIN, "acknowledge", "{}")
                .expectBody()
                .jsonPath("$.steps[2].by.name")
                .isEqualTo("承办单位·unit-630103")
                .jsonPath("$.steps[2].by.unit.name")
                .isEqualTo("城中区政府")
                .jsonPath("$.steps[2].by.position.term")
                .isEqualTo("经办人")
                .jsonPath("$.steps[2].by.account")
                .doesNotExist();
    }

    @Test
    void aConfidentialTicketIsTakenByNameAndThatIsWrittenDown() {
        desks.dispatching.open(Tickets.confidential("XN261123-000003")).block();
        http.get()
                .uri("/api/v1/dispatches/XN261123-000003")
                .exchange()
                .expectBody(String.class)
                .value(body -> assertThat(body)
                        .contains("保密诉求", "\"withheld\":true", "finishBy")
                        .doesNotContain("楼道", "物业", "南川西路"));
        post("XN261123-000003", "dispatch", "{\"unit\":\"630105\",\"reason\":\"属地有误\"}")
                .expectStatus()
                .isEqualTo(409)
                .expectBody()
                .jsonPath("$.code")
                .isEqualTo("CONFIDENTIAL");
        post("XN261123-000003", "sight", "{}").expectStatus().isEqualTo(422);
        assertThat(desks.audited).isEmpty();

        post("XN261123-000003", "sight", "{\"reason\":\"须派单\"}")
                .expectBody()
                .jsonPath("$.withheld")
                .isEqualTo(false)
                .jsonPath("$.title")
                .isEqualTo("物业公司长期不清理楼道垃圾");
        assertThat(desks.audited).containsExactly("TAKE_CONFIDENTIAL XN261123-000003");
        post("XN261123-000003", "dispatch", "{\"unit\":\"630105\",\"reason\":\"属地有误\"}")
                .expectStatus()
                .isOk();
    }

    @Test
    void inNeedTwoPeopleOpenItAndBothAreWrittenDown() {
        desks.dispatching.open(Tickets.confidential("XN261123-000003")).block();
        WebTestClient supervisor = as(SignedIn.as(Role.SUPERVISOR));

        post("XN261123-000003", "break-glass", "{\"reason\":\"来电人称有危险\"}")
                .expectBody()
                .jsonPath("$.confirmBy")
                .isEqualTo("2026-11-23T02:16:00Z")
                .jsonPath("$.openUntil")
                .doesNotExist();
        desks.clock.pass(Duration.ofMinutes(5));
        post(supervisor, "XN261123-000003", "break-glass", "{\"reason\":\"已核实\"}")
                .expectBody()
                .jsonPath("$.openUntil")
                .isEqualTo("2026-11-23T02:36:00Z")
                .jsonPath("$.content")
                .doesNotExist();
        for (WebTestClient each : List.of(http, supervisor)) {
            each.get()
                    .uri("/api/v1/dispatches/XN261123-000003")
                    .exchange()
                    .expectBody()
                    .jsonPath("$.title")
                    .isEqualTo("物业公司长期不清理楼道垃圾");
        }

        assertThat(desks.audited).containsExactly("BREAK_GLASS XN261123-000003", "BREAK_GLASS XN261123-000003");
        desks.clock.pass(Duration.ofMinutes(30));
        http.get()
                .uri("/api/v1/dispatches/XN261123-000003")
                .exchange()
                .expectBody()
                .jsonPath("$.withheld")
                .isEqualTo(true);
    }

    @Test
    void whatCannotBeWrittenDownDoesNotOpen() {
        desks.dispatching.open(Tickets.confidential("XN261123-000003")).block();
        desks.auditFails = true;

        post("XN261123-000003", "sight", "{\"reason\":\"须派单\"}").expectStatus().is5xxServerError();

        desks.auditFails = false;
        http.get()
                .uri("/api/v1/dispatches/XN261123-000003")
                .exchange()
                .expectBody()
                .jsonPath("$.withheld")
                .isEqualTo(true);
    }

    @Test
    void aHeadNamesAClerk() {
        desks.dispatching.open(Tickets.confidential("XN261123-000003")).block();
        WebTestClient head = as(SignedIn.unit("630103", Position.HEAD));
        centre.get()
                .uri("/api/v1/dispatches/XN261123-000003")
                .exchange()
                .expectStatus()
                .isNotFound();

        post(head, "XN261123-000003", "named", "{\"account\":\"unit 630103\"}")
                .expectStatus()
                .isEqualTo(422);
        post(head, "XN261123-000003", "named", "{\"account\":\"unit-630103\"}")
                .expectStatus()
                .isOk();

        centre.get()
                .uri("/api/v1/dispatches/XN261123-000003")
                .exchange()
                .expectStatus()
                .isOk();
    }

    @Test
    void whoIsAccusedIsRefusedByNameOfTheFieldUntilASupervisorLiftsTheMark() {
        desks.dispatching.open(Tickets.accusing("XN261123-000003")).block();
        WebTestClient supervisor = as(SignedIn.as(Role.SUPERVISOR));

        post("XN261123-000003", "dispatch", "{\"unit\":\"630103\",\"reason\":\"属地有误\"}")
                .expectStatus()
                .isEqualTo(422)
                .expectBody()
                .jsonPath("$.code")
                .isEqualTo("UNIT_CONCERNED")
                .jsonPath("$.errors[0].detail")
                .isEqualTo("建议派给市纪委监委信访室");
        post(supervisor, "XN261123-000003", "concerns/630103/lift", "{\"reason\":\"反映的是物业公司\"}")
                .expectBody()
                .jsonPath("$.concerns")
                .isEmpty();
        post("XN261123-000003", "dispatch", "{\"unit\":\"630103\",\"reason\":\"属地有误\"}")
                .expectStatus()
                .isOk();
    }

    private WebTestClient.ResponseSpec post(String number, String act, String body) {
        return post(http, number, act, body);
    }

    private static WebTestClient.ResponseSpec post(WebTestClient by, String number, String act, String body) {
        return by.post()
                .uri("/api/v1/dispatches/" + number + "/" + act)
                .contentType(MediaType.APPLICATION_JSON)
                .bodyValue(body)
                .exchange();
    }

    @Test
    void aUnitSendsATicketBackAndTheHotlineGivesItOn() {
        String objection = "{\"ground\":\"NOT_OUR_PLACE\",\"shouldBe\":\"630105\",\"basis\":\"该路段属城北区\"}";
        post(centre, PLAIN, "return", objection)
                .expectStatus()
                .isOk()
                .expectBody()
                .jsonPath("$.status.code")
                .isEqualTo("RETURN_REVIEW")
                .jsonPath("$.returns")
                .isEqualTo(1)
                .jsonPath("$.objection.ground.term")
                .isEqualTo("属地不符")
                .jsonPath("$.objection.shouldBe.name")
                .isEqualTo("城北区政府");
        post(http, PLAIN, "return-decision", "{\"approved\":true,\"unit\":\"630105\",\"reason\":\"属地在城北\"}")
                .expectStatus()
                .isOk()
                .expectBody()
                .jsonPath("$.status.code")
                .isEqualTo("DISPATCHED")
                .jsonPath("$.unit.code")
                .isEqualTo("630105")
                .jsonPath("$.objection")
                .doesNotExist();
        post(as(SignedIn.unit("630105")), PLAIN, "return", "{\"ground\":\"OWNERSHIP_UNCLEAR\",\"basis\":\"权属有争议\"}")
                .expectBody()
                .jsonPath("$.status.code")
                .isEqualTo("ARBITRATION");
        post(as(SignedIn.as(Role.SUPERVISOR)), PLAIN, "ruling", "{\"unit\":\"630103\",\"reason\":\"属地监管\"}")
                .expectStatus()
                .isOk()
                .expectBody()
                .jsonPath("$.unit.code")
                .isEqualTo("630103")
                .jsonPath("$.returns")
                .isEqualTo(2);
    }

    @Test
    void aReturnWithoutGroundBasisOrOwnerNamesEachField() {
        post(centre, PLAIN, "return", "{}")
                .expectStatus()
                .isEqualTo(422)
                .expectBody()
                .jsonPath("$.errors[0].field")
                .isEqualTo("ground")
                .jsonPath("$.errors[1].field")
                .isEqualTo("basis");
        post(centre, PLAIN, "return", "{\"ground\":\"NOT_OUR_DUTY\",\"basis\":\"无此职责\"}")
                .expectStatus()
                .isEqualTo(422)
                .expectBody()
                .jsonPath("$.errors[0].field")
                .isEqualTo("shouldBe")
                .jsonPath("$.errors[0].detail")
                .isEqualTo("请选择应由哪个单位办理");
    }

    @Test
    void aTicketGoesDownAndWhatComesUpIsShownWithEachLevelsTime() {
        WebTestClient street = as(SignedIn.unit("630103002"));
        WebTestClient housing = as(SignedIn.unit("630100-HOUSING"));
        post(centre, PLAIN, "acknowledge", "{}").expectStatus().isOk();
        desks.clock.pass(Duration.ofMinutes(30));

        post(centre, PLAIN, "pass-down", "{\"unit\":\"630103002\",\"note\":\"请现场核实\"}")
                .expectStatus()
                .isOk()
                .expectBody()
                .jsonPath("$.assignments[1].role")
                .isEqualTo("BELOW")
                .jsonPath("$.assignments[1].state.term")
                .isEqualTo("待签收")
                .jsonPath("$.assignments[1].share.from.code")
                .isEqualTo("630103")
                .jsonPath("$.assignments[1].share.late")
                .isEqualTo(false);
        desks.clock.pass(Duration.ofMinutes(10));
        post(street, PLAIN, "acknowledge", "{}").expectStatus().isOk();
        post(street, PLAIN, "whistle", """
                {"departments":["630100-HOUSING"],"by":"2026-11-23T08:00:00Z","note":"请到场"}""")
                .expectStatus()
                .isOk()
                .expectBody()
                .jsonPath("$.assignments[2].state.code")
                .isEqualTo("CALLED")
                .jsonPath("$.assignments[2].errand.call.by.name")
                .isEqualTo("南滩街道");
        post(housing, PLAIN, "check-in", "{}").expectStatus().isOk();
        post(street, PLAIN, "reply", """
                {"verified":true,"contacted":true,"outcome":"SOLVED","account":"已清理","publicReply":"楼道已清理。"}""")
                .expectStatus()
                .isOk()
                .expectBody()
                .jsonPath("$.status.code")
                .isEqualTo("IN_PROGRESS")
                .jsonPath("$.assignments[1].share.report.publicReply")
                .isEqualTo("楼道已清理。")
                .jsonPath("$.held[0].unit.code")
                .isEqualTo("630103")
                .jsonPath("$.held[1].unit.code")
                .isEqualTo("630103002");
        post(centre, PLAIN, "co-units/630100-HOUSING/end", "{\"reason\":\"已到场\"}")
                .expectStatus()
                .isOk()
                .expectBody()
                .jsonPath("$.coUnits.length()")
                .isEqualTo(0);
        post(centre, PLAIN, "hand-back", "{\"reason\":\"请补充时间\"}")
                .expectStatus()
                .isOk();
        post(centre, PLAIN, "take-back", "{\"reason\":\"由区里答复\"}")
                .expectStatus()
                .isOk();
        street.get()
                .uri("/api/v1/dispatches/" + PLAIN)
                .exchange()
                .expectStatus()
                .isNotFound();
    }

    @Test
    void whatIsIncompleteIsRefusedWithTheFieldsThatMiss() {
        post(centre, PLAIN, "acknowledge", "{}").expectStatus().isOk();

        post(centre, PLAIN, "pass-down", "{\"unit\":\"nobody\"}")
                .expectStatus()
                .isEqualTo(422)
                .expectBody()
                .jsonPath("$.errors.length()")
                .isEqualTo(2);
        post(centre, PLAIN, "whistle", "{\"departments\":[]}")
                .expectStatus()
                .isEqualTo(422)
                .expectBody()
                .jsonPath("$.errors.length()")
                .isEqualTo(3);
        post(http, PLAIN, "reply-decision", "{\"accepted\":false}")
                .expectStatus()
                .isEqualTo(422);
        post(http, PLAIN, "reply-decision", "{\"accepted\":true}")
                .expectStatus()
                .isEqualTo(409);
    }

    private WebTestClient as(Person person) {
        return WebSlice.of(person, controller, handling);
    }
}
