package cn.hotline.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import org.jsoup.Jsoup;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.test.web.reactive.server.EntityExchangeResult;
import org.springframework.test.web.reactive.server.WebTestClient;

/** The real gateway in front of a service that repeats what it was asked, and of services that are not there. */
class GatewayIT {

    @TempDir
    static Path folder;

    private static TestProvider provider;
    private static TestGateway gateways;
    private static WebTestClient browser;

    @BeforeAll
    static void start() {
        provider = new TestProvider();
        gateways = new TestGateway(folder);
        browser = WebTestClient.bindToServer()
                .baseUrl(gateways.start(Clock.systemUTC(), provider.settings()))
                .defaultHeader(HttpHeaders.AUTHORIZATION, "Bearer " + provider.access("operator"))
                .responseTimeout(Duration.ofSeconds(20))
                .build();
    }

    @AfterAll
    static void stop() {
        gateways.close();
        provider.close();
    }

    @Test
    void aRequestReachesTheServiceAsItWasSent() {
        browser.post()
                .uri("/intake/api/v1/tickets?q={q}&page=0", "噪音")
                .bodyValue("{\"content\":\"楼下装修\"}")
                .exchange()
                .expectStatus()
                .isOk()
                .expectBody(String.class)
                .isEqualTo("POST /intake/api/v1/tickets?q=%E5%99%AA%E9%9F%B3&page=0 {\"content\":\"楼下装修\"}");
    }

    @Test
    void everyAnswerCarriesTheStrictHeadersOnce() {
        HttpHeaders headers = browser.get()
                .uri("/intake/call")
                .exchange()
                .returnResult(Void.class)
                .getResponseHeaders();

        assertThat(headers.get("X-Frame-Options")).isEqualTo(List.of("DENY"));
        assertThat(headers.get("Content-Security-Policy"))
                .singleElement()
                .asString()
                .contains("script-src 'self'")
                .contains("frame-ancestors 'none'")
                .doesNotContain("unsafe");
        assertThat(headers.getFirst("X-Content-Type-Options")).isEqualTo("nosniff");
        assertThat(headers.getFirst("Referrer-Policy")).isEqualTo("same-origin");
        assertThat(headers.getFirst("Permissions-Policy")).contains("camera=()");
    }

    @Test
    void aServiceThatIsAwayIsAProblemInChineseAndTellsWhenToRetry() {
        browser.get()
                .uri("/reporting/api/v1/ledger")
                .accept(MediaType.APPLICATION_JSON)
                .exchange()
                .expectStatus()
                .isEqualTo(503)
                .expectHeader()
                .valueEquals(HttpHeaders.RETRY_AFTER, "5")
                .expectHeader()
                .contentType(MediaType.APPLICATION_PROBLEM_JSON)
                .expectBody()
                .jsonPath("$.code")
                .isEqualTo("SERVICE_UNREACHABLE")
                .jsonPath("$.detail")
                .isEqualTo("该服务暂时联系不上，已录入的内容不受影响，请稍后重试。");
    }

    @Test
    void aPersonIsShownAPageWhenAServiceIsAway() {
        EntityExchangeResult<String> answer = browser.get()
                .uri("/followup/revisits")
                .accept(MediaType.TEXT_HTML)
                .exchange()
                .expectStatus()
                .isEqualTo(503)
                .expectBody(String.class)
                .returnResult();

        var page = Jsoup.parse(answer.getResponseBody());
        assertThat(page.title()).startsWith("这一页暂时打不开");
        assertThat(page.text()).contains("该服务暂时联系不上");
    }

    @Test
    void anUnknownPathIsAProblem() {
        browser.get()
                .uri("/nowhere")
                .accept(MediaType.APPLICATION_JSON)
                .exchange()
                .expectStatus()
                .isNotFound()
                .expectHeader()
                .contentType(MediaType.APPLICATION_PROBLEM_JSON)
                .expectBody()
                .jsonPath("$.code")
                .isEqualTo("NOT_FOUND");
    }

    @Test
    void theStartPageLeadsEachRoleToItsDesk() {
        String page = browser.get()
                .uri("/")
                .accept(MediaType.TEXT_HTML)
                .exchange()
                .expectStatus()
                .isOk()
                .expectBody(String.class)
                .returnResult()
                .getResponseBody();

        assertThat(Jsoup.parse(page).select("main a.row").eachAttr("href"))
                .contains(
                        "/intake/call",
                        "/routing/desk",
                        "/routing/inbox",
                        "/followup/revisits",
                        "/reporting/daily/today");
    }
}
