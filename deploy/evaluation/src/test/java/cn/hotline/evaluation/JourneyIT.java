package cn.hotline.evaluation;

import static cn.hotline.evaluation.HotlineClient.json;
import static cn.hotline.evaluation.HotlineClient.status;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import cn.hotline.evaluation.audit.AuditCommand;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer.OrderAnnotation;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** One ticket through four services, and what is left of it after a restart. */
@TestMethodOrder(OrderAnnotation.class)
class JourneyIT {

    private static final String TICKET = """
            {"channel":"PHONE","externalId":"journey-1","kind":"COMPLAINT","title":"单元楼道灯不亮",
             "content":"本单元三楼到五楼的楼道灯坏了十多天，向物业报修三次一直没人来修，老人上下楼不安全。",
             "caller":{"name":"演示一","phone":"13000000001"},
             "place":{"text":"城西区某小区3号楼","divisionCode":"630104"},"categoryCode":"HC-PROPERTY"}
            """;

    @TempDir
    static Path folder;

    private static DataFolder data;
    private static Instance hotline;
    private static HotlineClient client;
    private static String number;
    private static LocalDate day;

    @BeforeAll
    static void start() {
        data = DataFolder.open(folder.resolve("data"));
        LogFile.open(data.log());
        start(FreePorts.gateway());
    }

    private static void start(int gateway) {
        String[] options = {"--data", data.path().toString(), "--port", String.valueOf(gateway)};
        hotline = new Instance(Options.of(options), new Console(System.out, System.err, false));
        hotline.start(data);
        client = new HotlineClient(gateway, "operator");
    }

    @AfterAll
    static void stop() {
        hotline.close();
        data.close();
    }

    @Test
    @Order(1)
    void aCallIsRegisteredAndGetsANumber() throws IOException, InterruptedException {
        HttpResponse<String> answer = client.post("/intake/api/v1/tickets", TICKET);

        assertThat(answer.statusCode()).isEqualTo(201);
        number = json(answer).path("number").asString();
        day = LocalDate.now(ZoneId.of("Asia/Shanghai"));
        assertThat(answer.headers().firstValue("Location")).hasValue("/intake/api/v1/tickets/" + number);
    }

    @Test
    @Order(2)
    void routingSendsItToTheCounty() throws IOException, InterruptedException {
        JsonNode dispatch = client.as("dispatcher").await("/routing/api/v1/dispatches/" + number, status("DISPATCHED"));

        assertThat(dispatch.path("unit").path("code").asString()).isEqualTo("630104");
        assertThat(dispatch.path("deadlines").path("finishBy").isString()).isTrue();
    }

    @Test
    @Order(3)
    void theUnitAcknowledgesAndAnswers() throws IOException, InterruptedException {
        assertThat(client.as("unit-630104")
                        .post("/routing/api/v1/dispatches/" + number + "/acknowledge", "{}")
                        .statusCode())
                .isEqualTo(200);
        assertThat(client.as("unit-630104")
                        .post("/routing/api/v1/dispatches/" + number + "/contact", """
                {"method":"PHONE","note":"已约好当日上门更换灯具"}
                """)
                        .statusCode())
                .isEqualTo(200);
        HttpResponse<String> answer =
                client.as("unit-630104").post("/routing/api/v1/dispatches/" + number + "/reply", """
                {"verified":true,"contacted":true,"outcome":"SOLVED","account":"物业当日已更换三至五楼灯具。",
                 "publicReply":"物业已于当日更换三至五楼楼道灯，现已恢复照明。"}
                """);
        assertThat(answer.statusCode()).isEqualTo(200);
    }

    @Test
    @Order(4)
    void theCallerIsAskedAndTheTicketClosed() throws IOException, InterruptedException {
        client.as("revisitor").await("/followup/api/v1/revisits/" + number, status("SCHEDULED"));
        HttpResponse<String> answer = client.as("revisitor")
                .post(
                        "/followup/api/v1/revisits/" + number + "/verdict",
                        "{\"contacted\":true,\"solved\":\"YES\",\"satisfaction\":\"SATISFIED\"}");

        assertThat(answer.statusCode()).isEqualTo(200);
        client.as("dispatcher").await("/routing/api/v1/dispatches/" + number, status("CLOSED"));
    }

    @Test
    @Order(5)
    void theLedgerKnowsItsWholeCourse() throws IOException, InterruptedException {
        JsonNode course = client.as("office").await("/reporting/api/v1/ledger/" + number, row -> kindsOf(row)
                .containsAll(List.of(
                        "REGISTERED", "CLASSIFIED", "DISPATCHED", "ACKNOWLEDGED", "REPLIED", "REVISITED", "CLOSED")));

        assertThat(kindsOf(course)).doesNotHaveDuplicates();
        assertThat(course.path("row").path("status").path("code").asString()).isEqualTo("CLOSED");
    }

    private static List<String> kindsOf(JsonNode course) {
        return course.path("steps")
                .valueStream()
                .map(step -> step.path("kind").path("code").asString())
                .toList();
    }

    @Test
    @Order(6)
    void theDaysReportCountsIt() throws IOException, InterruptedException {
        JsonNode report = client.as("office")
                .await(
                        "/reporting/api/v1/daily-reports/" + day,
                        seen -> seen.path("revisits").asInt() == 1);

        assertThat(report.path("calls").asInt()).isEqualTo(1);
        assertThat(report.path("forwarded").asInt()).isEqualTo(1);
        assertThat(report.path("direct").asInt()).isZero();
    }

    @Test
    @Order(7)
    void theSameMessageAgainIsTheTicketItAlreadyIs() throws IOException, InterruptedException {
        HttpResponse<String> answer = client.post("/intake/api/v1/tickets", TICKET);

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(json(answer).path("number").asString()).isEqualTo(number);
    }

    @Test
    @Order(8)
    void everyDeskIsAPageOfThisOrigin() throws IOException, InterruptedException {
        Map<String, String> desks = Map.of(
                "/",
                "operator",
                "/intake/call",
                "operator",
                "/routing/inbox",
                "unit-630104",
                "/followup/revisits",
                "revisitor",
                "/reporting/daily/" + day,
                "office");
        for (String page : desks.keySet()) {
            HttpResponse<String> answer = client.as(desks.get(page)).get(page);
            assertThat(answer.statusCode()).as(page).isEqualTo(200);
            assertThat(answer.headers().firstValue("Content-Type"))
                    .as(page)
                    .get()
                    .asString()
                    .startsWith("text/html");
            assertThat(answer.headers().allValues("Content-Security-Policy"))
                    .as(page)
                    .hasSize(1);
        }
    }

    @Test
    @Order(9)
    void everyServiceIsHealthyOnItsOwnPath() throws IOException, InterruptedException {
        for (String service : List.of("intake", "routing", "followup", "reporting")) {
            assertThat(client.as("admin")
                            .get("/" + service + "/actuator/health")
                            .statusCode())
                    .as(service)
                    .isEqualTo(200);
        }
    }

    @Test
    @Order(10)
    void aRestartOnTheSameFolderKeepsEverything() throws IOException, InterruptedException {
        hotline.close();
        start(FreePorts.gateway());

        assertThat(json(client.get("/intake/api/v1/tickets/" + number))
                        .path("number")
                        .asString())
                .isEqualTo(number);
        client.as("dispatcher").await("/routing/api/v1/dispatches/" + number, status("CLOSED"));
        client.as("revisitor").await("/followup/api/v1/revisits/" + number, status("DONE"));
        JsonNode report = client.as("office").await("/reporting/api/v1/daily-reports/" + day, seen -> true);
        assertThat(report.path("calls").asInt()).isEqualTo(1);
        assertThat(report.path("revisits").asInt()).isEqualTo(1);
    }

    @Test
    @Order(11)
    void theAuditLogsAreWholeAndKnowWhoDidWhat() throws IOException, InterruptedException {
        var said = new ByteArrayOutputStream();
        List<String> verify = List.of(
                "verify",
                "--url",
                "http://127.0.0.1:" + hotline.addresses().gateway(),
                "--log",
                data.log().toString());
        assertThat(new AuditCommand(new PrintStream(said, true, UTF_8), System.err).run(verify))
                .isZero();
        assertThat(said.toString(UTF_8).lines())
                .contains("intake-chains 2", "intake-anchors 2", "routing-whole true")
                .endsWith("whole true");
        assertThat(acts("intake")).containsExactly("operator POST_TICKETS", "operator POST_TICKETS");
        assertThat(acts("routing"))
                .containsExactly("unit-630104 REPLY", "unit-630104 CONTACT", "unit-630104 ACKNOWLEDGE");
        assertThat(acts("followup")).containsExactly("revisitor VERDICT");
    }

    /** Of our ticket, latest first; looking is left out. */
    private static List<String> acts(String service) throws IOException, InterruptedException {
        return json(client.as("auditor").get("/" + service + "/api/v1/audit?subject=" + number))
                .path("items")
                .valueStream()
                .filter(act -> act.path("outcome").path("code").asString().equals("DONE"))
                .map(act -> act.path("who").path("account").asString() + " "
                        + act.path("action").path("code").asString())
                .toList();
    }
}
