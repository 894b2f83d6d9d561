package cn.hotline.routing;

import static org.assertj.core.api.Assertions.assertThat;

import cn.hotline.access.Role;
import cn.hotline.access.testing.SignedIn;
import cn.hotline.routing.dispatch.Tickets;
import java.time.Duration;
import org.awaitility.Awaitility;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.http.MediaType;
import org.springframework.test.web.reactive.server.WebTestClient;
import org.springframework.web.reactive.function.BodyInserters;

/** The pages as a browser gets them. */
class RoutingPagesIT {

    private static final String HANDLED = "XN261123-000101";
    private static final String UNTOUCHED = "XN261123-000102";
    private static final String UNCLEAR = "XN261123-000201";
    private static final String EMERGENCY = "XN261123-000202";

    private static RunningRouting routing;
    private static WebTestClient http;

    @BeforeAll
    static void start() {
        routing = new RunningRouting(0);
        http = WebTestClient.bindToServer()
                .baseUrl("http://127.0.0.1:" + routing.port() + "/routing")
                .defaultHeaders(SignedIn.headers(SignedIn.as(Role.DISPATCHER, Role.UNIT, Role.ADMIN)))
                .responseTimeout(Duration.ofSeconds(20))
                .codecs(codecs -> codecs.defaultCodecs().maxInMemorySize(1 << 20))
                .build();
        routing.told(Tickets.plain(HANDLED));
        routing.told(Tickets.plain(UNTOUCHED));
        routing.told(Tickets.unclear(UNCLEAR));
        routing.told(Tickets.emergency(EMERGENCY));
        Awaitility.await().atMost(Duration.ofSeconds(30)).untilAsserted(() -> assertThat(http.get()
                        .uri("/api/v1/dispatches?size=1")
                        .exchange()
                        .returnResult(String.class)
                        .getResponseBody()
                        .blockFirst())
                .contains("\"total\":4"));
    }

    @AfterAll
    static void stop() {
        routing.close();
    }

    @Test
    void withoutAUnitOneIsChosen() {
        Document page = page("/inbox");

        assertThat(page.select("a[href$='unit=630103']").text()).isEqualTo("城中区政府");
        assertThat(page.select("select[name=unit] option")).hasSizeGreaterThan(20);
    }

    @Test
    void theInboxListsAndOpensTheFirst() {
        Document page = page("/inbox?unit=630103");

        assertThat(page.select(".tabs a[aria-current]").text()).startsWith("待签收");
        assertThat(page.select(".rows .row .deadline")).isNotEmpty();
        assertThat(page.select("#ticket .detail-title").text()).isEqualTo("物业公司长期不清理楼道垃圾");
        assertThat(page.select("#ticket .clock").text()).contains("签收截止");
        assertThat(page.select("#ticket .timeline li.now").text()).contains("等待签收");
    }

    @Test
    void aUnitAcknowledgesAndAnswersFromItsInbox() {
        Document acknowledged = post("/inbox/" + HANDLED + "/acknowledge?unit=630103&tab=TO_ACKNOWLEDGE");
        assertThat(acknowledged.select("#ticket .tag").eachText()).contains("办理中");
        assertThat(acknowledged.select("#tickets[hx-swap-oob] .row"))
                .noneMatch(row -> row.id().endsWith(HANDLED));
        assertThat(acknowledged.select("#ticket button[data-key=B]")).hasSize(1);
        assertThat(acknowledged.select("[hx-swap-oob='beforeend:#toasts']").text())
                .contains("已签收");

        Document answered = post(
                "/inbox/" + HANDLED + "/reply?unit=630103&tab=HANDLING",
                "contacted",
                "true",
                "contactedAt",
                "2026-01-05T09:30",
                "verified",
                "",
                "outcome",
                "EXPLAINED",
                "account",
                "已到现场",
                "publicReply",
                "已说明情况。");
        assertThat(answered.select("#ticket .tag").eachText()).contains("待回访");
        assertThat(answered.select("#ticket button")).isEmpty();

        http.get()
                .uri("/api/v1/dispatches/" + HANDLED)
                .exchange()
                .expectBody()
                .jsonPath("$.reply.contactedAt")
                .isEqualTo("2026-01-05T09:30:00+08:00")
                .jsonPath("$.reply.verified")
                .doesNotExist();
    }

    @Test
    void aRefusalNamesTheFieldsOfTheForm() {
        http.post()
                .uri("/inbox/" + UNTOUCHED + "/reply?unit=630103&tab=HANDLING")
                .contentType(MediaType.APPLICATION_FORM_URLENCODED)
                .body(BodyInserters.fromFormData("contacted", "true").with("contactedAt", "昨天"))
                .exchange()
                .expectStatus()
                .isEqualTo(422)
                .expectBody()
                .jsonPath("$.errors[0].field")
                .isEqualTo("contactedAt");
    }

    @Test
    void anotherUnitsTicketIsNotShown() {
        http.get()
                .uri("/inbox/" + UNTOUCHED + "?unit=630105&tab=HANDLING")
                .exchange()
                .expectStatus()
                .isNotFound();
        http.get()
                .uri("/inbox/news?unit=000000&tab=HANDLING&known=0")
                .exchange()
                .expectStatus()
                .isNotFound();
        http.post()
                .uri("/inbox/" + UNTOUCHED + "/acknowledge?unit=630105&tab=HANDLING")
                .exchange()
                .expectStatus()
                .isNotFound();
    }

    @Test
    void newTicketsAreAnnouncedWithoutDisturbing() {
        assertThat(page("/inbox/news?unit=630103&tab=TO_ACKNOWLEDGE&known=0")
                        .select(".news")
                        .text())
                .matches("有 [12] 件新工单 显示 R");
        assertThat(page("/inbox/news?unit=630103&tab=TO_ACKNOWLEDGE&known=9").select(".news"))
                .isEmpty();
    }

    @Test
    void theDeskShowsEmergenciesFirstAndSaysWhatIsInDoubt() {
        Document page = page("/desk");

        assertThat(page.select(".rows .row").first().id()).isEqualTo("row-" + EMERGENCY);
        assertThat(page.select(".rows .row").first().text()).contains("特急 先办");
        assertThat(page.select("#ticket .trouble").text()).contains("未识别出诉求分类");
    }

    @Test
    void aDispatcherDispatchesFromTheDeskAndSeesTheNext() {
        Document next = post(
                "/desk/" + UNCLEAR + "/dispatch?tab=WAITING",
                "unit",
                "630104",
                "urgency",
                "GENERAL",
                "category",
                "EE-NOISE");

        assertThat(next.select("[hx-swap-oob='beforeend:#toasts']").text()).contains("已派给城西区政府");
        assertThat(next.select("#ticket").attr("data-number")).isEqualTo(EMERGENCY);
        assertThat(page("/desk?tab=NOT_ACKNOWLEDGED&number=" + UNCLEAR)
                        .select("#ticket")
                        .text())
                .contains("签收前可以改派");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/inbox", "/inbox?unit=630103", "/inbox?unit=630103&tab=DONE", "/desk"})
    void noPageNeedsWhatThePolicyForbids(String path) {
        Document page = page(path);

        assertThat(page.select("[style], [onclick], script:not([src]), style")).isEmpty();
        assertThat(page.select("h1")).hasSize(1);
        assertThat(page.getAllElements().stream()
                        .map(Element::id)
                        .filter(id -> !id.isEmpty())
                        .toList())
                .doesNotHaveDuplicates();
    }

    private static Document page(String path) {
        return Jsoup.parse(body(http.get().uri(path).exchange().expectStatus().isOk()));
    }

    private static Document post(String path, String... form) {
        BodyInserters.FormInserter<String> body = BodyInserters.fromFormData("sent", "yes");
        for (int i = 0; i < form.length; i += 2) {
            body = body.with(form[i], form[i + 1]);
        }
        return Jsoup.parse(body(http.post()
                .uri(path)
                .contentType(MediaType.APPLICATION_FORM_URLENCODED)
                .body(body)
                .exchange()
                .expectStatus()
                .isOk()));
    }

    private static String body(WebTestClient.ResponseSpec answer) {
        return answer.expectBody(String.class).returnResult().getResponseBody();
    }
}
