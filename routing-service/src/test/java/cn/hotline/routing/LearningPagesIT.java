package cn.hotline.routing;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import cn.hotline.access.Role;
import cn.hotline.access.testing.SignedIn;
import cn.hotline.followup.contract.FollowupEvent.TicketClosed;
import cn.hotline.routing.dispatch.Tickets;
import cn.hotline.routing.place.PlaceSchool;
import java.time.Duration;
import java.time.Instant;
import org.awaitility.Awaitility;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.springframework.http.MediaType;
import org.springframework.test.web.reactive.server.WebTestClient;
import org.springframework.web.reactive.function.BodyInserters;

/** What was learned, models and names of places, as a browser gets it; one test goes on where the one before stopped. */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class LearningPagesIT {

    private static final String REPLY = """
            {"verified": true, "contacted": true, "contactedAt": "%s", "outcome": "SOLVED",
             "account": "已派人到柳浪家园现场核实，督促物业公司清扫楼道并与诉求人电话确认。", "publicReply": "楼道已清扫，今后每天打扫。"}
            """;

    private static RunningRouting routing;
    private static WebTestClient admin;

    @BeforeAll
    static void start() {
        routing = new RunningRouting(0);
        admin = routing.as(SignedIn.as(Role.ADMIN));
    }

    @AfterAll
    static void stop() {
        routing.close();
    }

    @Test
    @Order(1)
    void withoutAModelThePageSaysWhatDecidesAndWhy() {
        Document page = page("/models");

        assertThat(page.select(".facts").text()).contains("只用词库", "LEXICON-", "尚未训练过模型");
        assertThat(page.text()).contains("还没有训练过模型");
        assertThat(page.select("button[data-key=N]").text()).startsWith("立即训练");
        assertThat(page.select("form[hx-post$=/models/use]")).isEmpty();
    }

    @Test
    @Order(2)
    void aTrainingBeginsAndTellsHowItEnded() {
        assertThat(post("/models/training").text()).contains("训练即将开始");
        Awaitility.await().atMost(Duration.ofSeconds(30)).untilAsserted(() -> assertThat(
                        page("/models").select("#course").text())
                .contains("已确认分类的工单只有", "结束"));
    }

    @Test
    @Order(3)
    void aVersionThatIsNotThereIsNotTakenIntoUse() {
        assertThat(sending("/models/use", "version", "7", "reason", "更好")
                        .exchange()
                        .expectStatus()
                        .isNotFound()
                        .expectBody(String.class)
                        .returnResult()
                        .getResponseBody())
                .contains("没有找到");
        sending("/models/use", "version", "0", "reason", "")
                .exchange()
                .expectStatus()
                .isEqualTo(422)
                .expectBody()
                .jsonPath("$.errors[0].field")
                .isEqualTo("reason");
    }

    @Test
    @Order(4)
    void aLearnedNameIsListedWithItsTicketsAndStreet() {
        for (int i = 1; i <= 3; i++) {
            closed("XN261123-00000" + i);
        }
        Awaitility.await()
                .atMost(Duration.ofSeconds(60))
                .until(() -> routing.bean(PlaceSchool.class).get().size() > 0);
        Document page = page("/places?q=柳浪");

        assertThat(page.select("table tbody tr").text()).contains("柳浪家园", "3", "城中区 3 件", "南川西路街道");
    }

    @Test
    @Order(5)
    void aFalseNameIsSilencedWithAReasonAndRestored() {
        Document silenced = post("/places/rulings?q=柳浪", "name", "柳浪家园", "silenced", "true", "reason", "是一家连锁店");
        assertThat(silenced.text()).contains("已停用", "是一家连锁店", "不再用来判断地点");
        assertThat(routing.bean(PlaceSchool.class).get().like("柳浪", 1)).isEmpty();

        Document restored = post("/places/rulings?q=柳浪", "name", "柳浪家园", "silenced", "false", "reason", "核实确有其地");
        assertThat(restored.select("table").get(0).text()).doesNotContain("已停用");
        assertThat(restored.select("table").get(1).select("tbody tr")).hasSize(2);
        assertThat(routing.bean(PlaceSchool.class).get().like("柳浪", 1)).hasSize(1);
    }

    @Test
    @Order(6)
    void withoutAReasonNothingIsDecided() {
        sending("/places/rulings", "name", "柳浪家园", "silenced", "true", "reason", "")
                .exchange()
                .expectStatus()
                .isEqualTo(422)
                .expectBody()
                .jsonPath("$.errors[0].field")
                .isEqualTo("reason");
    }

    private static void closed(String number) {
        WebTestClient centre = routing.as(SignedIn.unit("630103"));
        routing.told(Tickets.registered(number, "物业不打扫", "柳浪家园物业公司收了物业费，楼道一直没人打扫。", "城中区南川西路街道柳浪家园", null));
        Awaitility.await().atMost(Duration.ofSeconds(30)).until(() -> sent(centre, number, "acknowledge", "{}") == 200);
        assertThat(sent(centre, number, "reply", REPLY.formatted(Instant.now())))
                .isEqualTo(200);
        routing.told(new TicketClosed(number, "REVISITED", Instant.now()));
    }

    private static int sent(WebTestClient by, String number, String act, String body) {
        return by.post()
                .uri("/api/v1/dispatches/" + number + "/" + act)
                .contentType(MediaType.APPLICATION_JSON)
                .bodyValue(body)
                .exchange()
                .returnResult(String.class)
                .getStatus()
                .value();
    }

    private static Document page(String path) {
        return Jsoup.parse(new String(
                admin.get()
                        .uri(path)
                        .exchange()
                        .expectStatus()
                        .isOk()
                        .expectBody()
                        .returnResult()
                        .getResponseBodyContent(),
                UTF_8));
    }

    private static Document post(String path, String... form) {
        return Jsoup.parse(sending(path, form)
                .exchange()
                .expectStatus()
                .isOk()
                .expectBody(String.class)
                .returnResult()
                .getResponseBody());
    }

    private static WebTestClient.RequestHeadersSpec<?> sending(String path, String... form) {
        var body = BodyInserters.fromFormData("sent", "yes");
        for (int i = 0; i < form.length; i += 2) {
            body = body.with(form[i], form[i + 1]);
        }
        return admin.post()
                .uri(path)
                .contentType(MediaType.APPLICATION_FORM_URLENCODED)
                .body(body);
    }
}
