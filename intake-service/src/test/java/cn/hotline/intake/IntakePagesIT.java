package cn.hotline.intake;

import static org.assertj.core.api.Assertions.assertThat;

import cn.hotline.access.Role;
import cn.hotline.access.testing.SignedIn;
import java.time.Duration;
import java.time.Instant;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
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
