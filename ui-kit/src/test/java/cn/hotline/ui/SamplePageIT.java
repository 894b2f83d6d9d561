package cn.hotline.ui;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import cn.hotline.ui.sample.SampleApplication;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Attribute;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.web.server.reactive.context.ReactiveWebServerApplicationContext;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.test.web.reactive.server.EntityExchangeResult;
import org.springframework.test.web.reactive.server.WebTestClient;

/** Pages with the look, as two services in one JVM would serve them. */
class SamplePageIT {

    private static ReactiveWebServerApplicationContext one;
    private static ReactiveWebServerApplicationContext other;

    @BeforeAll
    static void startTwoServices() {
        one = service("/sample");
        other = service("/second");
    }

    @AfterAll
    static void stop() {
        one.close();
        other.close();
    }

    @ParameterizedTest
    @ValueSource(strings = {"/desk", "/inbox", "/daily/today", "/states", "/no-such-page"})
    void everyPageKeepsToTheStrictPolicy(String path) {
        EntityExchangeResult<byte[]> answer = open(one, "/sample" + path);
        HttpHeaders headers = answer.getResponseHeaders();
        assertThat(headers.get("Content-Security-Policy"))
                .containsExactly("default-src 'self'; script-src 'self'; style-src 'self'; img-src 'self' data:; "
                        + "object-src 'none'; base-uri 'self'; frame-ancestors 'none'; form-action 'self'");
        assertThat(headers.getFirst("X-Content-Type-Options")).isEqualTo("nosniff");
        assertThat(headers.getFirst("X-Frame-Options")).isEqualTo("DENY");
        assertThat(headers.getFirst("Referrer-Policy")).isEqualTo("same-origin");
        assertThat(headers.getCacheControl()).isEqualTo("no-store");

        Document page = page(answer);
        assertThat(page.select("script:not([src]), style, [style]")).isEmpty();
        assertThat(page.getAllElements().stream()
                        .flatMap(element -> element.attributes().asList().stream())
                        .map(Attribute::getKey)
                        .filter(name -> name.startsWith("on") || name.startsWith("hx-on")))
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"/desk", "/inbox", "/daily/today", "/states", "/no-such-page"})
    void everyPageHasItsLandmarksAndOneHeading(String path) {
        Document page = page(open(one, "/sample" + path));
        assertThat(page.selectFirst("html").attr("lang")).isEqualTo("zh-CN");
        assertThat(page.select("h1")).hasSize(1);
        assertThat(page.select("main#main, header, nav[aria-label]")).hasSizeGreaterThanOrEqualTo(3);
        assertThat(page.selectFirst("body").child(0).attr("href")).isEqualTo("#main");
        assertThat(page.title()).endsWith("· 12345 热线工单");
        assertThat(page.select("[id]").eachAttr("id")).doesNotHaveDuplicates();
        assertThat(page.select("label[for]").eachAttr("for"))
                .allSatisfy(id -> assertThat(page.getElementById(id)).isNotNull());
    }

    @Test
    void theBarLeadsToTheFourBoardsAndMarksOurs() {
        Document page = page(open(one, "/sample/inbox"));
        assertThat(page.select(".topbar-boards a").eachText()).containsExactly("受理", "派单办理", "回访", "日报与监测");
        assertThat(page.select(".topbar-boards a").eachAttr("href"))
                .containsExactly("/intake/call", "/routing/inbox", "/followup/revisits", "/reporting/daily/today");
        assertThat(page.select(".topbar-boards a[aria-current=page]").eachText())
                .containsExactly("派单办理");
    }

    @Test
    void eachServiceServesTheLookUnderItsOwnPathAndBrowsersKeepIt() {
        for (var service : List.of(one, other)) {
            String base = service == one ? "/sample" : "/second";
            List<String> files = page(open(service, base + "/desk")).select("script[src], link[href]").stream()
                    .map(element -> element.hasAttr("src") ? element.attr("src") : element.attr("href"))
                    .toList();
            assertThat(files).hasSizeGreaterThan(4).allSatisfy(file -> {
                assertThat(file).startsWith(base + "/ui/");
                client(service)
                        .get()
                        .uri(file)
                        .exchange()
                        .expectStatus()
                        .isOk()
                        .expectHeader()
                        .value("Cache-Control", kept -> assertThat(kept).contains("max-age=31536000", "immutable"));
            });
        }
    }

    @Test
    void theLookTravelsCompressedAndFitsItsBudget() throws Exception {
        Document page = page(open(one, "/sample/desk"));
        List<String> modules = List.of("ime", "say", "layer", "draft", "countdown", "combobox", "live", "live-worker");
        String look = page.selectFirst("script#ui").attr("src").replace("ui.js", "");
        Set<String> files = new TreeSet<>(page.select("script[src]").eachAttr("src"));
        files.addAll(
                page.select("link[rel=stylesheet], link[rel=modulepreload]").eachAttr("href"));
        modules.forEach(module -> files.add(look + module + ".js"));
        int size = 0;
        for (String file : files) {
            HttpResponse<byte[]> answer = raw(file);
            assertThat(answer.headers().firstValue("Content-Encoding")).as(file).contains("gzip");
            size += answer.body().length;
        }
        assertThat(size).isBetween(20 * 1024, 60 * 1024);
    }

    @Test
    void pagesThemselvesAreNotCompressedBesideWhatAVisitorChooses() throws Exception {
        assertThat(raw("/sample/desk").headers().firstValue("Content-Encoding")).isEmpty();
    }

    @Test
    void scriptsOfAPageAreServedButNeverItsTemplate() {
        client(one)
                .get()
                .uri("/sample/pages/sample/desk.js")
                .exchange()
                .expectStatus()
                .isOk();
        client(one)
                .get()
                .uri("/sample/pages/sample/desk.html")
                .exchange()
                .expectStatus()
                .isNotFound();
        client(one)
                .get()
                .uri("/sample/pages/sample/..%2F..%2FMETA-INF%2Fx.js")
                .exchange()
                .expectStatus()
                .is4xxClientError();
    }

    @Test
    void aPersonSeesAPageWhereAScriptSeesTheProblem() {
        Document page = page(open(one, "/sample/no-such-page"));
        assertThat(page.select("h2").text()).isEqualTo("没有找到这一页");
        assertThat(page.select("main a").attr("href")).isEqualTo("/sample/start");
        client(one)
                .get()
                .uri("/sample/no-such-page")
                .accept(MediaType.APPLICATION_JSON)
                .exchange()
                .expectStatus()
                .isNotFound()
                .expectHeader()
                .contentTypeCompatibleWith(MediaType.APPLICATION_PROBLEM_JSON);
        client(one)
                .get()
                .uri("/sample/no-such-page")
                .accept(MediaType.TEXT_HTML)
                .header("HX-Request", "true")
                .exchange()
                .expectStatus()
                .isNotFound()
                .expectBody(String.class)
                .value(body -> assertThat(body).doesNotContain("topbar"));
    }

    @Test
    void aBrokenPageSaysSoWithoutATrace() {
        EntityExchangeResult<byte[]> answer = open(one, "/sample/broken");
        assertThat(answer.getStatus().value()).isEqualTo(500);
        assertThat(page(answer).select("h2").text()).isEqualTo("这一页暂时打不开");
        assertThat(page(answer).text()).doesNotContain("Exception", "secret");
    }

    @Test
    void aRefusalIsShownWithItsOwnWords() {
        EntityExchangeResult<byte[]> answer = open(one, "/sample/refused");
        assertThat(answer.getStatus().value()).isEqualTo(409);
        assertThat(page(answer).select("main p").first().text()).isEqualTo("工单已办结，不能再改派。");
    }

    @Test
    void aFieldWithAnErrorSaysWhichAndIsDescribedByIt() {
        Element field = page(open(one, "/sample/states")).selectFirst("#f-phone");
        assertThat(field.attr("aria-invalid")).isEqualTo("true");
        assertThat(field.attr("aria-describedby")).contains("e-phone");
        assertThat(field.ownerDocument().getElementById("e-phone").text()).isEqualTo("手机号少一位");
        assertThat(field.ownerDocument().getElementById("e-phone").hasAttr("hidden"))
                .isFalse();
    }

    @Test
    void fieldsOfPersonsAreMarkedSoThatNoDraftKeepsThem() {
        Document page = page(open(one, "/sample/desk"));
        assertThat(page.select("[data-personal]").eachAttr("name")).containsExactly("phone", "name");
    }

    @Test
    void anOpenPageHearsThatTheLineLives() {
        var beats = client(one)
                .get()
                .uri("/sample/live")
                .accept(MediaType.TEXT_EVENT_STREAM)
                .exchange()
                .expectHeader()
                .contentTypeCompatibleWith(MediaType.TEXT_EVENT_STREAM)
                .returnResult(String.class)
                .getResponseBody()
                .take(1)
                .collectList()
                .block(Duration.ofSeconds(10));
        assertThat(beats).singleElement().asString().contains("beat");
    }

    private static ReactiveWebServerApplicationContext service(String base) {
        var application = new SpringApplication(SampleApplication.class);
        application.setDefaultProperties(Map.of(
                "spring.webflux.base-path", base,
                "server.address", "127.0.0.1",
                "server.port", "0",
                "hotline.nav.home", base + "/start",
                "spring.main.banner-mode", "off",
                "logging.level.root", "OFF"));
        return (ReactiveWebServerApplicationContext) application.run();
    }

    /** As it travels; the test client would unpack it and say nothing. */
    private static HttpResponse<byte[]> raw(String path) throws Exception {
        URI address = URI.create("http://127.0.0.1:" + one.getWebServer().getPort() + path);
        HttpRequest request = HttpRequest.newBuilder(address)
                .header("Accept-Encoding", "gzip")
                .build();
        return HttpClient.newHttpClient().send(request, HttpResponse.BodyHandlers.ofByteArray());
    }

    private static WebTestClient client(ReactiveWebServerApplicationContext service) {
        return WebTestClient.bindToServer()
                .baseUrl("http://127.0.0.1:" + service.getWebServer().getPort())
                .responseTimeout(Duration.ofSeconds(20))
                .build();
    }

    private static EntityExchangeResult<byte[]> open(ReactiveWebServerApplicationContext service, String path) {
        return client(service)
                .get()
                .uri(path)
                .accept(MediaType.TEXT_HTML)
                .exchange()
                .expectHeader()
                .contentType("text/html;charset=UTF-8")
                .expectBody()
                .returnResult();
    }

    private static Document page(EntityExchangeResult<byte[]> answer) {
        return Jsoup.parse(new String(answer.getResponseBody(), UTF_8));
    }
}
