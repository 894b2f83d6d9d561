package cn.hotline.routing.deadline.web;

import cn.hotline.routing.WebSlice;
import cn.hotline.routing.dispatch.Desks;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.test.web.reactive.server.WebTestClient;

class DeadlineWebTest {

    private final WebTestClient http = WebSlice.of(new DeadlineController(Desks.POLICY));

    @Test
    void everyGradeSaysItsLimitsAndTheirClock() {
        get("/api/v1/time-limits")
                .jsonPath("$.items[?(@.rule.code=='EMERGENCY')].finish.words")
                .isEqualTo("2小时")
                .jsonPath("$.items[?(@.rule.code=='SIMPLE')].acknowledge.unit.code")
                .isEqualTo("WORKING_HOURS")
                .jsonPath("$.items[?(@.rule.code=='COMPLEX')].finish.amount")
                .isEqualTo(11)
                .jsonPath("$.version")
                .isEqualTo("2026.1");
    }

    @Test
    void aPublishedYearListsHolidaysAndMakeUpDays() {
        get("/api/v1/calendars/2026")
                .jsonPath("$.published")
                .isEqualTo(true)
                .jsonPath("$.officeHours[0]")
                .isEqualTo("08:30-12:00")
                .jsonPath("$.days[?(@.day=='2026-10-01')].name")
                .isEqualTo("国庆节")
                .jsonPath("$.days[?(@.day=='2026-10-10')].kind.code")
                .isEqualTo("MAKE_UP");
    }

    @Test
    void aYearThatIsNotPublishedSaysSo() {
        get("/api/v1/calendars/2027")
                .jsonPath("$.published")
                .isEqualTo(false)
                .jsonPath("$.basis")
                .isEqualTo("2027 年放假安排尚未公布，暂按周末休息推算")
                .jsonPath("$.days")
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"abcd", "20266", "0026"})
    void aYearThatIsNoneIsNotFound(String year) {
        http.get().uri("/api/v1/calendars/" + year).exchange().expectStatus().isNotFound();
    }

    private WebTestClient.BodyContentSpec get(String path) {
        return http.get().uri(path).exchange().expectStatus().isOk().expectBody();
    }
}
