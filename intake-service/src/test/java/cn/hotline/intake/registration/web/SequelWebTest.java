package cn.hotline.intake.registration.web;

import static org.assertj.core.api.Assertions.assertThat;

import cn.hotline.intake.Story;
import cn.hotline.intake.registration.model.TicketNumber;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.http.HttpStatus;
import org.springframework.test.web.reactive.server.WebTestClient;

/** 补充, 催办 and 撤单 over HTTP. */
class SequelWebTest {

    private static final String NUMBER = "XN240618-000001";
    private static final String TICKET = "/api/v1/tickets/" + NUMBER;

    private final ApiSlice api = new ApiSlice();

    @BeforeEach
    void oneTicket() {
        Story.done(api.intake.registration.register(Story.forwarded()));
    }

    @Test
    void whatIsAddedStandsOnTheTicketMasked() {
        api.post(TICKET + "/supplements", Map.of("content", "王建国：又停了两辆"))
                .expectStatus()
                .isOk()
                .expectBody()
                .jsonPath("$.sequel.supplements[0].content")
                .isEqualTo("王**：又停了两辆")
                .jsonPath("$.status.code")
                .isEqualTo("FORWARDED");
    }

    @Test
    void pressingNeedsNoWords() {
        api.post(TICKET + "/urges", Map.of())
                .expectStatus()
                .isOk()
                .expectBody()
                .jsonPath("$.sequel.urges.length()")
                .isEqualTo(1);
    }

    @Test
    void aWithdrawnTicketTakesNothingMore() {
        api.post(TICKET + "/withdrawal", Map.of("reason", "车已挪走"))
                .expectStatus()
                .isOk()
                .expectBody()
                .jsonPath("$.status.term")
                .isEqualTo("已撤单")
                .jsonPath("$.sequel.withdrawal.reason")
                .isEqualTo("车已挪走");
        problem(api.post(TICKET + "/supplements", Map.of("content", "还有")), HttpStatus.CONFLICT, "TICKET_WITHDRAWN");
        problem(api.post(TICKET + "/urges", Map.of()), HttpStatus.CONFLICT, "TICKET_WITHDRAWN");
    }

    @Test
    void aClosedTicketTakesNothingMore() {
        api.intake.registration.close(new TicketNumber(NUMBER)).block();
        problem(api.post(TICKET + "/supplements", Map.of("content", "还有")), HttpStatus.CONFLICT, "TICKET_CLOSED");
        problem(api.post(TICKET + "/withdrawal", Map.of("reason", "不用了")), HttpStatus.CONFLICT, "TICKET_CLOSED");
    }

    @ParameterizedTest
    @CsvSource({"supplements, content", "withdrawal, reason"})
    void whatHasToBeSaidHasToBeSaid(String what, String field) {
        problem(api.post(TICKET + "/" + what, Map.of()), HttpStatus.UNPROCESSABLE_CONTENT, "INVALID")
                .jsonPath("$.errors[0].field")
                .isEqualTo(field);
    }

    @Test
    void anUnknownTicketIsNotFound() {
        problem(api.post("/api/v1/tickets/XN240618-999999/urges", Map.of()), HttpStatus.NOT_FOUND, "UNKNOWN_TICKET");
    }

    private static WebTestClient.BodyContentSpec problem(
            WebTestClient.ResponseSpec answer, HttpStatus status, String code) {
        return answer.expectStatus()
                .isEqualTo(status)
                .expectBody()
                .jsonPath("$.code")
                .isEqualTo(code)
                .jsonPath("$.detail")
                .value(String.class, detail -> assertThat(detail).containsPattern("[\\u4e00-\\u9fff]"));
    }
}
