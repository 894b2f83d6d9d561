package cn.hotline.followup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import cn.hotline.access.Person;
import cn.hotline.access.Role;
import cn.hotline.access.testing.SignedIn;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.http.MediaType;
import org.springframework.test.web.reactive.server.WebTestClient;
import org.springframework.test.web.reactive.server.WebTestClient.ResponseSpec;
import org.springframework.util.LinkedMultiValueMap;
import org.springframework.util.MultiValueMap;

/** The pages as the running service draws them. */
class FollowupPagesIT {

    private static final String TO_CLOSE = "XN240618-000001";
    private static final String TO_CALL_AGAIN = "XN240618-000002";
    private static final String TO_READ = "XN240618-000003";
    private static final String TO_EXCLUDE = "XN240618-000005";
    private static final String TO_PRESS = "XN240618-000004";

    private static FollowupAlone service;
    private static WebTestClient browser;

    @BeforeAll
    static void start() {
        service = new FollowupAlone(0);
        browser = WebTestClient.bindToServer()
                .baseUrl(service.address())
                .defaultHeaders(SignedIn.headers(SignedIn.as(Role.REVISITOR, Role.ADMIN)))
                .responseTimeout(Duration.ofSeconds(20))
                .build();
        Instant replied = Instant.now().minus(Duration.ofHours(2));
        try (Neighbours neighbours = service.neighbours()) {
            for (String number : new String[] {TO_CLOSE, TO_CALL_AGAIN, TO_READ, TO_EXCLUDE}) {
                neighbours.tell(Story.registered(number, true));
                neighbours.tell(Story.replied(number, "SOLVED", replied));
                neighbours.tell(Story.accepted(number, replied));
            }
            neighbours.tell(Story.registered(TO_PRESS, true));
            neighbours.tell(Story.dispatched(TO_PRESS, Story.CHENGXI, replied));
        }
        await().atMost(Duration.ofSeconds(30)).untilAsserted(() -> {
            assertThat(page("/revisits").select(".row")).hasSize(4);
            assertThat(page("/revisits/" + TO_READ).select(".desk-side .appeal"))
                    .hasSize(2);
        });
    }

    @Test
    void aUnitIsPressedAnswersAndIsLetGo() {
        WebTestClient supervisor = as(SignedIn.as(Role.SUPERVISOR));
        WebTestClient unit = as(SignedIn.unit("630104"));
        assertThat(page(supervisor, "/supervisions").select("form[hx-post]").attr("hx-post"))
                .isEqualTo("/followup/supervisions");
        assertThat(page(unit, "/supervisions").select("dialog")).isEmpty();
        await().atMost(Duration.ofSeconds(30)).untilAsserted(() -> sent(
                        supervisor,
                        "/supervisions",
                        Map.of("number", TO_PRESS, "level", "SUPERVISE", "text", "请说明原因", "answerBy", ""))
                .expectStatus()
                .is3xxRedirection());

        assertThat(page(unit, "/supervisions").select(".row").text()).contains(TO_PRESS, "请说明原因", "督办");
        Document asked = page(unit, "/supervisions/" + TO_PRESS);
        String answer = asked.select("form[hx-post]").attr("hx-post").replace("/followup", "");
        sent(unit, answer, Map.of("content", "灯具已到，明日更换")).expectStatus().is3xxRedirection();

        assertThat(page(supervisor, "/supervisions?tab=ANSWERED").select(".row"))
                .hasSize(1);
        Document answered = page(supervisor, "/supervisions/" + TO_PRESS);
        assertThat(answered.select(".facts").text()).contains("灯具已到，明日更换");
        String lift = answered.select("#lift").attr("hx-post").replace("/followup", "");
        sent(supervisor, lift, Map.of()).expectStatus().is3xxRedirection();
        assertThat(page(supervisor, "/supervisions?tab=LIFTED").select(".row")).hasSize(1);
        as(SignedIn.unit("630105"))
                .get()
                .uri("/supervisions/" + TO_PRESS)
                .exchange()
                .expectStatus()
                .isNotFound();
    }

    @Test
    void oneProposesAnotherApprovesAndAThirdAllowsTheAppeal() {
        WebTestClient supervisor = as(SignedIn.as(Role.SUPERVISOR));
        WebTestClient office = as(SignedIn.as(Role.CITY_OFFICE));
        String ticket = "/revisits/" + TO_EXCLUDE;
        String exclusion = "/exclusions/" + TO_EXCLUDE + "-1";
        assertThat(page(ticket).select("#exclude form").attr("hx-post")).isEqualTo("/followup/exclusions");
        sent(browser, "/exclusions", Map.of("number", TO_EXCLUDE, "ground", "IN_PROCEDURE", "evidence", "立案通知书"))
                .expectStatus()
                .is3xxRedirection();
        assertThat(page(ticket).text()).contains("剔除待审批，暂不回访", "立案通知书");
        assertThat(page(ticket).select("#verdict, #exclude, #attempt")).isEmpty();

        assertThat(page(supervisor, "/exclusions").select(".row").text()).contains(TO_EXCLUDE, "立案通知书");
        assertThat(page(office, exclusion).select("form")).isEmpty();
        Document asked = page(supervisor, exclusion);
        assertThat(asked.select(".exclusion").text()).contains("现场试亮正常", "立案通知书");
        assertThat(asked.select("[onclick], [style], script:not([src])")).isEmpty();
        sent(supervisor, exclusion + "/decision", Map.of("approved", "true", "reason", "已核对原件"))
                .expectStatus()
                .is3xxRedirection();
        assertThat(page(supervisor, exclusion).select("form")).isEmpty();

        assertThat(page(ticket).select("#appeal form").attr("hx-post")).isEqualTo("/followup" + exclusion + "/appeal");
        sent(browser, exclusion + "/appeal", Map.of("words", "已经撤诉"))
                .expectStatus()
                .is3xxRedirection();
        assertThat(page(supervisor, exclusion).select("form")).isEmpty();
        assertThat(page(supervisor, exclusion).text()).contains("您申请或审批过这次剔除");
        assertThat(page(office, "/exclusions?status=APPEALED").select(".row")).hasSize(1);
        sent(office, exclusion + "/appeal-decision", Map.of("allowed", "true", "reason", "撤诉属实"))
                .expectStatus()
                .is3xxRedirection();
        Document again = page(ticket);
        assertThat(again.select("#verdict")).hasSize(1);
        assertThat(again.select("#exclude")).isEmpty();
        assertThat(again.select(".desk-aside").text()).containsSubsequence("申请剔除", "同意剔除", "诉求人申诉", "撤销剔除", "待回访");
    }

    private static WebTestClient as(Person person) {
        return WebTestClient.bindToServer()
                .baseUrl(service.address())
                .defaultHeaders(SignedIn.headers(person))
                .responseTimeout(Duration.ofSeconds(20))
                .build();
    }

    private static Document page(WebTestClient client, String address) {
        return Jsoup.parse(client.get()
                .uri(address)
                .accept(MediaType.TEXT_HTML)
                .exchange()
                .expectStatus()
                .isOk()
                .expectBody(String.class)
                .returnResult()
                .getResponseBody());
    }

    private static ResponseSpec sent(WebTestClient client, String address, Map<String, String> fields) {
        MultiValueMap<String, String> form = new LinkedMultiValueMap<>();
        fields.forEach(form::set);
        return client.post()
                .uri(address)
                .contentType(MediaType.APPLICATION_FORM_URLENCODED)
                .bodyValue(form)
                .exchange();
    }

    @AfterAll
    static void stop() {
        service.close();
    }

    @Test
    void theQueueLeadsToTheCases() {
        Document queue = page("/revisits");
        assertThat(queue.title()).startsWith("回访队列");
        assertThat(queue.select(".tabs a[aria-current=page]").text()).startsWith("待回访");
        assertThat(queue.select(".row").eachAttr("href")).contains("/followup/revisits/" + TO_READ);
        assertThat(queue.select(".empty")).isEmpty();
    }

    @Test
    void nothingOfOneCityIsThereForAnother() {
        WebTestClient elsewhere = browser.mutate()
                .defaultHeaders(SignedIn.headers(
                        new Person("620100", "revisitor", "何雪", Set.of(Role.REVISITOR), null, null, "127.0.0.1")))
                .build();

        for (String path : List.of("/api/v1/revisits?size=200", "/api/v1/revisits?status=SCHEDULED", "/revisits")) {
            elsewhere
                    .get()
                    .uri(path)
                    .exchange()
                    .expectStatus()
                    .isOk()
                    .expectBody(String.class)
                    .value(body -> assertThat(body).as(path).doesNotContain("XN240618", "楼道"));
        }
        for (String path : List.of("/api/v1/revisits/" + TO_READ, "/revisits/" + TO_READ)) {
            elsewhere.get().uri(path).exchange().expectStatus().isNotFound();
        }
        for (String act : List.of("attempts", "verdict", "sight")) {
            elsewhere
                    .post()
                    .uri("/api/v1/revisits/" + TO_READ + "/" + act)
                    .contentType(MediaType.APPLICATION_JSON)
                    .bodyValue("""
                            {"result":"NO_ANSWER","contacted":true,"solved":"YES","satisfaction":"SATISFIED"}
                            """)
                    .exchange()
                    .expectStatus()
                    .isNotFound();
        }
        assertThat(page("/revisits/" + TO_READ).select(".call-bar").text()).contains("待回访");
    }

    @Test
    void anEmptyQueueSaysSo() {
        assertThat(page("/revisits?status=UNREACHED").select(".empty").text()).contains("没有未接通的工单");
    }

    @Test
    void aCaseShowsAppealAndReplyBesideTheQuestions() {
        Document open = page("/revisits/" + TO_READ);
        assertThat(open.select(".desk-side").text()).contains("2 单元楼道照明不亮", "城西区人民政府", "现场试亮正常");
        assertThat(open.select("#verdict fieldset")).hasSize(4);
        assertThat(open.select("#verdict").attr("hx-post")).isEqualTo("/followup/revisits/" + TO_READ + "/verdict");
        assertThat(open.select(".desk-aside .now").text()).contains("待回访");
        assertThat(open.select("[onclick], [style], script:not([src])")).isEmpty();
    }

    @Test
    void aVerdictFromThePageClosesTheTicket() {
        String answer = sent(
                        "/revisits/" + TO_CLOSE + "/verdict", "contacted=true&solved=YES&satisfaction=SATISFIED&cause=")
                .expectStatus()
                .isOk()
                .expectBody(String.class)
                .returnResult()
                .getResponseBody();
        assertThat(Jsoup.parseBodyFragment(answer).select("dialog h2").text()).isEqualTo("已办结");
        assertThat(page("/revisits/" + TO_CLOSE).select("#verdict")).isEmpty();
        assertThat(page("/revisits?status=DONE").text()).contains(TO_CLOSE);
    }

    @Test
    void aCallInVainFromThePageIsTriedAgain() {
        sent("/revisits/" + TO_CALL_AGAIN + "/attempts", "result=NO_ANSWER&nextAt=&note=")
                .expectStatus()
                .isOk();
        assertThat(page("/revisits/" + TO_CALL_AGAIN).select(".desk-aside").text())
                .contains("回访未成：无人接听");
    }

    @Test
    void aRefusedFormIsAProblemForItsFields() {
        sent("/revisits/" + TO_READ + "/verdict", "contacted=true&solved=YES&satisfaction=DISSATISFIED")
                .expectStatus()
                .isEqualTo(422)
                .expectBody()
                .jsonPath("$.errors[0].field")
                .isEqualTo("cause");
    }

    @Test
    void anUnknownTicketIsAPageThatSaysSo() {
        browser.get()
                .uri("/revisits/XN240618-999999")
                .accept(MediaType.TEXT_HTML)
                .exchange()
                .expectStatus()
                .isNotFound()
                .expectBody(String.class)
                .value(text -> assertThat(text).contains("没有找到这条记录"));
    }

    private static ResponseSpec sent(String path, String form) {
        return browser.post()
                .uri(path)
                .contentType(MediaType.APPLICATION_FORM_URLENCODED)
                .header("HX-Request", "true")
                .bodyValue(form)
                .exchange();
    }

    private static Document page(String path) {
        String text = browser.get()
                .uri(path)
                .accept(MediaType.TEXT_HTML)
                .exchange()
                .expectStatus()
                .isOk()
                .expectHeader()
                .value("Content-Security-Policy", policy -> assertThat(policy).contains("script-src 'self'"))
                .expectBody(String.class)
                .returnResult()
                .getResponseBody();
        return Jsoup.parse(text);
    }
}
