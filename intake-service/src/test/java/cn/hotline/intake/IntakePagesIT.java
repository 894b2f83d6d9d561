package cn.hotline.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import cn.hotline.access.Role;
import cn.hotline.access.testing.SignedIn;
import cn.hotline.intake.progress.kafka.RoutingEventsIn;
import cn.hotline.routing.contract.RoutingEvent;
import cn.hotline.routing.contract.RoutingEvent.Deadlines;
import cn.hotline.routing.contract.RoutingEvent.Rule;
import cn.hotline.routing.contract.RoutingEvent.TicketDispatched;
import cn.hotline.routing.contract.RoutingEvent.Unit;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.test.web.reactive.server.WebTestClient;
import org.springframework.util.LinkedMultiValueMap;
import org.springframework.util.MultiValueMap;

/** The pages as they are served: call desk, read-back, search, ticket. */
class IntakePagesIT {

    private static IntakeAlone service;
    private static WebTestClient pages;

    @BeforeAll
    static void start() {
        service = new IntakeAlone(0);
        pages = WebTestClient.bindToServer()
                .baseUrl(service.address())
                .defaultHeaders(SignedIn.headers(SignedIn.as(Role.OPERATOR, Role.ADMIN)))
                .responseTimeout(Duration.ofSeconds(20))
                .build();
    }

    @AfterAll
    static void stop() {
        service.close();
    }

    @Test
    void theBoardLeadsToTheCallDesk() {
        for (String address : new String[] {"", "/"}) {
            pages.get()
                    .uri(address)
                    .exchange()
                    .expectStatus()
                    .is3xxRedirection()
                    .expectHeader()
                    .location("/intake/call");
        }
    }

    @Test
    void theCallDeskSendsTheFieldsOfTheApi() {
        Document desk = page("/call");
        Element form = desk.expectForm("#call");
        assertThat(form.attr("hx-post")).isEqualTo("/intake/call/tickets");
        assertThat(form.select("[name]").eachAttr("name"))
                .contains(
                        "channel",
                        "callId",
                        "caller.phone",
                        "caller.name",
                        "caller.confidential",
                        "kind",
                        "content",
                        "place.text",
                        "place.divisionCode",
                        "categoryCode",
                        "urgency",
                        "title",
                        "hazard.kind",
                        "answer",
                        "reason",
                        "disposition");
        assertThat(form.select("[name=categoryCode] option[value=HC-PROPERTY]").attr("data-search"))
                .startsWith("wyfw");
        assertThat(form.select("[data-personal]").eachAttr("name")).contains("caller.phone", "caller.name");
        assertThat(form.select("#files").attr("data-address")).isEqualTo("/intake/api/v1/attachments");
        assertThat(form.select("#files input").attr("name"))
                .as("files go on their own, the form names them")
                .isEmpty();
    }

    @Test
    void noPageHoldsScriptsOrStylesOfItsOwn() {
        for (String address : new String[] {"/call", "/tickets"}) {
            Document page = page(address);
            assertThat(page.select("[style], [onclick], style, script:not([src])"))
                    .isEmpty();
        }
    }

    @Test
    void whatIsRegisteredIsReadBack() {
        Document answer = Jsoup.parse(registered("key-1", form("小区路灯不亮，要求修复。")));
        assertThat(answer.select("dialog .readback-number").text()).matches("XN \\d{6} \\d{6}");
        assertThat(answer.select("dialog .readback-spoken").text()).startsWith("X N");
        assertThat(answer.select("dialog .readback-promise").text()).contains("24 小时内");
        assertThat(answer.select("dialog [data-copy]").attr("data-copy")).matches("XN\\d{6}-\\d{6}");
    }

    @Test
    void pressedTwiceItIsOneTicket() {
        String first = registered("key-2", form("两次按下"));
        assertThat(registered("key-2", form("两次按下"))).isEqualTo(first);
    }

    @Test
    void aRefusalIsAProblemThatNamesTheField() {
        MultiValueMap<String, String> form = form(" ");
        form.set("caller.phone", "13x");
        send("key-3", form)
                .expectStatus()
                .isEqualTo(HttpStatus.UNPROCESSABLE_CONTENT)
                .expectHeader()
                .contentType(MediaType.APPLICATION_PROBLEM_JSON)
                .expectBody()
                .jsonPath("$.errors[*].field")
                .value(Object.class, fields -> assertThat(fields.toString()).contains("caller.phone", "content"));
    }

    @Test
    void aCallWithoutTicketIsRecorded() {
        MultiValueMap<String, String> form = new LinkedMultiValueMap<>();
        form.set("startedAt", Instant.now().toString());
        form.set("outcome", "SILENT");
        form.set("note", "");
        pages.post()
                .uri("/call/calls")
                .contentType(MediaType.APPLICATION_FORM_URLENCODED)
                .bodyValue(form)
                .exchange()
                .expectStatus()
                .isCreated()
                .expectBody(String.class)
                .value(answer -> assertThat(answer).contains("来电已记录"));
    }

    @Test
    void aTicketIsFoundAndReadMasked() {
        MultiValueMap<String, String> form = form("独特的检索词，联系 13900004321");
        form.set("caller.name", "金丝雀");
        form.set("caller.phone", "13900004321");
        form.set("hazard.kind", "FIRE_SAFETY");
        registered("key-4", form);
        Document found = page("/tickets?q=独特的检索词");
        assertThat(found.select(".rows .row")).hasSize(1);
        Document ticket = page(found.select(".rows .row").attr("href").replace("/intake", ""));
        assertThat(ticket.select(".tag").eachText()).contains("已转办", "安全隐患 · 消防安全");
        assertThat(ticket.select(".timeline li").eachText()).anyMatch(step -> step.contains("受理登记"));
        assertThat(ticket.html() + found.html()).doesNotContain("金丝雀", "13900004321");
    }

    @Test
    void whatComesLaterIsWrittenOnThePageOfTheTicket() {
        String ticket = "/tickets/" + numberOf("后来的事");
        assertThat(page(ticket).select("dialog form").eachAttr("hx-post"))
                .containsExactly(
                        "/intake" + ticket + "/supplements",
                        "/intake" + ticket + "/urges",
                        "/intake" + ticket + "/withdrawal",
                        "/intake" + ticket + "/merges");
        sent(ticket + "/supplements", Map.of("content", "又坏了一盏"));
        sent(ticket + "/urges", Map.of("note", ""));
        assertThat(page(ticket).select(".timeline li").eachText())
                .anyMatch(step -> step.contains("来电人补充") && step.contains("又坏了一盏"))
                .anyMatch(step -> step.contains("来电人催办"));
        sent(ticket + "/withdrawal", Map.of("withdrawalReason", "已经修好"));
        Document withdrawn = page(ticket);
        assertThat(withdrawn.select(".tag").eachText()).contains("已撤单");
        assertThat(withdrawn.select("dialog")).isEmpty();
    }

    @Test
    void aMergeIsComparedMadeSeenFromBothSidesAndUndone() {
        String master = numberOf("主单：小区路灯不亮");
        String number = numberOf("重复：小区路灯不亮");
        Document comparison = page("/tickets/" + number + "/comparison?master=" + master.toLowerCase());
        assertThat(comparison.select("tr.differs th").eachText()).anyMatch(name -> name.startsWith("内容"));
        assertThat(comparison.select("tr:not(.differs) th").eachText()).contains("类别");

        sent("/tickets/" + number + "/merges", Map.of("master", master, "mergeReason", "同一处路灯"));
        sent("/tickets/" + number + "/supplements", Map.of("content", "并单后补充的话"));
        Document merged = page("/tickets/" + number);
        assertThat(merged.select("#follows ~ p a").text()).isEqualTo(master);
        assertThat(page("/tickets/" + master).select(".followers li").text()).contains(number, "并单后补充的话");

        String undo = merged.select("form[hx-delete]").attr("hx-delete").replace("/intake", "");
        pages.delete().uri(undo).exchange().expectStatus().is3xxRedirection();
        assertThat(page("/tickets/" + number).select(".timeline li").eachText())
                .anyMatch(step -> step.contains("并入 " + master))
                .anyMatch(step -> step.contains("并单后补充的话"))
                .anyMatch(step -> step.contains("撤销并单"));
        assertThat(page("/tickets/" + master).select(".followers")).isEmpty();
    }

    @Test
    void aCallAboutATicketThereIsIsRecordedAndMayGoOn() {
        String number = numberOf("再来电的事");
        Document answer = Jsoup.parse(post(
                        "/call/again",
                        Map.of(
                                "number",
                                number,
                                "act",
                                "URGE",
                                "said",
                                "",
                                "startedAt",
                                Instant.now().toString()))
                .expectStatus()
                .isCreated()
                .expectBody(String.class)
                .returnResult()
                .getResponseBody());
        assertThat(answer.select("dialog").attr("data-number")).isEqualTo(number);
        MultiValueMap<String, String> further = form("同一来电的另一件事");
        further.set("callId", answer.select("dialog").attr("data-call"));
        assertThat(registered("key-again", further))
                .contains(answer.select("dialog").attr("data-call"));
        assertThat(page("/tickets/" + number).select(".timeline li").eachText())
                .anyMatch(step -> step.contains("来电人催办"));
        post(
                        "/call/again",
                        Map.of(
                                "number",
                                number,
                                "act",
                                "SUPPLEMENT",
                                "said",
                                " ",
                                "startedAt",
                                Instant.now().toString()))
                .expectStatus()
                .isEqualTo(HttpStatus.UNPROCESSABLE_CONTENT);
    }

    @Test
    void aConfidentialTicketIsNotFoundByItsWordsAndItsPageSaysWhatItIs() {
        MultiValueMap<String, String> form = form("保密的检索词");
        form.set("caller.confidential", "true");
        registered("key-5", form);

        assertThat(page("/tickets?q=保密的检索词").select(".rows .row")).isEmpty();
        String address = page("/tickets").select(".rows .row").attr("href");
        assertThat(page(address.replace("/intake", "")).select(".tag").eachText())
                .contains("已转办", "保密");
    }

    @Test
    void theUnitThatHoldsATicketReachesItsCallerWithoutLearningWhoTheyAre() {
        MultiValueMap<String, String> form = form("五号楼三单元501室暖气不热");
        form.set("caller.name", "金丝雀");
        form.set("caller.phone", "13900005566");
        form.set("place.text", "海湖花园5号楼3单元501室");
        form.set("categoryCode", "HC-PROPERTY");
        String number =
                Jsoup.parse(registered("key-unit", form)).select("dialog").attr("data-number");
        String caller = "/tickets/" + number + "/caller";
        as("630104", HttpMethod.GET, caller).expectStatus().isNotFound();
        dispatched(number, "630104");

        Document sheet = part(as("630104", HttpMethod.GET, caller));
        assertThat(sheet.text()).contains("139****5566", "申请中间号");
        Document bound = part(as("630104", HttpMethod.POST, "/tickets/" + number + "/relay-bindings"));
        assertThat(bound.select(".caller-number").attr("href")).startsWith("tel:");
        assertThat(bound.select("button[hx-post$='/relay-bindings']")).isEmpty();
        assertThat(sheet.select("form[hx-post$='/reveals'] button").text()).contains("门牌");
        Document revealed = part(as("630104", HttpMethod.POST, "/tickets/" + number + "/reveals"));
        assertThat(revealed.text()).contains("501");

        assertThat(sheet.html() + bound.html() + revealed.html()).doesNotContain("金丝雀", "13900005566");
        assertThat(sheet.select("[style], style, script:not([src])")).isEmpty();
        as("630105", HttpMethod.GET, caller).expectStatus().isNotFound();
        as("630105", HttpMethod.POST, "/tickets/" + number + "/relay-bindings")
                .expectStatus()
                .isNotFound();
        as("630105", HttpMethod.POST, "/tickets/" + number + "/reveals")
                .expectStatus()
                .isNotFound();
    }

    private static void dispatched(String number, String unit) {
        Instant at = Instant.now();
        try (Neighbours neighbours = new Neighbours(service.brokers())) {
            neighbours.tell(
                    RoutingEventsIn.FAMILY,
                    RoutingEvent.DISPATCH_STREAM + number,
                    new TicketDispatched(
                            number,
                            new Unit(unit, "城西区政府"),
                            List.of(),
                            "HC-PROPERTY",
                            "物业服务",
                            "GENERAL",
                            new Rule("r", "1", "规则"),
                            new Deadlines(at, at, at),
                            new Deadlines(at, at, at),
                            "AUTO",
                            at));
        }
        await().atMost(Duration.ofSeconds(30))
                .untilAsserted(() -> as(unit, HttpMethod.GET, "/tickets/" + number + "/caller")
                        .expectStatus()
                        .isOk());
    }

    private static WebTestClient.ResponseSpec as(String unit, HttpMethod method, String address) {
        return WebTestClient.bindToServer()
                .baseUrl(service.address())
                .defaultHeaders(SignedIn.headers(SignedIn.unit(unit)))
                .responseTimeout(Duration.ofSeconds(20))
                .build()
                .method(method)
                .uri(address)
                .contentType(MediaType.APPLICATION_FORM_URLENCODED)
                .exchange();
    }

    private static Document part(WebTestClient.ResponseSpec answer) {
        return Jsoup.parse(answer.expectStatus()
                .isOk()
                .expectBody(String.class)
                .returnResult()
                .getResponseBody());
    }

    @Test
    void aFaultInTheSearchIsSaidOnThePage() {
        assertThat(page("/tickets?q=火").select(".form-alert").text()).isEqualTo("请至少输入两个字");
        assertThat(page("/tickets?q=没有这样的字").select(".empty").text()).contains("没有找到工单");
    }

    @Test
    void anUnknownTicketIsAPageThatSaysSo() {
        pages.get()
                .uri("/tickets/XN000101-000001")
                .accept(MediaType.TEXT_HTML)
                .exchange()
                .expectStatus()
                .isNotFound()
                .expectBody(String.class)
                .value(page -> assertThat(page).contains("没有这张工单"));
    }

    private static String numberOf(String content) {
        return Jsoup.parse(registered("key-" + content.hashCode(), form(content)))
                .select("dialog")
                .attr("data-number");
    }

    private static void sent(String address, Map<String, String> fields) {
        post(address, fields).expectStatus().is3xxRedirection();
    }

    private static WebTestClient.ResponseSpec post(String address, Map<String, String> fields) {
        MultiValueMap<String, String> form = new LinkedMultiValueMap<>();
        fields.forEach(form::set);
        return pages.post()
                .uri(address)
                .contentType(MediaType.APPLICATION_FORM_URLENCODED)
                .bodyValue(form)
                .exchange();
    }

    private static Document page(String address) {
        String html = pages.get()
                .uri(address)
                .accept(MediaType.TEXT_HTML)
                .exchange()
                .expectStatus()
                .isOk()
                .expectHeader()
                .value("Content-Security-Policy", policy -> assertThat(policy).contains("script-src 'self'"))
                .expectBody(String.class)
                .returnResult()
                .getResponseBody();
        return Jsoup.parse(html);
    }

    private static String registered(String key, MultiValueMap<String, String> form) {
        return send(key, form)
                .expectStatus()
                .isCreated()
                .expectBody(String.class)
                .returnResult()
                .getResponseBody();
    }

    private static WebTestClient.ResponseSpec send(String key, MultiValueMap<String, String> form) {
        return pages.post()
                .uri("/call/tickets")
                .contentType(MediaType.APPLICATION_FORM_URLENCODED)
                .header("Idempotency-Key", key)
                .bodyValue(form)
                .exchange();
    }

    /** As the browser sends it: fields left empty are there, and empty. */
    private static MultiValueMap<String, String> form(String content) {
        MultiValueMap<String, String> form = new LinkedMultiValueMap<>();
        form.set("channel", "PHONE");
        form.set("kind", "HELP");
        form.set("content", content);
        form.set("disposition", "FORWARD");
        for (String empty : new String[] {
            "callId",
            "caller.phone",
            "caller.name",
            "place.text",
            "place.divisionCode",
            "categoryCode",
            "urgency",
            "title",
            "answer",
            "reason"
        }) {
            form.set(empty, "");
        }
        return form;
    }
}
