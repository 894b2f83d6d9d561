package cn.hotline.evaluation.audit;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The command against a gateway that answers as the real one does. */
class AuditCommandIT {

    private static final String WHOLE = "{\"whole\":true,\"records\":7,\"chains\":[{},{}]}";
    private static final String NOTHING = "{\"items\":[],\"page\":0,\"size\":200,\"total\":0}";

    private final Map<String, String> answers = new HashMap<>();
    private final List<String> asked = new ArrayList<>();
    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();

    @TempDir
    private Path folder;

    private HttpServer gateway;

    @BeforeEach
    void start() throws IOException {
        gateway = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        gateway.createContext("/idp/oauth2/token", this::token);
        gateway.createContext("/", this::answer);
        gateway.start();
        for (String service : List.of("intake", "routing", "followup", "reporting")) {
            answers.put("/" + service + "/api/v1/audit/verification", WHOLE);
            answers.put("/" + service + "/api/v1/audit", NOTHING);
        }
    }

    @AfterEach
    void stop() {
        gateway.stop(0);
    }

    @Test
    void fourWholeLogsAreWhole() {
        assertThat(run("verify")).isZero();
        assertThat(lines())
                .contains("intake-whole true", "intake-records 7", "intake-chains 2")
                .endsWith("whole true");
        assertThat(asked).hasSize(4);
    }

    @Test
    void theFirstBrokenLinkIsNamed() {
        answers.put("/routing/api/v1/audit/verification", """
                {"whole":false,"records":3,"chains":[],
                 "broken":{"chain":"20240618T020000000-aaaaaaaa","sequence":4,"code":"MISSING","why":"缺少这一条记录"}}
                """);
        assertThat(run("verify")).isEqualTo(1);
        assertThat(lines())
                .contains("routing-broken 20240618T020000000-aaaaaaaa 4 MISSING", "followup-whole true")
                .endsWith("whole false");
        assertThat(err.toString(UTF_8)).contains("routing 的审计日志不完整", "第 4 条", "缺少这一条记录");
    }

    @Test
    void theLatestAnchorsOfTheLogAreHeldAgainstTheirService() throws IOException {
        String hash = "0123456789abcdef".repeat(4);
        Files.writeString(folder.resolve("hotline.log.1"), anchors("intake", 3, hash, 2));
        Files.writeString(folder.resolve("hotline.log"), anchors("intake", 9, hash, 5) + "2024 INFO something else\n");
        assertThat(run("verify", "--log", folder.resolve("hotline.log").toString()))
                .isZero();
        assertThat(asked)
                .contains("/intake/api/v1/audit/verification?anchor=20240618T020000000-aaaaaaaa~9~" + hash
                        + "&anchor=register~5~" + hash)
                .contains("/routing/api/v1/audit/verification");
        assertThat(lines()).contains("intake-anchors 2", "routing-anchors 0");
    }

    @Test
    void whoSawATicketIsListedWithWhenFromWhereAndWhy() {
        answers.put("/intake/api/v1/audit", """
                {"items":[{"at":"2024-06-18T10:00:00+08:00","action":{"code":"REVEAL","term":"查看来电人信息"},
                  "who":{"account":"unit-630103","name":"李芳","address":"10.0.0.7"},
                  "outcome":{"code":"DONE","term":"已执行"},"reason":"核对 地址"}],"page":0,"size":200,"total":1}
                """);
        assertThat(run("who-saw", "XN240618-000001")).isZero();
        assertThat(lines())
                .contains("saw 2024-06-18T10:00:00+08:00 REVEAL unit-630103 李芳 10.0.0.7 intake 核对 地址")
                .endsWith("acts 4", "people 1");
        assertThat(asked)
                .contains("/intake/api/v1/audit?subject=XN240618-000001&action=REVEAL&size=200&page=0")
                .contains("/intake/api/v1/audit?subject=XN240618-000001&action=READ_ATTACHMENT&size=200&page=0")
                .hasSize(16);
    }

    @Test
    void aWrongSecretIsOneSentence() {
        assertThat(run("verify", "--secret", "wrong")).isEqualTo(1);
        assertThat(err.toString(UTF_8)).contains("审计员的密钥不对").hasLineCount(1);
    }

    @Test
    void aHotlineThatDoesNotRunIsOneSentence() {
        gateway.stop(0);
        assertThat(run("verify")).isEqualTo(1);
        assertThat(err.toString(UTF_8)).contains("请确认系统正在运行").hasLineCount(1);
    }

    @Test
    void aTelephoneNumberIsNotTaken() {
        assertThat(run("who-saw", "13800001234")).isEqualTo(1);
        assertThat(err.toString(UTF_8)).contains("不要写电话号码");
        assertThat(asked).isEmpty();
    }

    @Test
    void anythingElseIsToldHowItIsUsed() {
        for (List<String> wrong :
                List.of(List.<String>of(), List.of("delete"), List.of("who-saw"), List.of("verify", "--log"))) {
            assertThat(new AuditCommand(print(out), print(err)).run(wrong))
                    .as("%s", wrong)
                    .isEqualTo(1);
        }
        assertThat(err.toString(UTF_8)).contains("用法").hasLineCount(4);
    }

    private int run(String... arguments) {
        return new AuditCommand(print(out), print(err))
                .run(Stream.concat(
                                Stream.of(arguments),
                                Stream.of(
                                        "--url",
                                        "http://127.0.0.1:"
                                                + gateway.getAddress().getPort()))
                        .toList());
    }

    private List<String> lines() {
        return out.toString(UTF_8).lines().toList();
    }

    private static PrintStream print(ByteArrayOutputStream to) {
        return new PrintStream(to, true, UTF_8);
    }

    private static String anchors(String service, int records, String hash, int line) {
        return "2024-06-18T10:00:00.000+08:00 INFO  parallel-1 c.h.access.audit.AuditWriter: Audit of " + service
                + ": anchor 20240618T020000000-aaaaaaaa " + records + " " + hash + ", anchor register " + line + " "
                + hash + "\n";
    }

    private void token(HttpExchange exchange) throws IOException {
        String good = "Basic " + Base64.getEncoder().encodeToString("auditor:hotline".getBytes(UTF_8));
        boolean known = good.equals(exchange.getRequestHeaders().getFirst("Authorization"));
        send(exchange, known ? 200 : 401, known ? "{\"access_token\":\"t\",\"expires_in\":3600}" : "{}");
    }

    private void answer(HttpExchange exchange) throws IOException {
        asked.add(exchange.getRequestURI().toString());
        String answer = answers.get(exchange.getRequestURI().getPath());
        boolean signedIn = "Bearer t".equals(exchange.getRequestHeaders().getFirst("Authorization"));
        send(exchange, !signedIn ? 401 : answer == null ? 404 : 200, answer == null ? "{}" : answer);
    }

    private static void send(HttpExchange exchange, int status, String body) throws IOException {
        byte[] bytes = body.getBytes(UTF_8);
        exchange.getResponseHeaders().set("Content-Type", "application/json");
        exchange.sendResponseHeaders(status, bytes.length);
        exchange.getResponseBody().write(bytes);
        exchange.close();
    }
}
