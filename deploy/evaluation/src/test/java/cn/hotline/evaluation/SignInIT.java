package cn.hotline.evaluation;

import static org.assertj.core.api.Assertions.assertThat;

import cn.hotline.evaluation.demo.Tokens;
import cn.hotline.evaluation.identity.IdentityApplication;
import cn.hotline.evaluation.store.EvaluationStore;
import cn.hotline.gateway.GatewayApplication;
import java.io.IOException;
import java.net.CookieManager;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Base64;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Semaphore;
import org.jsoup.Jsoup;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer.OrderAnnotation;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.context.ConfigurableApplicationContext;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The demo accounts at the real identity provider, through the real gateway; services are not needed for that. */
@TestMethodOrder(OrderAnnotation.class)
class SignInIT {

    /** Shorter than the gateway's lead, so that it renews the token with every request. */
    private static final String RENEWED_EACH_TIME = "4m";

    private static final String LIFETIME = "hotline.identity.token-lifetime";

    @TempDir
    static Path folder;

    private static DataFolder data;
    private static EvaluationStore store;
    private static Contexts contexts;
    private static ConfigurableApplicationContext identity;
    private static ConfigurableApplicationContext gateway;
    private static int port;

    @BeforeAll
    static void start() {
        data = DataFolder.open(folder.resolve("data"));
        LogFile.open(data.log());
        port = FreePorts.gateway();
        store = EvaluationStore.open(data.documents(), Ports.loopback(new Ports(port).documents()));
        System.setProperty(LIFETIME, RENEWED_EACH_TIME);
        startBoth();
    }

    private static void startBoth() {
        contexts = new Contexts("127.0.0.1:1", "127.0.0.1:1", store.uri(), new Ports(port), data);
        identity = contexts.identity(IdentityApplication.class);
        gateway = contexts.gateway(GatewayApplication.class);
    }

    @AfterAll
    static void stop() {
        System.clearProperty(LIFETIME);
        gateway.close();
        identity.close();
        store.close();
        data.close();
    }

    @ParameterizedTest
    @Order(1)
    @CsvSource({
        "operator,OPERATOR,,",
        "dispatcher,DISPATCHER,,",
        "revisitor,REVISITOR,,",
        "supervisor,SUPERVISOR,,",
        "office,CITY_OFFICE,,",
        "admin,ADMIN,,",
        "auditor,AUDITOR,,",
        "partner,PARTNER,,",
        "unit-630104,UNIT,630104,CLERK",
        "unit-630100-HOUSING-deputy,UNIT,630100-HOUSING,DEPUTY",
        "unit-630104-head,UNIT,630104,HEAD"
    })
    void everyAccountIsAClientWhoseTokenSaysWhoTheyAre(String account, String role, String unit, String position) {
        for (String host : List.of("localhost", "127.0.0.1")) {
            JsonNode claims = claims(new Tokens(origin(host)).of(account).block());

            assertThat(claims.path("iss").asString()).isEqualTo("http://localhost:" + port + "/idp");
            assertThat(claims.path("aud").toString()).contains("hotline");
            assertThat(claims.path("sub").asString()).isEqualTo(account);
            assertThat(claims.path("tenant").asString()).isEqualTo("630100");
            assertThat(claims.path("name").asString()).matches("\\p{IsHan}{2,3}");
            assertThat(claims.path("roles").toString()).isEqualTo("[\"" + role + "\"]");
            assertThat(claims.path("unit").asString(null)).isEqualTo(unit);
            assertThat(claims.path("position").asString(null)).isEqualTo(position);
        }
    }

    @ParameterizedTest
    @Order(2)
    @ValueSource(strings = {"localhost", "127.0.0.1"})
    void somebodySignsInByHandAndComesToThePageTheyAskedFor(String host) throws Exception {
        Visitor visitor = new Visitor(origin(host));
        HttpResponse<String> page = visitor.signIn("/", "unit-630104-head", "hotline");

        assertThat(page.statusCode()).isEqualTo(200);
        assertThat(page.uri()).isEqualTo(origin(host).resolve("/"));
        assertThat(Jsoup.parse(page.body()).select("main a.row").eachAttr("href"))
                .containsExactly(
                        "/routing/inbox", "/routing/roster", "/routing/unit-systems", "/followup/supervisions");
        assertThat(visitor.get("/me").body()).contains("城西区政府").contains("/routing/inbox");
    }

    @Test
    @Order(3)
    void theSignInPageListsTheAccountsAndObeysTheStrictPolicy() throws Exception {
        HttpResponse<String> page = new Visitor(origin("localhost")).get("/");

        assertThat(page.uri().getPath()).isEqualTo("/idp/login");
        assertThat(Jsoup.parse(page.body()).select("td").eachText()).contains("operator", "unit-630104-head");
        assertThat(Jsoup.parse(page.body()).select("tbody tr")).hasSizeLessThan(40);
        assertThat(page.body()).contains("unit-630103002");
        assertThat(page.headers().allValues("Content-Security-Policy"))
                .singleElement()
                .asString()
                .doesNotContain("unsafe");
        assertThat(page.headers().allValues("X-Frame-Options")).containsExactly("DENY");
        assertThat(Jsoup.parse(page.body()).select("script, [style], [onclick]"))
                .isEmpty();
    }

    @Test
    @Order(4)
    void aRestartKeepsPeopleSignedInAndTheirTokensAreRenewed() throws Exception {
        Visitor visitor = new Visitor(origin("localhost"));
        visitor.signIn("/", "operator", "hotline");
        gateway.close();
        identity.close();
        startBoth();

        HttpResponse<String> me = visitor.get("/me");
        assertThat(me.statusCode()).isEqualTo(200);
        assertThat(me.body()).contains("张敏");
    }

    @Test
    @Order(5)
    void whoeverSignsOutIsAskedForThePasswordAgain() throws Exception {
        Visitor visitor = new Visitor(origin("localhost"));
        visitor.signIn("/", "operator", "hotline");
        String next = new JsonMapper()
                .readTree(visitor.post("/logout", "").body())
                .path("next")
                .asString();
        assertThat(next).startsWith("/idp/");

        assertThat(visitor.get(next).uri().getPath()).isEqualTo("/idp/login");
        assertThat(visitor.get("/").uri().getPath()).isEqualTo("/idp/login");
    }

    @Test
    @Order(6)
    void withTheProviderAwaySomebodySignedInGoesOnAndOthersGetAPlainPage() throws Exception {
        Visitor visitor = new Visitor(origin("localhost"));
        visitor.signIn("/", "operator", "hotline");
        identity.close();
        try {
            assertThat(visitor.get("/me").statusCode()).isEqualTo(200);
            HttpResponse<String> page = new Visitor(origin("localhost")).get("/");
            assertThat(page.statusCode()).isEqualTo(503);
            assertThat(page.body()).contains("<html").contains("登录服务暂时联系不上");
        } finally {
            identity = contexts.identity(IdentityApplication.class);
        }
    }

    @Test
    @Order(7)
    void whoeverLeftThePageOpenOverARestartStillSignsIn() throws Exception {
        Visitor visitor = new Visitor(origin("localhost"));
        visitor.get("/");
        identity.close();
        identity = contexts.identity(IdentityApplication.class);

        HttpResponse<String> again = visitor.post("/idp/login", "username=operator&password=hotline&_csrf=old");
        assertThat(again.uri().getPath()).isEqualTo("/idp/login");
        assertThat(visitor.signIn("/idp/login", "operator", "hotline").uri())
                .isEqualTo(origin("localhost").resolve("/"));
    }

    @Test
    @Order(8)
    void aWrongSecretALockedClientAndNoSuchClientAreAnsweredAlike() throws Exception {
        HttpResponse<String> wrong = token("auditor", "wrong");
        for (int i = 0; i < 5; i++) {
            token("auditor", "wrong");
        }
        HttpResponse<String> locked = token("auditor", "hotline");
        HttpResponse<String> nobody = token("nobody", "wrong");

        assertThat(List.of(wrong.statusCode(), locked.statusCode(), nobody.statusCode()))
                .containsOnly(401);
        assertThat(List.of(locked.body(), nobody.body())).containsOnly(wrong.body());
        assertThat(token("office", "hotline").statusCode()).isEqualTo(200);
    }

    @Test
    @Order(9)
    void tenThousandTriesGetNowhere() throws Exception {
        HttpClient http = HttpClient.newHttpClient();
        Semaphore sideBySide = new Semaphore(32);
        Queue<Integer> answers = new ConcurrentLinkedQueue<>();
        CompletableFuture<?>[] tries = new CompletableFuture<?>[10_000];
        for (int i = 0; i < tries.length; i++) {
            sideBySide.acquire();
            // The right secret is among them, late.
            tries[i] = http.sendAsync(
                            tokenRequest("supervisor", i == 9_000 ? "hotline" : "try" + i), BodyHandlers.discarding())
                    .thenAccept(answer -> answers.add(answer.statusCode()))
                    .whenComplete((done, failed) -> sideBySide.release());
        }
        CompletableFuture.allOf(tries).join();

        assertThat(answers).hasSize(10_000).isSubsetOf(401, 429).contains(429);
    }

    private static URI origin(String host) {
        return URI.create("http://" + host + ":" + port);
    }

    private static JsonNode claims(String token) {
        return new JsonMapper().readTree(Base64.getUrlDecoder().decode(token.split("\\.")[1]));
    }

    private static HttpResponse<String> token(String client, String secret) throws IOException, InterruptedException {
        return HttpClient.newHttpClient().send(tokenRequest(client, secret), BodyHandlers.ofString());
    }

    private static HttpRequest tokenRequest(String client, String secret) {
        return HttpRequest.newBuilder(origin("127.0.0.1").resolve("/idp/oauth2/token"))
                .header(
                        "Authorization",
                        "Basic "
                                + Base64.getEncoder()
                                        .encodeToString((client + ":" + secret).getBytes(StandardCharsets.UTF_8)))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString("grant_type=client_credentials"))
                .build();
    }

    /** Somebody with a browser. */
    private static final class Visitor {

        private final CookieManager cookies = new CookieManager();
        private final HttpClient http = HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .cookieHandler(cookies)
                .followRedirects(HttpClient.Redirect.NORMAL)
                .build();
        private final URI origin;

        Visitor(URI origin) {
            this.origin = origin;
        }

        HttpResponse<String> get(String path) throws IOException, InterruptedException {
            return http.send(request(path).GET().build(), BodyHandlers.ofString());
        }

        HttpResponse<String> signIn(String path, String account, String password)
                throws IOException, InterruptedException {
            String token =
                    Jsoup.parse(get(path).body()).select("input[name=_csrf]").attr("value");
            return post(
                    "/idp/login",
                    "username=" + account + "&password=" + password + "&_csrf="
                            + URLEncoder.encode(token, StandardCharsets.UTF_8));
        }

        HttpResponse<String> post(String path, String form) throws IOException, InterruptedException {
            HttpRequest.Builder request = request(path)
                    .header("Content-Type", "application/x-www-form-urlencoded")
                    .POST(BodyPublishers.ofString(form));
            cookies.getCookieStore().getCookies().stream()
                    .filter(cookie -> cookie.getName().equals("hotline-proof"))
                    .forEach(cookie -> request.header("X-CSRF-Token", cookie.getValue()));
            return http.send(request.build(), BodyHandlers.ofString());
        }

        private HttpRequest.Builder request(String path) {
            return HttpRequest.newBuilder(origin.resolve(path)).header("Accept", "text/html,*/*;q=0.8");
        }
    }
}
