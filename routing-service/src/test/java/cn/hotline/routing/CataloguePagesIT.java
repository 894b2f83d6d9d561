package cn.hotline.routing;

import static java.nio.charset.StandardCharsets.UTF_8;
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
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.http.MediaType;
import org.springframework.http.client.MultipartBodyBuilder;
import org.springframework.test.web.reactive.server.WebTestClient;
import org.springframework.web.reactive.function.BodyInserters;

/** The page of the catalogue as a browser gets it; what one test publishes the next one finds. */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class CataloguePagesIT {

    private static final String TICKET = "XN261123-000001";

    private static RunningRouting routing;
    private static WebTestClient admin;
    private static WebTestClient dispatcher;

    @BeforeAll
    static void start() {
        routing = new RunningRouting(0);
        admin = routing.as(SignedIn.as(Role.ADMIN));
        dispatcher = routing.as(SignedIn.as(Role.DISPATCHER));
        routing.told(Tickets.plain(TICKET));
        Awaitility.await().atMost(Duration.ofSeconds(30)).until(() -> text(dispatcher, "/api/v1/dispatches/" + TICKET)
                .contains("\"rule\""));
    }

    @AfterAll
    static void stop() {
        routing.close();
    }

    @Test
    @Order(1)
    void entriesAreFoundByWordsClassUnitAndPlace() {
        assertThat(page(admin, "/catalogue").select(".rows .row")).hasSizeGreaterThan(60);
        assertThat(page(admin, "/catalogue?q=物业服务").select(".rows .row")).hasSize(1);
        assertThat(page(admin, "/catalogue?category=EE").select(".rows .row")).hasSize(5);
        assertThat(page(admin, "/catalogue?unit=630100-BUS").select(".rows .row"))
                .hasSize(1);
        assertThat(page(admin, "/catalogue?county=630103").select(".rows .row")).isEmpty();
    }

    @Test
    @Order(2)
    void aDispatcherReadsAndChangesNothing() {
        Document page = page(dispatcher, "/catalogue?rule=R-HC-PROPERTY");

        assertThat(page.select("#catalogue form[hx-post]")).isEmpty();
        assertThat(page.select(".facts").text()).contains("属地县区", "市住房保障和房产管理局", "《物业管理条例》");
        assertThat(page.select(".tabs a").eachText()).noneMatch(tab -> tab.startsWith("草稿"));
    }

    @Test
    @Order(3)
    void anEntryGoesIntoTheDraftWithItsDifferences() {
        Document saved = post(
                "/catalogue/entries?q=物业",
                "rule",
                "R-HC-PROPERTY-630103",
                "category",
                "HC-PROPERTY",
                "division",
                "630103",
                "lead",
                "630100-HOUSING",
                "coUnits",
                "",
                "basis",
                "试点方案第三条");

        assertThat(saved.select("[hx-swap-oob='beforeend:#toasts']").text()).contains("已存入草稿");
        assertThat(saved.select(".rows .row[aria-current]").text()).contains("R-HC-PROPERTY-630103", "新增");
        Document draft = page(admin, "/catalogue?tab=DRAFT");
        assertThat(draft.select(".table").text()).contains("新增 R-HC-PROPERTY-630103", "主办", "市住房保障和房产管理局");
        assertThat(page(dispatcher, "/catalogue?q=试点方案").select(".rows .row")).isEmpty();
    }

    @Test
    @Order(4)
    void aFaultyEntryNamesItsFields() {
        admin.post()
                .uri("/catalogue/entries")
                .contentType(MediaType.APPLICATION_FORM_URLENCODED)
                .body(BodyInserters.fromFormData("rule", "R-X").with("category", "HC-FUND"))
                .exchange()
                .expectStatus()
                .isEqualTo(422)
                .expectBody()
                .jsonPath("$.errors[0].field")
                .isEqualTo("lead");
    }

    @Test
    @Order(5)
    void theForecastNamesTheTicketAndTheUnits() {
        String forecast = page(admin, "/catalogue/outlook").text();

        assertThat(forecast).contains("1 件 会派给其他单位", "城中区政府", "市住房保障和房产管理局", TICKET);
        assertThat(forecast).contains("没有主办单位").doesNotContain("改正后才能发布");
    }

    @Test
    @Order(6)
    void aDraftIsPublishedWithItsReasonAndStandsInTheHistory() {
        Document draft = page(admin, "/catalogue?tab=DRAFT");
        Document published = post(
                "/catalogue/publication",
                "reason",
                "城中区试点",
                "against",
                draft.select("input[name=against]").val(),
                "edition",
                draft.select("input[name=edition]").val());

        assertThat(published.select(".tabs a[aria-current]").text()).isEqualTo("历史版本");
        assertThat(published.text()).contains("第 2 版 现行", "城中区试点", "第 2 版已发布", "R-HC-PROPERTY-630103");
    }

    @Test
    @Order(7)
    void anOldVersionIsPublishedAnew() {
        Document restored = post("/catalogue/versions/1/publication", "reason", "试点结束", "against", "2");

        assertThat(restored.text()).contains("第 3 版 现行", "试点结束（同第 1 版）");
        assertThat(page(admin, "/catalogue?tab=HISTORY&from=1&to=3").text()).contains("两版没有差别");
    }

    @Test
    @Order(8)
    void aFileWithABrokenRowIsNamedAndNotTaken() {
        var form = new MultipartBodyBuilder();
        form.part("file", (text(admin, "/api/v1/catalogue.csv") + "坏行,,,\r\n").getBytes(UTF_8))
                .filename("x.csv");
        String problem = new String(
                admin.post()
                        .uri("/catalogue/import")
                        .body(BodyInserters.fromMultipartData(form.build()))
                        .exchange()
                        .expectStatus()
                        .isEqualTo(422)
                        .expectBody()
                        .returnResult()
                        .getResponseBody(),
                UTF_8);

        assertThat(problem).contains("SHEET_FAULTY", "条目编号：");
        assertThat(page(admin, "/catalogue?tab=DRAFT").text()).contains("草稿与现行目录没有差别");
    }

    @Test
    @Order(9)
    void aChoiceAgainstTheCatalogueIsProposedAndTaken() {
        dispatcher
                .post()
                .uri("/api/v1/dispatches/" + TICKET + "/dispatch")
                .contentType(MediaType.APPLICATION_JSON)
                .bodyValue("{\"unit\":\"630100-MARKET\",\"reason\":\"属市场监管职责\"}")
                .exchange()
                .expectStatus()
                .isOk();
        Document proposals = page(admin, "/catalogue/proposals");
        assertThat(proposals.select(".card").text()).contains("1 件实际由市市场监督管理局办理", TICKET, "属市场监管职责");

        String accept = proposals.select("form[hx-post$=acceptance]").attr("hx-post");
        post(accept.substring(accept.indexOf("/catalogue")), "basis", "");

        assertThat(page(admin, "/catalogue/proposals").text()).contains("草稿已采纳");
        assertThat(page(admin, "/catalogue?tab=DRAFT").text()).contains("派单员指定（" + TICKET + "）：属市场监管职责");
        assertThat(page(admin, "/catalogue/hits").text()).contains("首派命中率 0.0%", "R-HC-PROPERTY");
    }

    @Test
    @Order(10)
    void aDraftIsThrownAway() {
        assertThat(post("/catalogue/discarding").text()).contains("草稿已放弃", "草稿与现行目录没有差别");
    }

    @ParameterizedTest
    @Order(11)
    @ValueSource(
            strings = {
                "/catalogue",
                "/catalogue?rule=new",
                "/catalogue?tab=DRAFT",
                "/catalogue?tab=PROPOSALS",
                "/catalogue?tab=HITS",
                "/catalogue?tab=HISTORY"
            })
    void noPageNeedsWhatThePolicyForbids(String path) {
        Document page = page(admin, path);

        assertThat(page.select("[style], [onclick], script:not([src]), style")).isEmpty();
        assertThat(page.select("h1")).hasSize(1);
        assertThat(page.getAllElements().stream()
                        .map(Element::id)
                        .filter(id -> !id.isEmpty())
                        .toList())
                .doesNotHaveDuplicates();
    }

    private static Document page(WebTestClient by, String path) {
        return Jsoup.parse(text(by, path));
    }

    private static String text(WebTestClient by, String path) {
        return new String(
                by.get().uri(path).exchange().expectBody().returnResult().getResponseBodyContent(), UTF_8);
    }

    private static Document post(String path, String... form) {
        var body = BodyInserters.fromFormData("sent", "yes");
        for (int i = 0; i < form.length; i += 2) {
            body = body.with(form[i], form[i + 1]);
        }
        return Jsoup.parse(admin.post()
                .uri(path)
                .contentType(MediaType.APPLICATION_FORM_URLENCODED)
                .body(body)
                .exchange()
                .expectStatus()
                .isOk()
                .expectBody(String.class)
                .returnResult()
                .getResponseBody());
    }
}
