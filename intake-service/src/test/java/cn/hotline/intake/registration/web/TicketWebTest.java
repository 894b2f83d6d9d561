package cn.hotline.intake.registration.web;

import static org.assertj.core.api.Assertions.assertThat;

import cn.hotline.chassis.Cause;
import cn.hotline.intake.Story;
import cn.hotline.intake.callers.model.PhoneNumber;
import cn.hotline.intake.progress.model.Progress.Step;
import cn.hotline.intake.progress.model.Stage;
import cn.hotline.intake.registration.NewTicket;
import cn.hotline.intake.registration.model.Caller.Wishes;
import cn.hotline.intake.registration.model.Decision;
import cn.hotline.intake.registration.model.Finding;
import cn.hotline.intake.registration.model.TicketNumber;
import cn.hotline.intake.registration.model.Urgency;
import java.net.URI;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.test.web.reactive.server.WebTestClient;

/** Reading, listing, correcting and looking up over HTTP. */
class TicketWebTest {

    private static final String NUMBER = "XN240618-000001";
    private static final String TICKET = "/api/v1/tickets/" + NUMBER;

    private final ApiSlice api = new ApiSlice();

    @BeforeEach
    void oneTicket() {
        Story.done(api.intake.registration.register(Story.forwarded()));
    }

    @Test
    void aTicketShowsWhatWasAskedWithItsTerms() {
        api.get(TICKET)
                .expectStatus()
                .isOk()
                .expectHeader()
                .valueEquals("ETag", "\"1\"")
                .expectBody()
                .jsonPath("$.title")
                .isEqualTo("海湖花园 5 号楼消防通道被堵死")
                .jsonPath("$.kind.term")
                .isEqualTo("投诉")
                .jsonPath("$.channel.term")
                .isEqualTo("电话")
                .jsonPath("$.place.county")
                .isEqualTo("城西区")
                .jsonPath("$.caller.name")
                .isEqualTo("王**")
                .jsonPath("$.caller.phone")
                .isEqualTo("138****6627");
    }

    @Test
    void neitherNameNorNumberIsShownAnywhere() {
        for (String path : new String[] {TICKET, "/api/v1/tickets"}) {
            api.get(path).expectBody(String.class).value(body -> assertThat(body)
                    .contains("消防通道")
                    .doesNotContain(Story.NAME, Story.PHONE.value(), "138 0000"));
        }
    }

    @Test
    void aConfidentialTicketSaysWhatItIsAboutToWhoeverRegisteredIt() {
        String own = confidential("operator");
        String anothers = confidential("colleague");

        api.get("/api/v1/tickets/" + own).expectBody().jsonPath("$.title").isEqualTo("海湖花园 5 号楼消防通道被堵死");
        for (String path : new String[] {"/api/v1/tickets/" + anothers, "/api/v1/tickets?q=" + anothers}) {
            api.get(path).expectStatus().isOk().expectBody(String.class).value(body -> assertThat(body)
                    .contains(anothers, "保密诉求", "progress")
                    .doesNotContain("消防通道", "海湖花园", "城西", "王**", "6627"));
        }
    }

    private String confidential(String account) {
        return Story.done(api.intake
                        .registration
                        .register(new NewTicket(
                                Story.byPhone(null),
                                Story.WANG,
                                new Wishes(false, true, true),
                                Story.matter(),
                                Decision.forward(),
                                List.of()))
                        .contextWrite(
                                Cause.command("630100", account, null, null).context()))
                .stored()
                .state()
                .number()
                .value();
    }

    @Test
    void aTicketShowsWhatTheOtherServicesSaid() {
        api.intake
                .registration
                .classify(parsed(), new Finding("EM-FIRE", Urgency.URGENT, "630104003"))
                .block();
        api.intake
                .progresses
                .note(
                        NUMBER,
                        new Step(
                                Story.NOW, Stage.DISPATCHED, "城西区政府", List.of("630104"), Story.NOW.plusSeconds(86_400)))
                .block();
        api.get(TICKET)
                .expectBody()
                .jsonPath("$.category.term")
                .isEqualTo("消防安全")
                .jsonPath("$.urgency.term")
                .isEqualTo("紧急")
                .jsonPath("$.progress.stage.term")
                .isEqualTo("已派单")
                .jsonPath("$.progress.unit")
                .isEqualTo("城西区政府")
                .jsonPath("$.progress.finishBy")
                .exists()
                .jsonPath("$.progress.steps.length()")
                .isEqualTo(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"XN240618-999999", "XN240618", "nonsense", "%00"})
    void anUnknownTicketIsNotFound(String number) {
        problem(api.client.get().uri(URI.create("/api/v1/tickets/" + number)).exchange(), HttpStatus.NOT_FOUND);
    }

    @Test
    void aCorrectionNeedsTheVersionAndAReason() {
        correct("\"1\"", Map.of("content", "6 号楼", "reason", "楼号记错"))
                .expectStatus()
                .isOk()
                .expectHeader()
                .valueEquals("ETag", "\"2\"")
                .expectBody()
                .jsonPath("$.content")
                .isEqualTo("6 号楼")
                .jsonPath("$.version")
                .isEqualTo(2)
                .jsonPath("$.corrections[0].reason")
                .isEqualTo("楼号记错");
        problem(correct("\"1\"", Map.of("content", "7 号楼", "reason", "再改")), HttpStatus.CONFLICT);
        problem(correct("\"2\"", Map.of("content", "7 号楼")), HttpStatus.UNPROCESSABLE_CONTENT);
        problem(correct("", Map.of("content", "7 号楼", "reason", "再改")), HttpStatus.UNPROCESSABLE_CONTENT);
        problem(correct("W/\"1a2\"", Map.of("reason", "再改")), HttpStatus.UNPROCESSABLE_CONTENT);
    }

    @Test
    void aClosedTicketIsNotCorrected() {
        api.intake.registration.close(parsed()).block();
        problem(correct("\"1\"", Map.of("content", "7 号楼", "reason", "再改")), HttpStatus.CONFLICT)
                .jsonPath("$.code")
                .isEqualTo("ALREADY_CLOSED");
    }

    @ParameterizedTest
    @CsvSource({
        "q=消防, 1",
        "q=没有, 0",
        "q=XN240618-000001, 1",
        "q=240618000001, 1",
        "status=FORWARDED, 1",
        "status=CLOSED, 0",
        "kind=COMPLAINT&channel=PHONE, 1",
        "county=630104, 1",
        "county=630105, 0",
        "from=2024-06-18&to=2024-06-18, 1",
        "to=2024-06-17, 0",
        "from=2024-06-19, 0",
        "page=1, 1",
        "sort=receivedAt, 1",
        "size=100000, 1",
    })
    void aListAgreesWithItsTotal(String query, int total) {
        int onThisPage = query.equals("page=1") ? 0 : total;
        api.get("/api/v1/tickets?" + query)
                .expectStatus()
                .isOk()
                .expectBody()
                .jsonPath("$.total")
                .isEqualTo(total)
                .jsonPath("$.items.length()")
                .isEqualTo(onThisPage);
    }

    @ParameterizedTest
    @CsvSource({
        "status=OPEN, status",
        "kind=X, kind",
        "category=X, category",
        "channel=X, channel",
        "county=630199, county",
        "q=火, q",
        "sort=title, sort",
        "from=2024-06-19&to=2024-06-18, from",
    })
    void anUnknownCodeInAQueryIsRefused(String query, String field) {
        problem(api.get("/api/v1/tickets?" + query), HttpStatus.UNPROCESSABLE_CONTENT)
                .jsonPath("$.errors[0].field")
                .isEqualTo(field);
    }

    @ParameterizedTest
    @ValueSource(strings = {"from=2024-02-30", "to=18.6.2024", "page=x", "size=1.5"})
    void anImpossibleDateOrNumberInAQueryIsMalformed(String query) {
        problem(api.get("/api/v1/tickets?" + query), HttpStatus.BAD_REQUEST);
    }

    @Test
    void aCallerIsLookedUpMasked() {
        api.post("/api/v1/caller-lookups", Map.of("phone", "138-0000-6627"))
                .expectStatus()
                .isOk()
                .expectBody()
                .jsonPath("$.caller.name")
                .isEqualTo("王**")
                .jsonPath("$.total")
                .isEqualTo(1)
                .jsonPath("$.tickets[0].number")
                .isEqualTo(NUMBER);
    }

    @Test
    void aCallersConfidentialTicketsAreListedForWhoeverRegisteredThem() {
        String own = confidential("operator");
        String anothers = confidential("colleague");

        api.post("/api/v1/caller-lookups", Map.of("phone", Story.PHONE.value()))
                .expectBody(String.class)
                .value(body ->
                        assertThat(body).contains(own, NUMBER, "\"total\":2").doesNotContain(anothers));
    }

    @Test
    void lookingUpANumberDoesNotMakeItKnown() {
        api.post("/api/v1/caller-lookups", Map.of("phone", "13900000000"))
                .expectBody()
                .jsonPath("$.total")
                .isEqualTo(0)
                .jsonPath("$.tickets")
                .isEmpty();
        assertThat(api.intake.callers.find(new PhoneNumber("13900000000")).blockOptional())
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"{}", "{\"phone\": \"\"}", "{\"phone\": \"abc\"}"})
    void aLookupNeedsANumber(String body) {
        problem(api.post("/api/v1/caller-lookups", body), HttpStatus.UNPROCESSABLE_CONTENT)
                .jsonPath("$.errors[0].field")
                .isEqualTo("phone");
    }

    @Test
    void theCodeListsAreThere() {
        api.get("/api/v1/channels").expectBody().jsonPath("$[0].code").isEqualTo("PHONE");
        api.get("/api/v1/kinds").expectBody().jsonPath("$.length()").isEqualTo(7);
        api.get("/api/v1/hazard-kinds").expectBody().jsonPath("$[0].term").isEqualTo("消防安全");
    }

    private WebTestClient.ResponseSpec correct(String ifMatch, Map<String, String> correction) {
        return api.client
                .put()
                .uri(TICKET)
                .header("If-Match", ifMatch)
                .contentType(MediaType.APPLICATION_JSON)
                .bodyValue(correction)
                .exchange();
    }

    private static TicketNumber parsed() {
        return new TicketNumber(NUMBER);
    }

    private static WebTestClient.BodyContentSpec problem(WebTestClient.ResponseSpec answer, HttpStatus status) {
        return answer.expectStatus()
                .isEqualTo(status)
                .expectHeader()
                .contentType(MediaType.APPLICATION_PROBLEM_JSON)
                .expectBody()
                .jsonPath("$.detail")
                .value(String.class, detail -> assertThat(detail).containsPattern("[\\u4e00-\\u9fff]"));
    }
}
