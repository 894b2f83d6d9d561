package cn.hotline.access.web;

import static org.assertj.core.api.Assertions.assertThat;

import cn.hotline.access.AccessProperties;
import cn.hotline.access.KnownUnits;
import cn.hotline.access.Person;
import cn.hotline.access.Position;
import cn.hotline.access.Role;
import cn.hotline.access.testing.BadTokens;
import cn.hotline.access.testing.SignedIn;
import cn.hotline.access.testing.TestProvider;
import cn.hotline.chassis.web.ProblemAnswers;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.core.env.MapPropertySource;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.test.web.reactive.server.WebTestClient;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.reactive.config.EnableWebFlux;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import tools.jackson.databind.json.JsonMapper;

/** Who gets in, who does not, and what they are told; with a provider that can go away. */
class ResourceServerIT {

    private static TestProvider provider;
    private static AnnotationConfigApplicationContext service;
    private static WebTestClient http;

    @BeforeAll
    static void start() {
        provider = new TestProvider();
        service = service(provider);
        http = client(service);
    }

    @AfterAll
    static void stop() {
        service.close();
        provider.close();
    }

    @AfterEach
    void nobodyLeavesAnythingBehind() {
        service.getBean(Things.class).written.set(0);
    }

    @Test
    void aGoodTokenGetsInAndSaysWhoItIs() {
        get("/things/7", provider.token(SignedIn.as(Role.OPERATOR)))
                .expectStatus()
                .isOk()
                .expectBody(String.class)
                .isEqualTo("7 for operator of 630100");
    }

    @Test
    void aUnitsTokenSaysWhichUnitAndWhoThere() {
        get("/signed-in", provider.token(SignedIn.unit("630103", Position.HEAD)))
                .expectStatus()
                .isOk()
                .expectBody(String.class)
                .isEqualTo("unit-630103-head HEAD 630103");
    }

    @Test
    void nobodyGetsInForAUnitThatDoesNotExist() {
        refused(get("/signed-in", provider.token(SignedIn.unit("999999"))));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("badTokens")
    void nobodyGetsInWithATokenThatIs(String fault, String token) {
        refused(get("/signed-in", token));
        refused(post(token));
        assertThat(service.getBean(Things.class).written).as(fault).hasValue(0);
    }

    static Stream<Arguments> badTokens() {
        return BadTokens.of(provider, Role.OPERATOR).entrySet().stream()
                .map(bad -> Arguments.of(bad.getKey(), bad.getValue()));
    }

    @Test
    void withoutATokenOneIsAskedToSignInAndNeverSentAway() {
        refused(get("/signed-in", null));
        refused(post(null));
        assertThat(service.getBean(Things.class).written).hasValue(0);
    }

    @Test
    void withTheWrongRoleOneIsToldWhomToAsk() {
        post(provider.token(SignedIn.as(Role.DISPATCHER)))
                .expectStatus()
                .isForbidden()
                .expectHeader()
                .contentType(MediaType.APPLICATION_PROBLEM_JSON)
                .expectBody()
                .jsonPath("$.code")
                .isEqualTo("FORBIDDEN")
                .jsonPath("$.detail")
                .isEqualTo("您的岗位不能做这一步，需要时请让班长或管理员办理。");
        assertThat(service.getBean(Things.class).written).hasValue(0);
    }

    @Test
    void whatNoRowNamesIsRefusedEvenWhereItIsThere() {
        refused(get("/forgotten", null));
        get("/forgotten", provider.token(SignedIn.as(Role.ADMIN)))
                .expectStatus()
                .isForbidden();
    }

    @Test
    void whatIsOpenNeedsNoToken() {
        get("/open", null).expectStatus().isOk().expectBody(String.class).isEqualTo("nobody");
    }

    @Test
    void anAddressWrittenInTwoWaysIsMalformed() {
        http.get()
                .uri(URI.create("/open/..;/things/7"))
                .exchange()
                .expectStatus()
                .isBadRequest()
                .expectBody()
                .jsonPath("$.code")
                .isEqualTo("MALFORMED");
    }

    @Test
    void aStreamEndsWithTheTokenThatOpenedIt() {
        String ending = provider.signed(TestProvider.claims(SignedIn.as(Role.OPERATOR))
                .expirationTime(Date.from(Instant.now().plusSeconds(8)))
                .build());
        assertThat(get("/live", ending)
                        .returnResult(String.class)
                        .getResponseBody()
                        .collectList()
                        .block(Duration.ofSeconds(40)))
                .isNotEmpty();
    }

    @Test
    void manyUnknownKeysAskTheProviderOnce() {
        try (TestProvider asked = new TestProvider();
                var own = service(asked)) {
            WebTestClient client = client(own);
            for (int i = 0; i < 20; i++) {
                String unknown = TestProvider.signed(
                        TestProvider.claims(SignedIn.as(Role.ADMIN)).build(), TestProvider.foreignKey("unknown-" + i));
                refused(get(client, "/signed-in", unknown));
            }
            assertThat(asked.asked()).isEqualTo(1);
        }
    }

    @Test
    void whoIsSignedInGoesOnWorkingWhileTheProviderIsAway() {
        TestProvider leaving = new TestProvider();
        try (var own = service(leaving)) {
            WebTestClient client = client(own);
            String before = leaving.token(SignedIn.as(Role.OPERATOR));
            get(client, "/signed-in", before).expectStatus().isOk();
            leaving.close();
            get(client, "/signed-in", before).expectStatus().isOk();
            get(client, "/signed-in", leaving.token(SignedIn.as(Role.ADMIN)))
                    .expectStatus()
                    .isOk();
        }
    }

    @Test
    void aServiceThatStartsWithoutTheProviderSaysThatItCannotTellYet() {
        TestProvider away = new TestProvider();
        away.close();
        try (var own = service(away)) {
            get(client(own), "/signed-in", away.token(SignedIn.as(Role.OPERATOR)))
                    .expectStatus()
                    .isEqualTo(503)
                    .expectHeader()
                    .exists(HttpHeaders.RETRY_AFTER)
                    .expectBody()
                    .jsonPath("$.detail")
                    .isEqualTo("系统暂时不能办理，请稍后重试。");
            get(client(own), "/open", null).expectStatus().isOk();
        }
    }

    private static void refused(WebTestClient.ResponseSpec answer) {
        answer.expectStatus()
                .isUnauthorized()
                .expectHeader()
                .contentType(MediaType.APPLICATION_PROBLEM_JSON)
                .expectHeader()
                .valueEquals(HttpHeaders.WWW_AUTHENTICATE, "Bearer")
                .expectHeader()
                .doesNotExist(HttpHeaders.LOCATION)
                .expectBody()
                .jsonPath("$.status")
                .isEqualTo(401)
                .jsonPath("$.code")
                .isEqualTo("UNAUTHENTICATED")
                .jsonPath("$.detail")
                .isEqualTo("没有登录，或登录已过期，请重新登录后继续。");
    }

    private static WebTestClient.ResponseSpec get(String path, @Nullable String token) {
        return get(http, path, token);
    }

    private static WebTestClient.ResponseSpec get(WebTestClient client, String path, @Nullable String token) {
        return client.get().uri(path).headers(headers -> bearer(headers, token)).exchange();
    }

    private static WebTestClient.ResponseSpec post(@Nullable String token) {
        return http.post()
                .uri("/things")
                .headers(headers -> bearer(headers, token))
                .contentType(MediaType.APPLICATION_JSON)
                .bodyValue("{}")
                .exchange();
    }

    private static void bearer(HttpHeaders headers, @Nullable String token) {
        if (token != null) {
            headers.setBearerAuth(token);
        }
    }

    static AnnotationConfigApplicationContext service(TestProvider provider) {
        var context = new AnnotationConfigApplicationContext();
        context.getEnvironment()
                .getPropertySources()
                .addFirst(new MapPropertySource(
                        "test",
                        Map.of(
                                "spring.webflux.base-path",
                                "/sample",
                                "hotline.access.issuers",
                                TestProvider.ISSUER,
                                "hotline.access.jwk-set-uri",
                                provider.keys())));
        context.register(Sample.class);
        context.refresh();
        return context;
    }

    private static WebTestClient client(AnnotationConfigApplicationContext service) {
        return WebTestClient.bindToApplicationContext(service)
                .configureClient()
                .responseTimeout(Duration.ofSeconds(20))
                .build();
    }

    @Configuration(proxyBeanMethods = false)
    @EnableWebFlux
    @EnableConfigurationProperties(AccessProperties.class)
    @Import(ResourceServer.class)
    static class Sample {

        @Bean
        Clock clock() {
            return Clock.systemUTC();
        }

        @Bean
        ProblemAnswers problemAnswers() {
            return new ProblemAnswers(JsonMapper.shared());
        }

        @Bean
        KnownUnits knownUnits() {
            return "630103"::equals;
        }

        @Bean
        Things things() {
            return new Things();
        }
    }

    @RestController
    static class Things {

        final AtomicInteger written = new AtomicInteger();

        @GetMapping("/open")
        Mono<String> open() {
            return Mono.deferContextual(context -> Mono.just(context.hasKey(Person.class) ? "somebody" : "nobody"));
        }

        @GetMapping("/slow")
        Mono<String> slow() {
            return Mono.delay(Duration.ofMillis(50)).thenReturn("slow");
        }

        @GetMapping("/signed-in")
        Mono<String> signedIn() {
            return Person.current().map(person -> person.account() + " " + person.position() + " " + person.unit());
        }

        @GetMapping("/things/{number}")
        Mono<String> thing(@PathVariable String number) {
            return Person.current().map(person -> number + " for " + person.account() + " of " + person.tenant());
        }

        @PostMapping("/things")
        Mono<Void> write(@RequestBody String body) {
            return Mono.fromRunnable(written::incrementAndGet);
        }

        @GetMapping("/forgotten")
        String forgotten() {
            return "nobody thought of this one";
        }

        @GetMapping(value = "/live", produces = MediaType.TEXT_EVENT_STREAM_VALUE)
        Flux<String> live() {
            return Flux.interval(Duration.ZERO, Duration.ofMillis(200)).map(String::valueOf);
        }
    }
}
