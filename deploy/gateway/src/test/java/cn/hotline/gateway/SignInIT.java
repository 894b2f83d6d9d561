package cn.hotline.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Signing in, being signed in and signing out, at two real gateways that share a store. */
class SignInIT {

    private static final String PAGE = "/intake/tickets?status=FORWARDED&q=%E5%99%AA%E9%9F%B3";
    private static final String API = "/intake/api/v1/kinds";

    @TempDir
    static Path folder;

    private static final Hands CLOCK = new Hands();
    private static TestProvider provider;
    private static TestGateway gateways;
    private static String origin;
    private static String second;

    private final TestBrowser browser = new TestBrowser(origin);

    @BeforeAll
    static void start() {
        provider = new TestProvider();
        gateways = new TestGateway(folder);
        origin = gateways.start(CLOCK, settings());
        second = gateways.start(CLOCK, settings());
    }

    /** Idle for longer than a token lasts, so that a token can end before its session. */
    private static Stream<String> settings() {
        return Stream.concat(provider.settings(), Stream.of("--hotline.gateway.sign-in.idle=90m"));
    }

    @AfterAll
    static void stop() {
        gateways.close();
        provider.close();
    }

    @BeforeEach
    void asAtTheBeginning() {
        CLOCK.ahead = Duration.ZERO;
        provider.renewals.set(0);
        provider.refuses = false;
        provider.away = false;
        gateways.reached.clear();
    }

    @Test
    void whoeverSignsInComesToThePageTheyAskedFor() {
        HttpResponse<String> back = browser.signIn(provider, PAGE);

        assertThat(back.statusCode()).isEqualTo(302);
        assertThat(TestBrowser.location(back)).hasToString(PAGE);
        assertThat(browser.open(PAGE).body()).startsWith("GET " + PAGE);
        assertThat(browser.fetch("/me").body())
                .contains("李芳")
                .contains("话务员")
                .contains("/intake/call")
                .doesNotContain("/routing");
    }

    @Test
    void theBrowserHoldsAnOpaqueCookieThatNoScriptAndNoOtherSiteGets() {
        HttpResponse<String> back = browser.signIn(provider, PAGE);

        assertThat(back.headers().allValues("set-cookie"))
                .filteredOn(cookie -> cookie.startsWith("hotline-session="))
                .singleElement()
                .asString()
                .containsIgnoringCase("HttpOnly")
                .contains("SameSite=Lax")
                .doesNotContain(".");
    }

    @Test
    void theServiceGetsTheTokenAndNoCookie() {
        browser.signIn(provider, PAGE);
        HttpResponse<String> answer = browser.fetch(API);

        assertThat(gateways.reached).singleElement().satisfies(request -> {
            assertThat(request.authorization()).startsWith("Bearer ey");
            assertThat(request.cookies()).isEmpty();
        });
        assertThat(answer.headers().allValues("set-cookie")).isEmpty();
    }

    @Test
    void whereARequestComesFromOnlyTheGatewaySays() {
        browser.signIn(provider, PAGE);
        browser.send(browser.request(API).header("X-Forwarded-For", "8.8.8.8"));

        assertThat(gateways.reached).singleElement().satisfies(request -> assertThat(request.from())
                .isEqualTo(List.of("127.0.0.1")));
    }

    @Test
    void anotherGatewayKnowsTheSessionToo() {
        browser.signIn(provider, PAGE);

        assertThat(browser.at(second).fetch(API).statusCode()).isEqualTo(200);
    }

    @Test
    void theKeyOfTheSessionsIsTheOwnersAlone() throws IOException {
        assertThat(Files.getPosixFilePermissions(folder.resolve("gateway.json")))
                .extracting(Enum::name)
                .containsExactlyInAnyOrder("OWNER_READ", "OWNER_WRITE");
    }

    @ParameterizedTest
    @ValueSource(strings = {API, "/routing/api/v1/dispatches/XN261122-000001"})
    void withoutTokenAndSessionAnInterfaceAnswersAProblemAndNeverARedirect(String path) {
        HttpResponse<String> answer = browser.open(path);

        assertThat(answer.statusCode()).isEqualTo(401);
        assertThat(answer.headers().firstValue("WWW-Authenticate")).hasValue("Bearer");
        assertThat(gateways.reached).isEmpty();
    }

    @Test
    void aPartOfAPageIsToldInItsPlaceThatTheSessionHasEnded() {
        HttpResponse<String> answer =
                browser.send(browser.request("/intake/tickets").header("HX-Request", "true"));

        assertThat(answer.statusCode()).isEqualTo(401);
        assertThat(answer.body()).contains("登录已过期，内容已存草稿").doesNotContain("<html");
    }

    @Test
    void aProgramWithATokenOfItsOwnIsLetThroughUntouched() {
        String token = "Bearer " + provider.access("dispatcher");
        browser.send(browser.request(API).header("Authorization", token));

        assertThat(gateways.reached).singleElement().satisfies(request -> assertThat(request.authorization())
                .isEqualTo(token));
    }

    @Test
    void whatIsOpenToEverybodyNeedsNoSession() {
        assertThat(browser.fetch("/intake/public/progress").statusCode()).isEqualTo(200);
        assertThat(browser.fetch("/intake/ui/0/ui.css").statusCode()).isEqualTo(200);
        assertThat(gateways.reached).hasSize(2);
    }

    @Test
    void oneOfTwentyRequestsAtTwoGatewaysRenewsTheTokenAndAllGoOn() {
        browser.signIn(provider, PAGE);
        TestBrowser atSecond = browser.at(second);
        CLOCK.ahead = TestProvider.LIFETIME.plusSeconds(1);

        List<CompletableFuture<HttpResponse<String>>> answers = new ArrayList<>();
        for (int i = 0; i < 10; i++) {
            answers.add(browser.fetchBeside(API));
            answers.add(atSecond.fetchBeside(API));
        }

        assertThat(answers)
                .allSatisfy(answer -> assertThat(answer.join().statusCode()).isEqualTo(200));
        assertThat(provider.renewals).hasValue(1);
        assertThat(gateways.reached.stream()
                        .map(TestGateway.Reached::authorization)
                        .distinct())
                .hasSize(1);
    }

    @Test
    void shortlyBeforeTheEndTheOldTokenServesWhileTheNewOneIsFetched() {
        browser.signIn(provider, PAGE);
        CLOCK.ahead = TestProvider.LIFETIME.minusMinutes(1);

        List<CompletableFuture<HttpResponse<String>>> answers = new ArrayList<>();
        for (int i = 0; i < 20; i++) {
            answers.add(browser.fetchBeside(API));
        }

        assertThat(answers)
                .allSatisfy(answer -> assertThat(answer.join().statusCode()).isEqualTo(200));
        assertThat(provider.renewals).hasValue(1);
    }

    @Test
    void whoeverTheProviderNoLongerKnowsIsSignedOut() {
        browser.signIn(provider, PAGE);
        CLOCK.ahead = TestProvider.LIFETIME.minusMinutes(1);
        provider.refuses = true;

        assertThat(browser.fetch(API).statusCode()).isEqualTo(401);
        CLOCK.ahead = Duration.ZERO;
        assertThat(browser.fetch(API).statusCode()).isEqualTo(401);
    }

    @Test
    void withTheProviderAwayPeopleGoOnUntilTheirTokenEndsAndOthersGetAPlainPage() {
        browser.signIn(provider, PAGE);
        provider.away = true;
        CLOCK.ahead = TestProvider.LIFETIME.minusMinutes(1);
        assertThat(browser.fetch(API).statusCode()).isEqualTo(200);

        CLOCK.ahead = TestProvider.LIFETIME.plusMinutes(1);
        HttpResponse<String> page = browser.open(PAGE);
        assertThat(page.statusCode()).isEqualTo(503);
        assertThat(page.body()).contains("登录服务暂时联系不上");

        TestBrowser other = new TestBrowser(origin);
        HttpResponse<String> back = other.signIn(provider, PAGE);
        assertThat(back.statusCode()).isEqualTo(503);
        assertThat(back.body()).contains("<html").contains("登录服务暂时联系不上");
    }

    @Test
    void aSessionNobodyUsesEnds() {
        browser.signIn(provider, PAGE);
        CLOCK.ahead = Duration.ofMinutes(61);
        assertThat(browser.fetch(API).statusCode()).isEqualTo(200);

        CLOCK.ahead = Duration.ofMinutes(61 + 91);
        assertThat(browser.fetch(API).statusCode()).isEqualTo(401);
    }

    @Test
    void everySessionEndsSomeDay() {
        browser.signIn(provider, PAGE);
        for (int hour = 1; hour < 12; hour++) {
            CLOCK.ahead = Duration.ofHours(hour);
            assertThat(browser.fetch(API).statusCode()).as("%d h", hour).isEqualTo(200);
        }
        CLOCK.ahead = Duration.ofHours(12);
        assertThat(browser.fetch(API).statusCode()).isEqualTo(401);
    }

    @Test
    void whoeverSignsOutIsOutHereAndIsSentToTheProviderToBeOutThere() {
        browser.signIn(provider, PAGE);
        TestBrowser copy = browser.at(second);

        HttpResponse<String> answer = browser.post("/logout");

        assertThat(answer.body())
                .contains(provider.at("/end?id_token_hint=ey"))
                .contains("post_logout_redirect_uri=" + origin);
        assertThat(browser.fetch(API).statusCode()).isEqualTo(401);
        assertThat(copy.fetch(API).statusCode()).isEqualTo(401);
    }

    @Test
    void aWriteFromAPageOfOursGoesThrough() {
        browser.signIn(provider, PAGE);

        assertThat(browser.post("/intake/api/v1/tickets").statusCode()).isEqualTo(200);
        assertThat(browser.post("/intake/api/v1/tickets", "Origin", origin, "Sec-Fetch-Site", "same-origin")
                        .statusCode())
                .isEqualTo(200);
    }

    @Test
    void aWriteThatAnotherSiteHasSentInSomebodysNameIsRefused() {
        browser.signIn(provider, PAGE);

        assertThat(browser.post("/intake/api/v1/tickets", "Origin", "https://evil.example")
                        .statusCode())
                .isEqualTo(403);
        assertThat(browser.post("/intake/api/v1/tickets", "Sec-Fetch-Site", "same-site")
                        .statusCode())
                .isEqualTo(403);
        assertThat(browser.post("/logout", "Sec-Fetch-Site", "cross-site").statusCode())
                .isEqualTo(403);
        assertThat(gateways.reached).isEmpty();
    }

    @Test
    void aWriteWithoutTheProofIsRefused() {
        browser.signIn(provider, PAGE);
        TestBrowser forger = browser.at(origin);

        HttpResponse<String> answer = forger.send(forger.request("/intake/api/v1/tickets")
                .header("X-CSRF-Token", "guessed")
                .POST(BodyPublishers.ofString("{}")));

        assertThat(answer.statusCode()).isEqualTo(403);
        assertThat(answer.body()).contains("FORGED_REQUEST");
        assertThat(gateways.reached).isEmpty();
    }

    @Test
    void whoeverComesBackWithAnotherAttemptIsNotSignedIn() {
        var authorization = TestBrowser.location(browser.open(PAGE));
        String code = provider.codeFor(authorization);

        assertThat(browser.open("/login/oauth2/code/hotline?state=other&code=" + code)
                        .statusCode())
                .isEqualTo(401);
        assertThat(new TestBrowser(origin)
                        .open("/login/oauth2/code/hotline?state=" + TestProvider.parameter(authorization, "state")
                                + "&code=" + code)
                        .statusCode())
                .isEqualTo(401);
    }

    @Test
    void anInventedCookieIsNoSession() {
        HttpResponse<String> answer =
                browser.send(browser.request(API).header("Cookie", "hotline-session=" + "A".repeat(43)));

        assertThat(answer.statusCode()).isEqualTo(401);
    }

    @Test
    void anotherOriginMayNotReadAnything() {
        browser.signIn(provider, PAGE);
        HttpResponse<String> answer = browser.send(browser.request(API).header("Origin", "https://evil.example"));

        assertThat(answer.headers().map().keySet())
                .noneMatch(name -> name.toLowerCase().startsWith("access-control-"));
    }

    /** A clock that runs with the world, so much ahead. */
    private static final class Hands extends Clock {

        private volatile Duration ahead = Duration.ZERO;

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }

        @Override
        public Instant instant() {
            return Instant.now().plus(ahead);
        }
    }
}
