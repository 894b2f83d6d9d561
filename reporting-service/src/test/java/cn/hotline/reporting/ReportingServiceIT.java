package cn.hotline.reporting;

import static cn.hotline.reporting.Told.DAY;
import static cn.hotline.reporting.Told.phone;
import static cn.hotline.reporting.Told.through;
import static org.assertj.core.api.Assertions.assertThat;

import cn.hotline.access.Person;
import cn.hotline.access.Role;
import cn.hotline.access.testing.SignedIn;
import cn.hotline.reporting.contract.ReportingEvent;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.awaitility.Awaitility;
import org.awaitility.core.ThrowingRunnable;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.http.MediaType;
import org.springframework.test.web.reactive.server.EntityExchangeResult;
import org.springframework.test.web.reactive.server.WebTestClient;

/** The service as it runs: bindings, groups, store, relay, HTTP, pages. */
class ReportingServiceIT {

    private static final String NOISE = "XN240618-000001";
    private static final LocalDate ISSUED_DAY = DAY.plusDays(20);

    private static RunningReporting reporting;
    private static WebTestClient http;

    @BeforeAll
    static void start() {
        reporting = new RunningReporting(0);
        http = WebTestClient.bindToServer()
                .baseUrl("http://127.0.0.1:" + reporting.port() + "/reporting")
                .defaultHeaders(SignedIn.headers(SignedIn.as(Role.CITY_OFFICE)))
                .responseTimeout(Duration.ofSeconds(20))
                .build();
        List.of(
                        phone().in("call-1").registered(NOISE),
                        Told.call("call-1", Told.TEN, "TICKETS", "XN240618-000002"),
                        phone().of("HC-PROPERTY").answered("XN240618-000002"),
                        Told.call("call-2", Told.TEN, "PROGRESS"),
                        through("WECHAT").hazard("GAS").registered("XN240618-000003"),
                        Told.classified(NOISE, "EE-NOISE", "噪音问题"),
                        Told.dispatched(NOISE, "EE-NOISE", "噪音问题"),
                        Told.acknowledged(NOISE),
                        Told.replied(NOISE, Told.TEN.plusSeconds(7_200)),
                        Told.replyDecided(NOISE, true, Told.TEN.plusSeconds(7_200)),
                        Told.revisited(NOISE, 1, "SATISFIED", Told.TEN.plusSeconds(10_000)),
                        Told.closed(NOISE, Told.TEN.plusSeconds(10_000)))
                .forEach(reporting::told);
        awaitDay(DAY, "$.revisits", 1);
        awaitDay(DAY, "$.calls", 2);
        awaitDay(DAY, "$.web.total", 1);
        awaitDay(DAY, "$.hot[0].count", 2);
        // The three topics are read side by side: routing's may still be behind.
        await(() -> get("/api/v1/ledger/" + NOISE).jsonPath("$.steps.length()").isEqualTo(8));
    }

    @AfterAll
    static void stop() {
        reporting.close();
    }

    @Test
    void nothingOfOneCityIsCountedOrListedForAnother() {
        WebTestClient elsewhere = http.mutate()
                .defaultHeaders(SignedIn.headers(
                        new Person("620100", "office", "市府办", Set.of(Role.CITY_OFFICE), null, null, "127.0.0.1")))
                .build();

        elsewhere
                .get()
                .uri("/api/v1/daily-reports/" + DAY)
                .exchange()
                .expectBody()
                .jsonPath("$.calls")
                .isEqualTo(0)
                .jsonPath("$.web.total")
                .isEqualTo(0)
                .jsonPath("$.revisits")
                .isEqualTo(0)
                .jsonPath("$.hot")
                .isEmpty();
        for (String path : List.of(
                "/api/v1/ledger?size=200&date=" + DAY,
                "/api/v1/figures/calls?date=" + DAY,
                "/api/v1/figures/hot?date=" + DAY,
                "/api/v1/hazard-reports/" + DAY,
                "/ledger?date=" + DAY,
                "/daily/" + DAY,
                "/figures/calls?date=" + DAY)) {
            elsewhere
                    .get()
                    .uri(path)
                    .exchange()
                    .expectStatus()
                    .isOk()
                    .expectBody(String.class)
                    .value(body -> assertThat(body).as(path).doesNotContain("XN240618", "call-1", "施工"));
        }
        for (String path : List.of("/api/v1/ledger/" + NOISE, "/ledger/" + NOISE)) {
            elsewhere.get().uri(path).exchange().expectStatus().isNotFound();
        }
    }

    @Test
    void eventsOfThreeTopicsComeOutAsTheReport() {
        get("/api/v1/daily-reports/" + DAY).jsonPath("$.text").value(text -> assertThat((String) text)
                .startsWith("6月18日，12345政务服务便民热线接听群众来电诉求2件次，网民留言1件（西宁12345微信公众号1件），"
                        + "直接办理1件，转交责任单位办理1件。回访量1件。热点问题：1.噪音问题2件，"));
        get("/api/v1/hazard-reports/" + DAY).jsonPath("$.total").isEqualTo(1);
        get("/api/v1/ledger/" + NOISE)
                .jsonPath("$.row.status.code")
                .isEqualTo("CLOSED")
                .jsonPath("$.steps.length()")
                .isEqualTo(8);
        get("/api/v1/figures/revisits?date=" + DAY).jsonPath("$.items[0].id").isEqualTo(NOISE);
        get("/api/v1/ledger?date=" + DAY + "&status=CLOSED").jsonPath("$.total").isEqualTo(1);
        get("/api/v1/invariants").jsonPath("$.holds").isEqualTo(true);
    }

    @Test
    void everythingDeliveredTwiceChangesNothing() {
        byte[] before = body("/api/v1/daily-reports/" + DAY);
        byte[] row = body("/api/v1/ledger/" + NOISE);
        reporting.everythingAgain();
        LocalDate marker = DAY.minusDays(30);
        reporting.told(phone().receivedAt(Told.at(marker, 9, 0)).answered("XN240519-000001"));
        reporting.told(Told.revisited("XN240519-000002", 1, "SATISFIED", Told.at(marker, 9, 0)));
        awaitDay(marker, "$.calls", 1);
        awaitDay(marker, "$.revisits", 1);

        assertThat(body("/api/v1/daily-reports/" + DAY)).isEqualTo(before);
        assertThat(body("/api/v1/ledger/" + NOISE)).isEqualTo(row);
    }

    @Test
    void anIssueIsFrozenKeptByItsKeyAndToldOnKafka() {
        reporting.told(phone().receivedAt(Told.at(ISSUED_DAY, 9, 0)).answered("XN240708-000001"));
        awaitDay(ISSUED_DAY, "$.calls", 1);

        issue("key-1")
                .expectStatus()
                .isCreated()
                .expectBody()
                .jsonPath("$.version")
                .isEqualTo(1);
        reporting.told(phone().receivedAt(Told.at(ISSUED_DAY, 9, 5)).answered("XN240708-000002"));
        awaitDay(ISSUED_DAY, "$.changedSince.length()", 3);
        get("/api/v1/daily-reports/" + ISSUED_DAY)
                .jsonPath("$.calls")
                .isEqualTo(1)
                .jsonPath("$.status")
                .isEqualTo("ISSUED");
        issue("key-1")
                .expectStatus()
                .isCreated()
                .expectBody()
                .jsonPath("$.version")
                .isEqualTo(1);
        issue("key-2")
                .expectStatus()
                .isCreated()
                .expectBody()
                .jsonPath("$.version")
                .isEqualTo(2);
        get("/api/v1/daily-reports/" + ISSUED_DAY + "?version=1")
                .jsonPath("$.calls")
                .isEqualTo(1);
        get("/api/v1/daily-reports/" + ISSUED_DAY)
                .jsonPath("$.calls")
                .isEqualTo(2)
                .jsonPath("$.editions.length()")
                .isEqualTo(2);

        assertThat(told(ISSUED_DAY, 2))
                .containsExactly(
                        "cn.hotline.reporting.daily-report-issued.v1",
                        "cn.hotline.reporting.daily-report-corrected.v1");
    }

    @Test
    void theReportPageCarriesThePrintedTextAndEveryFigureOpens() {
        Document page = page("/daily/" + DAY);

        assertThat(page.select(".red-head").text()).isEqualTo("12345 热线日报");
        assertThat(page.select(".red-line").text()).contains("第 170 期").contains("2024年6月18日 星期二");
        assertThat(page.select("p.text").first().text()).startsWith("6月18日，12345政务服务便民热线接听群众来电诉求2件次");
        assertThat(page.select(".figures dd:not(.figure-note)").eachText())
                .containsExactly("2", "1", "1", "1", "1", "1");
        assertThat(page.text()).contains("✓ 相符").doesNotContain("✗");
        for (var figure : page.select(".figures a")) {
            String address = figure.attr("href").substring("/reporting".length());
            assertThat(page(address).select("table tbody tr")).as(address).isNotEmpty();
        }
    }

    @Test
    void thePaperAloneIsAnsweredToALivePage() {
        String paper = new String(
                http.get()
                        .uri("/daily/" + DAY)
                        .header("HX-Request", "true")
                        .exchange()
                        .expectStatus()
                        .isOk()
                        .expectBody()
                        .returnResult()
                        .getResponseBody(),
                StandardCharsets.UTF_8);

        assertThat(paper.strip()).startsWith("<article").endsWith("</article>");
    }

    @Test
    void todaysDraftRefreshesItselfAndAnOldDayDoesNot() {
        LocalDate today = LocalDate.now(ZoneId.of("Asia/Shanghai"));

        assertThat(page("/daily/" + today).select("#paper").attr("hx-get")).isEqualTo("/reporting/daily/" + today);
        assertThat(page("/daily/" + DAY).select("#paper").hasAttr("hx-get")).isFalse();
    }

    @Test
    void todayLeadsToTodaysReport() {
        for (String path : List.of("/daily/today", "/daily")) {
            http.get()
                    .uri(path)
                    .exchange()
                    .expectStatus()
                    .is3xxRedirection()
                    .expectHeader()
                    .value("Location", location -> assertThat(location).startsWith("/reporting/daily/20"));
        }
    }

    @Test
    void theButtonOfThePageIssuesAndShowsThePageAnew() {
        LocalDate day = DAY.plusDays(40);
        assertThat(page("/daily/" + day).select("dialog form").attr("hx-post"))
                .isEqualTo("/reporting/daily/" + day + "/issue");

        http.post()
                .uri("/daily/" + day + "/issue")
                .exchange()
                .expectStatus()
                .isNoContent()
                .expectHeader()
                .valueEquals("HX-Redirect", "/reporting/daily/" + day);

        Document page = page("/daily/" + day);
        assertThat(page.select("dialog")).isEmpty();
        assertThat(page.text()).contains("已定稿");
    }

    @Test
    void theLedgerPagesShowRowsAndTheCourse() {
        Document list = page("/ledger?date=" + DAY + "&status=CLOSED");
        assertThat(list.select("tbody tr")).hasSize(1);
        assertThat(list.select("tbody a").text()).isEqualTo(NOISE);

        Document course = page("/ledger/" + NOISE);
        assertThat(course.select(".timeline li")).hasSize(8);
        assertThat(course.select(".timeline").text())
                .contains("派单：城东区政府")
                .contains("城东区政府签收")
                .contains("回访：满意");
    }

    @Test
    void noPageCarriesAScriptOrStyleOfItsOwn() {
        for (String path :
                List.of("/daily/" + DAY, "/ledger?date=" + DAY, "/ledger/" + NOISE, "/figures/calls?date=" + DAY)) {
            Document page = page(path);
            assertThat(page.select("script:not([src]), style, [style], [onclick]"))
                    .as(path)
                    .isEmpty();
        }
    }

    @Test
    void aDayThatIsNoDayIsRefusedOnThePageToo() {
        http.get()
                .uri("/daily/2024-02-30")
                .accept(MediaType.TEXT_HTML)
                .exchange()
                .expectStatus()
                .isBadRequest();
        http.get()
                .uri("/daily/2999-01-01")
                .accept(MediaType.TEXT_HTML)
                .exchange()
                .expectStatus()
                .isEqualTo(422)
                .expectBody(String.class)
                .value(page -> assertThat(page).contains("这一天还没有到"));
        http.get()
                .uri("/ledger/XN240618-999999")
                .accept(MediaType.TEXT_HTML)
                .exchange()
                .expectStatus()
                .isNotFound();
    }

    private static void awaitDay(LocalDate day, String path, int value) {
        await(() -> get("/api/v1/daily-reports/" + day).jsonPath(path).isEqualTo(value));
    }

    private static void await(ThrowingRunnable holds) {
        Awaitility.await().atMost(Duration.ofSeconds(30)).untilAsserted(holds);
    }

    private static WebTestClient.BodyContentSpec get(String path) {
        return http.get().uri(path).exchange().expectStatus().isOk().expectBody();
    }

    private static byte[] body(String path) {
        return get(path).returnResult().getResponseBody();
    }

    private static Document page(String path) {
        EntityExchangeResult<byte[]> answer = http.get()
                .uri(path)
                .accept(MediaType.TEXT_HTML)
                .exchange()
                .expectStatus()
                .isOk()
                .expectBody()
                .returnResult();
        return Jsoup.parse(new String(answer.getResponseBody(), StandardCharsets.UTF_8));
    }

    private static WebTestClient.ResponseSpec issue(String key) {
        return http.post()
                .uri("/api/v1/daily-reports/" + ISSUED_DAY + "/issue")
                .header("Idempotency-Key", key)
                .exchange();
    }

    /** Types of what was told of a day's report, in order; an event the relay sent twice is told once. */
    private static Collection<String> told(LocalDate day, int expected) {
        try (KafkaConsumer<byte[], byte[]> consumer = new KafkaConsumer<>(
                Map.of(
                        "bootstrap.servers",
                        reporting.brokers(),
                        "group.id",
                        "told-" + Instant.now().toEpochMilli(),
                        "auto.offset.reset",
                        "earliest"),
                new ByteArrayDeserializer(),
                new ByteArrayDeserializer())) {
            consumer.subscribe(List.of(ReportingEvent.TOPIC));
            Map<String, String> types = new LinkedHashMap<>();
            Awaitility.await().atMost(Duration.ofSeconds(30)).until(() -> {
                for (ConsumerRecord<byte[], byte[]> record : consumer.poll(Duration.ofMillis(200))) {
                    if (new String(record.key(), StandardCharsets.UTF_8).equals(day.toString())) {
                        types.put(header(record, "ce_id"), header(record, "ce_type"));
                    }
                }
                return types.size() >= expected;
            });
            return types.values();
        }
    }

    private static String header(ConsumerRecord<byte[], byte[]> record, String name) {
        return new String(record.headers().lastHeader(name).value(), StandardCharsets.UTF_8);
    }
}
