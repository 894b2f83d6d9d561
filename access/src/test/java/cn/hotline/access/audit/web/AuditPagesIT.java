package cn.hotline.access.audit.web;

import static org.assertj.core.api.Assertions.assertThat;

import cn.hotline.access.Role;
import cn.hotline.access.audit.Act;
import cn.hotline.access.audit.AuditDesk;
import cn.hotline.access.audit.AuditWriter;
import cn.hotline.access.audit.InMemoryAuditRecords;
import cn.hotline.access.testing.SignedIn;
import cn.hotline.ui.UiKitWiring;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Attribute;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.webflux.test.autoconfigure.WebFluxTest;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.http.MediaType;
import org.springframework.test.context.ContextConfiguration;
import org.springframework.test.web.reactive.server.WebTestClient;
import org.springframework.web.server.WebFilter;

/** The auditor's pages as they are drawn. */
@WebFluxTest
@ContextConfiguration(classes = AuditPagesIT.Pages.class)
class AuditPagesIT {

    private static final Clock CLOCK = Clock.fixed(Instant.parse("2024-06-18T02:00:00Z"), ZoneOffset.UTC);

    @Autowired
    private WebTestClient browser;

    @Autowired
    private InMemoryAuditRecords records;

    @Autowired
    private AuditWriter writer;

    @Test
    void recordsAreListedWithWhoWhatAndWhy() {
        reveal("XN240618-000001", "核对 <script>alert(1)</script> 地址");
        Document page = page("/audit?subject=XN240618-000001");
        assertThat(page.title()).startsWith("审计日志");
        assertThat(page.select("tbody tr")).hasSize(1);
        assertThat(page.select("tbody tr").text())
                .contains(
                        "2024-06-18 10:00:00",
                        "unit-630103",
                        "承办单位",
                        "经办人",
                        "查看来电人信息",
                        "127.0.0.1",
                        "已执行",
                        "<script>alert(1)</script>");
        assertThat(page.select("tbody script")).isEmpty();
    }

    @Test
    void theFormKeepsWhatWasAsked() {
        Document page =
                page("/audit?who=unit-630103&subject=XN240618-000001&action=REVEAL&from=2024-06-18&to=2024-06-19");
        assertThat(page.select("form").attr("action")).isEqualTo("/audit");
        assertThat(page.select("#f-who").val()).isEqualTo("unit-630103");
        assertThat(page.select("#f-subject").val()).isEqualTo("XN240618-000001");
        assertThat(page.select("#f-action option[selected]").val()).isEqualTo("REVEAL");
        assertThat(page.select("#f-from").val()).isEqualTo("2024-06-18");
        assertThat(page.select("#f-to").val()).isEqualTo("2024-06-19");
    }

    @Test
    void everythingCanBeReachedByKeyboard() {
        reveal("XN240618-000002", "核对地址");
        Document page = page("/audit");
        assertThat(page.select("form label").eachAttr("for"))
                .containsExactly("f-who", "f-subject", "f-action", "f-from", "f-to");
        assertThat(page.select("[data-key]").eachAttr("data-key")).containsExactly("F2", "F4");
        assertThat(page.select(".records").attr("tabindex")).isEqualTo("0");
    }

    @Test
    void thePagesKeepToTheStrictPolicy() {
        for (String path : new String[] {"/audit", "/audit/verification"}) {
            Document page = page(path);
            assertThat(page.select("script:not([src]), style, [style]")).isEmpty();
            assertThat(page.getAllElements().stream()
                            .flatMap(element -> element.attributes().asList().stream())
                            .map(Attribute::getKey)
                            .filter(name -> name.startsWith("on") || name.startsWith("hx-on")))
                    .isEmpty();
            assertThat(page.select("link[href$=audit.css]").attr("href")).isEqualTo("/pages/access/audit.css");
        }
        browser.get().uri("/pages/access/audit.css").exchange().expectStatus().isOk();
    }

    @Test
    void aListWithMoreThanOnePageLeadsOnAndKeepsTheQuestion() {
        for (int i = 0; i < 60; i++) {
            reveal("XN240618-000077", "第 " + i + " 次");
        }
        Document page = page("/audit?subject=XN240618-000077");
        assertThat(page.select("tbody tr")).hasSize(50);
        assertThat(page.select("a[rel=next]").attr("href")).isEqualTo("?subject=XN240618-000077&page=1");
        assertThat(page("/audit?subject=XN240618-000077&page=1").select("tbody tr"))
                .hasSize(10);
    }

    @Test
    void verificationSaysThatItIsWholeOrWhereItIsBroken() {
        reveal("XN240618-000003", "核对地址");
        Document whole = page("/audit/verification");
        assertThat(whole.select("[role=status]").text()).contains("逐条核对无误");
        assertThat(whole.select("tbody tr")).isNotEmpty();
        var first = records.links.firstEntry();
        records.links.remove(first.getKey());
        assertThat(page("/audit/verification").select("[role=alert]").text()).contains("缺少这一条记录", "序号 1");
        records.links.put(first.getKey(), first.getValue());
    }

    private void reveal(String subject, String reason) {
        writer.record(new Act("REVEAL", subject, reason))
                .contextWrite(SignedIn.unit("630103").context())
                .block();
    }

    private Document page(String path) {
        return Jsoup.parse(browser.get()
                .uri(path)
                .accept(MediaType.TEXT_HTML)
                .exchange()
                .expectStatus()
                .isOk()
                .expectHeader()
                .value("Content-Security-Policy", policy -> assertThat(policy).contains("script-src 'self'"))
                .expectBody(String.class)
                .returnResult()
                .getResponseBody());
    }

    @SpringBootConfiguration(proxyBeanMethods = false)
    @Import(UiKitWiring.class)
    static class Pages {

        @Bean
        InMemoryAuditRecords records() {
            return new InMemoryAuditRecords();
        }

        @Bean
        AuditWriter writer(InMemoryAuditRecords records) {
            return new AuditWriter("intake", records, new SimpleMeterRegistry(), CLOCK);
        }

        @Bean
        AuditPages pages(InMemoryAuditRecords records, AuditWriter writer) {
            return new AuditPages(new AuditDesk(records, writer, new SimpleMeterRegistry()), "intake", CLOCK);
        }

        @Bean
        WebFilter auditor() {
            return SignedIn.filter(SignedIn.as(Role.AUDITOR));
        }
    }
}
