package cn.hotline.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A gateway behind TLS and one proxy of ours that lets five requests a second through, of each client and kind. */
class RateLimitsIT {

    private static final String API = "/intake/api/v1/kinds";
    private static final int MANY = 30;

    @TempDir
    static Path folder;

    private static TestProvider provider;
    private static TestGateway gateway;
    private static String origin;

    private final TestBrowser client = new TestBrowser(origin);

    @BeforeAll
    static void start() {
        provider = new TestProvider();
        gateway = new TestGateway(folder);
        origin = gateway.start(
                Clock.systemUTC(),
                Stream.concat(
                        provider.settings(),
                        Stream.of(
                                "--hotline.gateway.sign-in.origin=https://12345.example.cn",
                                "--hotline.gateway.sign-in.proxies=1",
                                "--hotline.gateway.limits.client=5",
                                "--hotline.gateway.limits.address=5",
                                "--hotline.gateway.limits.sign-in=5",
                                "--hotline.gateway.limits.open=5")));
    }

    @AfterAll
    static void stop() {
        gateway.close();
        provider.close();
    }

    @Test
    void aClientThatAsksTooMuchIsToldWhenToComeBackAndOthersAreNotTouched() {
        String greedy = "Bearer " + provider.access("partner");
        List<HttpResponse<String>> answers =
                many(() -> client.send(client.request(API).header("Authorization", greedy)));

        assertThat(answers).extracting(HttpResponse::statusCode).contains(200).contains(429);
        assertThat(answers)
                .filteredOn(answer -> answer.statusCode() == 429)
                .allSatisfy(answer ->
                        assertThat(answer.headers().firstValue("Retry-After")).hasValue("1"))
                .allSatisfy(answer -> assertThat(answer.body()).contains("请求过于频繁"));
        assertThat(client.send(client.request(API).header("Authorization", "Bearer " + provider.access("operator")))
                        .statusCode())
                .isEqualTo(200);
    }

    @Test
    void inventedTokensCountForTheAddressTheyComeFrom() {
        assertThat(many(() -> client.send(client.request(API)
                        .header("X-Forwarded-For", "10.0.0.1")
                        .header("Authorization", "Bearer " + System.nanoTime()))))
                .extracting(HttpResponse::statusCode)
                .contains(429);
    }

    @Test
    void tryingNumbersAtThePublicQueryIsSlowWhateverAddressOneClaims() {
        assertThat(many(() -> client.send(client.request("/intake/public/progress")
                        .header("X-Forwarded-For", System.nanoTime() % 256 + ".1.1.1, 10.0.0.2")
                        .POST(BodyPublishers.ofString("{}")))))
                .extracting(HttpResponse::statusCode)
                .contains(429);
    }

    @Test
    void tryingPasswordsIsSlow() {
        assertThat(many(() -> client.send(client.request("/idp/oauth2/token")
                        .header("X-Forwarded-For", "10.0.0.3")
                        .POST(BodyPublishers.ofString("")))))
                .extracting(HttpResponse::statusCode)
                .contains(429);
    }

    @Test
    void behindTlsBrowsersStayWithTlsAndCookiesAreSecure() {
        HttpResponse<String> answer = client.send(client.request("/intake/tickets")
                .header("X-Forwarded-For", "10.0.0.4")
                .header("Accept", "text/html"));

        assertThat(answer.headers().firstValue("Strict-Transport-Security"))
                .hasValueSatisfying(rule -> assertThat(rule).startsWith("max-age=31536000"));
        assertThat(answer.headers().allValues("set-cookie"))
                .singleElement()
                .asString()
                .startsWith("__Host-hotline-sign-in=")
                .contains("Secure");
        assertThat(TestProvider.parameter(TestBrowser.location(answer), "redirect_uri"))
                .isEqualTo("https://12345.example.cn/login/oauth2/code/hotline");
    }

    private static List<HttpResponse<String>> many(Supplier<HttpResponse<String>> request) {
        return IntStream.range(0, MANY).parallel().mapToObj(i -> request.get()).toList();
    }
}
