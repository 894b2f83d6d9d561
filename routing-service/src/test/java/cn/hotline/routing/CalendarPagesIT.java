package cn.hotline.routing;

import static org.assertj.core.api.Assertions.assertThat;

import cn.hotline.access.Role;
import cn.hotline.access.testing.SignedIn;
import cn.hotline.routing.dispatch.Tickets;
import java.time.Duration;
import java.util.UUID;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.springframework.http.MediaType;
import org.springframework.test.web.reactive.server.WebTestClient;
import org.springframework.web.reactive.function.BodyInserters;

/** 工作日历与时限 and 时限说明, as drawn by the running service. */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class CalendarPagesIT {

    private static final String NUMBER = "XN261123-000001";

    private static RunningRouting service;

    @BeforeAll
    static void start() {
        service = new RunningRouting(0);
        service.told(Tickets.plain(NUMBER));
        Awaitility.await().atMost(Duration.ofSeconds(60)).until(() -> service.as(SignedIn.as(Role.DISPATCHER))
                .get()
                .uri("/api/v1/dispatches/" + NUMBER)
                .exchange()
                .returnResult(String.class)
                .getStatus()
                .is2xxSuccessful());
    }

    @AfterAll
    static void stop() {
        service.close();
    }

    @Test
    @Order(1)
    void whoeverAdministersSeesTheYearAndMayEditIt() {
        String page = page(Role.ADMIN, "/calendars?year=2026");

        assertThat(page)
                .contains("2026 年工作日历", "已公布", "day-off", "国庆节节假日", "10-01 至 10-07 放假 国庆节", "预览影响", "二次办理")
                .doesNotContain("style=", "onclick=");
    }

    @Test
    @Order(2)
    void aYearWithoutANoticeSaysSo() {
        assertThat(page(Role.ADMIN, "/calendars?year=2027")).contains("未公布", "2027 年放假安排尚未公布，暂按周末休息推算");
    }

    @Test
    @Order(3)
    void whoeverOnlyReadsGetsNoForm() {
        assertThat(page(Role.DISPATCHER, "/calendars"))
                .contains("工作日历", "1个工作日")
                .doesNotContain("<form", "预览影响");
    }

    @Test
    @Order(4)
    void anExplanationShowsEveryDayAndWhatItWas() {
        assertThat(page(Role.DISPATCHER, "/dispatches/" + NUMBER + "/deadline-explanation"))
                .contains("签收（工单时限）", "办结（工单时限）", "自然时间", "时限规则第 1 版", "工作日历第 1 版", "合计", "7 小时");
    }

    @Test
    @Order(5)
    void aLineThatCannotBeReadIsNamed() {
        post("/calendars/2027/outlook", "days", "国庆放假七天")
                .expectStatus()
                .isEqualTo(422)
                .expectBody()
                .jsonPath("$.errors[0].detail")
                .isEqualTo("第 1 行：应写作“10-01 至 10-07 放假 国庆节”或“10-10 上班 国庆节”");
    }

    @Test
    @Order(6)
    void aNoticeIsLookedAheadOfAndPublishedAndTheDeadlinesFollow() {
        String days = "01-01 放假 元旦\n05-01 放假 劳动节\n10-01 至 10-07 放假 国庆节\n";

        assertThat(body(post("/calendars/2027/outlook", "days", days))).contains("在办工单 1 件");
        assertThat(body(post("/calendars/2027/publication", "days", days, "reason", "国办发明电", "against", "1")))
                .contains("工作日历第 2 版已发布", "国办发明电");

        Awaitility.await().atMost(Duration.ofSeconds(30)).until(() -> page(
                        Role.DISPATCHER, "/dispatches/" + NUMBER + "/deadline-explanation")
                .contains("工作日历第 2 版"));
    }

    @Test
    @Order(7)
    void newTimeLimitsArePublishedFromTheTable() {
        BodyInserters.FormInserter<String> form =
                BodyInserters.fromFormData("against", "1").with("reason", "试行");
        for (String rule :
                new String[] {"EMERGENCY", "URGENT", "SIMPLE", "GENERAL", "COMPLEX", "SECOND_HANDLING", "REWORK"}) {
            for (String kind : new String[] {"acknowledge", "contact", "finish"}) {
                form = form.with(rule + "." + kind, "2").with(rule + "." + kind + ".unit", "WORKING_DAYS");
            }
        }
        assertThat(body(sent("/calendars/time-limits/publication", form))).contains("时限规则第 2 版已发布", "试行");
    }

    private static String page(Role role, String path) {
        return body(service.as(SignedIn.as(role))
                .get()
                .uri(path)
                .accept(MediaType.TEXT_HTML)
                .exchange());
    }

    private static WebTestClient.ResponseSpec post(String path, String... fields) {
        BodyInserters.FormInserter<String> form = BodyInserters.fromFormData(fields[0], fields[1]);
        for (int i = 2; i < fields.length; i += 2) {
            form = form.with(fields[i], fields[i + 1]);
        }
        return sent(path, form);
    }

    private static WebTestClient.ResponseSpec sent(String path, BodyInserters.FormInserter<String> form) {
        return service.as(SignedIn.as(Role.ADMIN))
                .post()
                .uri(path)
                .header("HX-Request", "true")
                .header("Sec-Fetch-Site", "same-origin")
                .header("Idempotency-Key", UUID.randomUUID().toString())
                .body(form)
                .exchange();
    }

    private static String body(WebTestClient.ResponseSpec answer) {
        return answer.expectStatus()
                .isOk()
                .expectBody(String.class)
                .returnResult()
                .getResponseBody();
    }
}
