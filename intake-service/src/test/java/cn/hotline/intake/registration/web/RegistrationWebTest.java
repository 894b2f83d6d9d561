package cn.hotline.intake.registration.web;

import static org.assertj.core.api.Assertions.assertThat;

import cn.hotline.intake.Story;
import java.time.Duration;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.test.web.reactive.server.WebTestClient;

/** Registering over HTTP: what is accepted, and every way of being refused. */
class RegistrationWebTest {

    private static final String TICKETS = "/api/v1/tickets";

    private final ApiSlice api = new ApiSlice();

    @Test
    void aTicketIsRegistered() {
        api.post(TICKETS, ticket())
                .expectStatus()
                .isCreated()
                .expectHeader()
                .location("/api/v1/tickets/XN240618-000001")
                .expectHeader()
                .valueEquals("ETag", "\"1\"")
                .expectBody()
                .jsonPath("$.number")
                .isEqualTo("XN240618-000001")
                .jsonPath("$.status.code")
                .isEqualTo("FORWARDED")
                .jsonPath("$.status.term")
                .isEqualTo("已转办")
                .jsonPath("$.version")
                .isEqualTo(1);
    }

    @ParameterizedTest
    @CsvSource({
        "ANSWER, answer, CLOSED_DIRECT",
        "REJECT, reason, REJECTED",
        "TRANSFER_OUT, reason, TRANSFERRED_OUT",
    })
    void everyDispositionNeedsItsWords(String disposition, String words, String status) {
        Map<String, Object> sent = with("disposition", disposition);
        refused(sent, words);
        sent.put(words, "已告知来电人。");
        api.post(TICKETS, sent)
                .expectStatus()
                .isCreated()
                .expectBody()
                .jsonPath("$.status.code")
                .isEqualTo(status);
    }

    @Test
    void theSameMessageAgainIsTheTicketItAlreadyIs() {
        Map<String, Object> sent = with("externalId", "wx-20240618-1");
        sent.put("channel", "WECHAT");
        api.post(TICKETS, sent).expectStatus().isCreated();
        api.post(TICKETS, sent)
                .expectStatus()
                .isOk()
                .expectBody()
                .jsonPath("$.number")
                .isEqualTo("XN240618-000001");
        assertThat(api.intake.tickets.told()).hasSize(1);
    }

    @ParameterizedTest
    @CsvSource({
        "channel, PIGEON",
        "channel, ''",
        "kind, SHOUT",
        "kind, ''",
        "kind, complaint",
        "content, ''",
        "content, '   '",
        "categoryCode, NO-SUCH",
        "urgency, NOW",
        "disposition, FORGET",
        "callId, CXN240618-000009",
        "title, 'with a \u0007 bell'",
        "content, 'with a \u0000 null'",
        "content, 'with a \uFFFD replacement'",
        "receivedAt, 2024-06-11T01:11:59Z",
        "receivedAt, 2024-06-18T01:17:01Z",
        "happenedAt, 2024-06-18T01:17:01Z",
        "happenedAt, 1024-06-18T01:17:01Z",
    })
    void whatIsAtFaultIsNamedByItsField(String field, String sent) {
        refused(with(field, sent), field);
    }

    @ParameterizedTest
    @CsvSource({
        "caller, phone, 12x, caller.phone",
        "caller, phone, 1, caller.phone",
        "place, divisionCode, 630199, place.divisionCode",
        "place, longitude, 101.7, place.longitude",
        "hazard, kind, EARTHQUAKE, hazard.kind",
        "hazard, severity, MAJOR, hazard.kind",
    })
    void aFaultInsideIsNamedByItsPath(String part, String field, String sent, String path) {
        refused(with(part, Map.of(field, sent)), path);
    }

    @Test
    void anOldDivisionCodeIsKeptAsItsSuccessors() {
        api.post(TICKETS, with("place", Map.of("divisionCode", "630122")))
                .expectStatus()
                .isCreated();
        api.get(TICKETS + "/XN240618-000001")
                .expectBody()
                .jsonPath("$.place.divisionCode")
                .isEqualTo("630106")
                .jsonPath("$.place.county")
                .isEqualTo("湟中区");
    }

    @Test
    void everythingAtFaultIsSaidAtOnce() {
        api.post(TICKETS, Map.of())
                .expectStatus()
                .isEqualTo(HttpStatus.UNPROCESSABLE_CONTENT)
                .expectBody()
                .jsonPath("$.errors[*].field")
                .value(String[].class, fields -> assertThat(fields).containsExactly("channel", "content", "kind"));
    }

    @Test
    void lengthsAreCountedInCharactersAsPeopleSeeThem() {
        api.post(TICKETS, with("content", "😀".repeat(4_000))).expectStatus().isCreated();
        refused(with("content", "😀".repeat(4_001)), "content");
        refused(with("title", "灯".repeat(101)), "title");
    }

    @Test
    void lineBreaksAndTabsAreText() {
        api.post(TICKETS, with("content", "第一行\r\n\t第二行")).expectStatus().isCreated();
    }

    @Test
    void aMessageMayArriveSevenDaysLate() {
        Map<String, Object> sent =
                with("receivedAt", Story.NOW.minus(Duration.ofDays(7)).toString());
        api.post(TICKETS, sent).expectStatus().isCreated();
        api.get(TICKETS + "/XN240618-000001")
                .expectBody()
                .jsonPath("$.receivedAt")
                .value(String.class, at -> assertThat(at).startsWith("2024-06-11"));
    }

    @ParameterizedTest
    @CsvSource({
        "receivedAt, 2024-02-30T10:00:00+08:00",
        "receivedAt, 2024-13-01T10:00:00+08:00",
        "happenedAt, yesterday",
    })
    void anImpossibleDateIsMalformedAndNamed(String field, String sent) {
        malformed(with(field, sent)).jsonPath("$.errors[0].field").isEqualTo(field);
    }

    @Test
    void wordsWhereANumberBelongsAreMalformedAndNamed() {
        malformed(with("place", Map.of("longitude", "east")))
                .jsonPath("$.errors[0].field")
                .isEqualTo("place.longitude");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "{", "[]", "\"text\"", "{\"content\": }", "null"})
    void brokenJsonIsMalformed(String body) {
        malformed(body);
    }

    @Test
    void brokenUtf8IsMalformed() {
        malformed(new byte[] {'{', '"', 'a', '"', ':', '"', (byte) 0xC3, (byte) 0x28, '"', '}'});
    }

    @Test
    void aBodyOverOneMebibyteIsTooLarge() {
        problem(api.post(TICKETS, with("content", "x".repeat(1 << 20))), HttpStatus.CONTENT_TOO_LARGE);
    }

    @Test
    void onlyJsonIsUnderstood() {
        problem(
                api.client
                        .post()
                        .uri(TICKETS)
                        .contentType(MediaType.TEXT_PLAIN)
                        .bodyValue("路灯不亮")
                        .exchange(),
                HttpStatus.UNSUPPORTED_MEDIA_TYPE);
    }

    @Test
    void aTicketOfARecordedCallNamesIt() {
        api.post("/api/v1/calls", Map.of("startedAt", Story.NOW.toString(), "outcome", "TICKETS"))
                .expectStatus()
                .isCreated()
                .expectBody()
                .jsonPath("$.callId")
                .isEqualTo("CXN240618-000001");
        api.post(TICKETS, with("callId", "CXN240618-000001")).expectStatus().isCreated();
        Map<String, Object> byWeb = with("callId", "CXN240618-000001");
        byWeb.put("channel", "WECHAT");
        refused(byWeb, "callId");
    }

    @ParameterizedTest
    @CsvSource({
        "outcome, SHRUG",
        "startedAt, 2024-06-10T00:00:00Z",
        "startedAt, 2024-06-18T01:17:01Z",
        "endedAt, 2024-06-18T01:11:59Z",
        "endedAt, 2024-06-18T01:17:01Z",
        "line, 123456789012345678901234567890123456789012345678901",
    })
    void aCallAtFaultIsRefused(String field, String sent) {
        Map<String, Object> call = new TreeMap<>(Map.of("startedAt", Story.NOW.toString(), "outcome", "SILENT"));
        call.put(field, sent);
        refusedAt(api.post("/api/v1/calls", call), field);
        assertThat(api.intake.calls.told()).isEmpty();
    }

    @Test
    void aCallWithUnknownTicketsIsRefused() {
        String call = "{\"startedAt\": \"2024-06-18T01:12:00Z\", \"outcome\": \"TICKETS\", \"tickets\": [null]}";
        refusedAt(api.post("/api/v1/calls", call), "tickets");
    }

    private void refused(Map<String, Object> sent, String field) {
        int before = api.intake.tickets.told().size();
        refusedAt(api.post(TICKETS, sent), field);
        assertThat(api.intake.tickets.told()).hasSize(before);
    }

    private static void refusedAt(WebTestClient.ResponseSpec answer, String field) {
        problem(answer, HttpStatus.UNPROCESSABLE_CONTENT)
                .jsonPath("$.code")
                .isEqualTo("INVALID")
                .jsonPath("$.errors[0].field")
                .isEqualTo(field)
                .jsonPath("$.errors[0].detail")
                .value(String.class, detail -> assertThat(detail).containsPattern("[\\u4e00-\\u9fff]"));
    }

    private WebTestClient.BodyContentSpec malformed(Object sent) {
        var body = problem(api.post(TICKETS, sent), HttpStatus.BAD_REQUEST);
        assertThat(api.intake.tickets.told()).isEmpty();
        return body;
    }

    private static WebTestClient.BodyContentSpec problem(WebTestClient.ResponseSpec answer, HttpStatus status) {
        return answer.expectStatus()
                .isEqualTo(status)
                .expectHeader()
                .contentType(MediaType.APPLICATION_PROBLEM_JSON)
                .expectBody()
                .jsonPath("$.status")
                .isEqualTo(status.value())
                .jsonPath("$.detail")
                .value(String.class, detail -> assertThat(detail).containsPattern("[\\u4e00-\\u9fff]"));
    }

    private static Map<String, Object> with(String field, Object sent) {
        Map<String, Object> ticket = ticket();
        ticket.put(field, sent);
        return ticket;
    }

    private static Map<String, Object> ticket() {
        return new TreeMap<>(Map.of(
                "channel",
                "PHONE",
                "kind",
                "COMPLAINT",
                "content",
                Story.CONTENT,
                "caller",
                Map.of("name", Story.NAME, "phone", Story.PHONE.value())));
    }
}
