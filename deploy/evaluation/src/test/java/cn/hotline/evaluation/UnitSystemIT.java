package cn.hotline.evaluation;

import static cn.hotline.evaluation.HotlineClient.json;
import static cn.hotline.evaluation.HotlineClient.status;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.hotline.evaluation.UnitsSystem.Heard;
import com.mongodb.reactivestreams.client.MongoClient;
import com.mongodb.reactivestreams.client.MongoClients;
import com.sun.net.httpserver.HttpServer;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.BooleanSupplier;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.errors.GroupAuthorizationException;
import org.apache.kafka.common.errors.SaslAuthenticationException;
import org.apache.kafka.common.errors.TopicAuthorizationException;
import org.bson.BsonDocument;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer.OrderAnnotation;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;
import reactor.core.publisher.Flux;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Systems of two counties, with Kafka's own clients against the broker as it runs: what they are told, do and may not. */
@TestMethodOrder(OrderAnnotation.class)
class UnitSystemIT {

    private static final String WEST = "630104";
    private static final String NORTH = "630105";
    private static final String SYSTEMS = "/routing/api/v1/units/";
    private static final String DISPATCHES = "/routing/api/v1/dispatches/";

    @TempDir
    static Path folder;

    private static DataFolder data;
    private static Instance hotline;
    private static int gateway;
    private static HotlineClient admin;
    private static HttpServer endpoint;
    private static final List<Posted> POSTED = new CopyOnWriteArrayList<>();
    private static JsonNode registered;
    private static UnitsSystem west;
    private static UnitsSystem north;
    private static String first;
    private static int tickets;

    @BeforeAll
    static void start() throws Exception {
        data = DataFolder.open(folder.resolve("data"));
        LogFile.open(data.log());
        gateway = FreePorts.gateway();
        run();
        endpoint = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        endpoint.createContext("/west", exchange -> {
            POSTED.add(new Posted(
                    exchange.getRequestHeaders().getFirst("Hotline-Timestamp"),
                    exchange.getRequestHeaders().getFirst("Hotline-Signature"),
                    new String(exchange.getRequestBody().readAllBytes(), UTF_8)));
            exchange.sendResponseHeaders(204, -1);
            exchange.close();
        });
        endpoint.start();
    }

    private static void run() {
        String[] options = {"--data", data.path().toString(), "--port", String.valueOf(gateway)};
        hotline = new Instance(Options.of(options), new Console(System.out, System.err, false));
        hotline.start(data);
        admin = new HotlineClient(gateway, "admin");
    }

    @AfterAll
    static void stop() {
        if (west != null) {
            west.close();
        }
        if (north != null) {
            north.close();
        }
        endpoint.stop(0);
        hotline.close();
        data.close();
    }

    @Test
    @Order(1)
    void aSystemIsRegisteredAndItsSecretsAreShownOnce() throws Exception {
        first = ticket(WEST); // before there is a system: it hears of it all the same
        admin.as("dispatcher").await(DISPATCHES + first, status("DISPATCHED"));
        String body = "{\"kafka\":true,\"webhook\":{\"url\":\"http://127.0.0.1:"
                + endpoint.getAddress().getPort() + "/west\"}}";

        registered = done(admin.put(SYSTEMS + WEST + "/system", "*", body));
        JsonNode again = done(admin.put(SYSTEMS + WEST + "/system", "*", body));

        assertThat(registered.path("account").asString()).isEqualTo("unit-" + WEST + "-system");
        assertThat(registered.path("kafka").path("password").asString()).hasSize(48);
        assertThat(registered.path("webhook").path("secret").asString()).hasSize(48);
        assertThat(again.path("kafka").path("open").asBoolean()).isTrue();
        assertThat(again.path("kafka").has("password")).isFalse();
        assertThat(again.path("webhook").has("secret")).isFalse();
        west = new UnitsSystem(WEST, registered);
        north = new UnitsSystem(NORTH, done(admin.put(SYSTEMS + NORTH + "/system", "*", "{\"kafka\":true}")));
    }

    @Test
    @Order(2)
    void itIsToldOfItsOwnTicketsOnlyTheOldAndTheNew() throws Exception {
        String ofNorth = ticket(NORTH);
        String ofWest = ticket(WEST);

        Heard old = west.await(heard -> heard.is("dispatch-given", first));
        Heard told = west.await(heard -> heard.is("dispatch-given", ofWest));
        north.await(heard -> heard.is("dispatch-given", ofNorth));

        assertThat(old.body().path("task").path("status").asString()).isEqualTo("DISPATCHED");
        assertThat(told.body().path("task").path("content").asString())
                .contains("楼道灯坏了")
                .doesNotContain("13000000001");
        assertThat(told.body().path("task").path("deadlines").path("finishBy").isString())
                .isTrue();
        assertThat(told.body().path("task").path("rule").path("reason").asString())
                .isNotBlank();
        assertThat(told.id()).isEqualTo(ofWest + "." + told.sequence());
        assertThat(west.heard()).extracting(Heard::subject).doesNotContain(ofNorth);
        assertThat(north.heard()).extracting(Heard::subject).doesNotContain(ofWest);
    }

    @Test
    @Order(3)
    void itMayReadAndWriteNothingElse() {
        assertRefused(
                west.reading("hotline.dispatch." + NORTH, "unit-" + WEST + ".x"), TopicAuthorizationException.class);
        assertRefused(west.reading("hotline.routing", "unit-" + WEST + ".x"), TopicAuthorizationException.class);
        assertRefused(
                west.reading("hotline.handling." + WEST, "unit-" + WEST + ".x"), TopicAuthorizationException.class);
        assertRefused(
                west.reading("hotline.dispatch." + WEST, "unit-" + NORTH + ".x"), GroupAuthorizationException.class);
        for (String topic : List.of("hotline.handling." + NORTH, "hotline.dispatch." + WEST, "hotline.intake")) {
            assertThatThrownBy(() -> west.send(topic, "k", Map.of(), new byte[0]))
                    .as(topic)
                    .hasRootCauseInstanceOf(TopicAuthorizationException.class);
        }
    }

    @Test
    @Order(4)
    void aWrongPasswordAndNoPasswordAreSentAway() throws Exception {
        String servers = registered.path("kafka").path("servers").asString();
        try (UnitsSystem thief = new UnitsSystem(WEST, servers, "unit-" + WEST, "guessed")) {
            assertThatThrownBy(() -> thief.await(heard -> true)).isInstanceOf(SaslAuthenticationException.class);
        }
        try (UnitsSystem nobody = new UnitsSystem(WEST, servers, "ANONYMOUS", "")) {
            assertThatThrownBy(() -> nobody.await(heard -> true)).isInstanceOf(SaslAuthenticationException.class);
        }
    }

    @Test
    @Order(5)
    void anActIsDoneOnceHoweverOftenItIsSent() throws Exception {
        for (int i = 0; i < 3; i++) {
            west.act("once", "acknowledge", first, "{}");
        }
        west.act("contact", first, "{\"method\":\"PHONE\",\"note\":\"已联系 139-8765-3210 张三，约明日查看\"}");

        Heard fact = west.await(heard -> heard.is("dispatch-changed", first)
                && heard.body().path("task").path("course").toString().contains("ACKNOWLEDGED"));
        Heard contacted = west.await(heard -> heard.is("dispatch-changed", first)
                && heard.body().path("task").path("course").toString().contains("CONTACTED"));

        JsonNode dispatch = json(admin.as("dispatcher").get(DISPATCHES + first));
        assertThat(fact.body().path("task").path("status").asString()).isEqualTo("IN_PROGRESS");
        assertThat(contacted.body().toString()).doesNotContain("8765-3210");
        assertThat(steps(dispatch, "ACKNOWLEDGED")).hasSize(1);
        assertThat(steps(dispatch, "ACKNOWLEDGED")
                        .get(0)
                        .path("by")
                        .path("name")
                        .asString())
                .isEqualTo("城西区政府系统");
        assertThat(west.heard()).noneMatch(heard -> heard.is("act-refused", first));
    }

    @Test
    @Order(6)
    void whatCannotBeDoneComesBackAndHoldsUpNothing() throws Exception {
        String ofNorth = ticket(NORTH);
        north.await(heard -> heard.is("dispatch-given", ofNorth));
        String topic = "hotline.handling." + WEST;
        String type = "cn.hotline.unit.acknowledge.v1";

        String another = west.act("acknowledge", ofNorth, "{}");
        String incomplete = west.act("reply", first, "{\"outcome\":\"SOLVED\"}");
        west.send(topic, null, Map.of(), "垃圾 13987653210".getBytes(UTF_8));
        west.send(topic, first, Map.of("ce_id", "broken", "ce_type", type, "ce_subject", first), "{".getBytes(UTF_8));
        west.send(
                topic, first, Map.of("ce_id", "odd", "ce_type", "nonsense", "ce_subject", first), "{}".getBytes(UTF_8));
        west.send(topic, first, Map.of("ce_id", "huge", "ce_type", type, "ce_subject", first), new byte[100_000]);
        west.act("once", "contact", first, "{\"method\":\"PHONE\",\"note\":\"另一件事\"}");
        west.act("extension", first, "{\"days\":2,\"reason\":\"等配件\"}");

        assertThat(refusal(another)).isEqualTo("NOT_FOUND");
        assertThat(refusal(incomplete)).isEqualTo("INVALID");
        assertThat(refusal("broken")).isEqualTo("ACT_UNREADABLE");
        assertThat(refusal("odd")).isEqualTo("ACT_UNKNOWN");
        assertThat(refusal("huge")).isEqualTo("ACT_TOO_LARGE");
        assertThat(refusal("once")).isEqualTo("ACT_ID_REUSED");
        Heard nameless = west.await(heard -> heard.is("act-refused", WEST));
        assertThat(nameless.body().path("reason").asString()).isEqualTo("ACT_WITHOUT_ID");
        assertThat(nameless.body().path("sentence").asString()).contains("ce_id");
        west.await(heard -> heard.is("dispatch-changed", first)
                && heard.body().path("task").path("course").toString().contains("EXTENSION_REQUESTED"));
        assertThat(json(admin.get("/routing/api/v1/dead-letters")).toString())
                .contains("{\"topic\":\"hotline.handling.\",\"waiting\":4}");
        assertThat(parked()).hasSize(4).noneMatch(document -> document.contains("13987653210"));
    }

    @Test
    @Order(7)
    void aTicketThatMovesAwayIsRevokedHereAndGivenThere() throws Exception {
        String moving = ticket(WEST);
        west.await(heard -> heard.is("dispatch-given", moving));

        done(admin.as("dispatcher")
                .post(DISPATCHES + moving + "/dispatch", "{\"unit\":\"" + NORTH + "\",\"reason\":\"属地在城北\"}"));

        Heard revoked = west.await(heard -> heard.is("dispatch-revoked", moving));
        north.await(heard -> heard.is("dispatch-given", moving));
        String late = west.act("acknowledge", moving, "{}");
        assertThat(refusal(late)).isEqualTo("NOT_FOUND");
        assertThat(revoked.body().path("number").asString()).isEqualTo(moving);
    }

    @Test
    @Order(8)
    void theWebhookAndWhoeverFetchesGetTheSameUnderTheSameIds() throws Exception {
        List<String> ids = idsOf(west);
        await(() -> POSTED.size() >= ids.size());
        HotlineClient system = admin.as("unit-" + WEST + "-system");
        JsonNode fetched = done(system.get("/routing/api/v1/unit-system/dispatches?size=200"));

        assertThat(POSTED).extracting(Posted::id).containsExactlyElementsOf(ids);
        assertThat(fetched.path("items").valueStream().map(item -> item.path("id")
                        .asString()))
                .containsExactlyElementsOf(ids);
        assertThat(POSTED)
                .allMatch(posted -> posted.isSignedWith(
                        registered.path("webhook").path("secret").asString()));
        String next = fetched.path("next").asString();
        assertThat(done(system.get("/routing/api/v1/unit-system/dispatches?after=" + next))
                        .path("items"))
                .isEmpty();
        assertThat(admin.as("unit-" + WEST)
                        .get("/routing/api/v1/unit-system/dispatches")
                        .statusCode())
                .isEqualTo(403);
        assertThat(west.heard()).extracting(Heard::sequence).isSorted();
    }

    @Test
    @Order(9)
    void theListsAreComparedByHttpAndByTopic() throws Exception {
        String unknown = "XN200101-000001";
        String list = "{\"tickets\":[{\"number\":\"" + first + "\",\"status\":\"DISPATCHED\"},{\"number\":\"" + unknown
                + "\",\"status\":\"IN_PROGRESS\"}]}";

        JsonNode compared =
                done(admin.as("unit-" + WEST + "-system").post("/routing/api/v1/unit-system/reconciliation", list));
        west.send(
                "hotline.handling." + WEST,
                null,
                Map.of("ce_id", "list-1", "ce_type", "cn.hotline.unit.open-tickets.v1"),
                list.getBytes(UTF_8));

        Map<String, String> kinds = new HashMap<>();
        compared.path("differences")
                .forEach(one -> kinds.put(
                        one.path("number").asString(), one.path("kind").asString()));
        assertThat(kinds)
                .containsEntry(first, "STATUS")
                .containsEntry(unknown, "ONLY_THEIRS")
                .containsValue("ONLY_OURS");
        Heard answered = west.await(heard -> heard.is("lists-compared", WEST)
                && heard.body().path("act").asString("").equals("list-1"));
        assertThat(answered.body().path("total").asInt()).isEqualTo(kinds.size());
        assertThat(admin.get("/routing/unit-systems").body()).contains("城西区政府", "对方有、我方没有", unknown);
        assertThat(admin.as("unit-" + NORTH).get("/routing/unit-systems").body())
                .contains("城北区政府")
                .doesNotContain("城西区政府", unknown);
    }

    @Test
    @Order(10)
    void afterARestartEverythingGoesOnWhereItStopped() throws Exception {
        int before = west.heard().size();
        hotline.close();
        // The broker may hold its ports for a moment after it has stopped.
        await(() -> FreePorts.areFree(gateway));
        run();

        String later = ticket(WEST);
        Heard told = west.await(heard -> heard.is("dispatch-given", later));

        assertThat(told.sequence()).isEqualTo(west.heard().get(before - 1).sequence() + 1);
        assertThat(west.heard()).hasSize(before + 1);
    }

    @Test
    @Order(11)
    void aSystemThatIsTakenOffIsLetInNoMore() throws Exception {
        north.act("acknowledge", first, "{}"); // is let in, and stays connected
        assertThat(admin.delete(SYSTEMS + NORTH + "/system").statusCode()).isEqualTo(204);

        assertRefused(
                north.reading("hotline.dispatch." + NORTH, "unit-" + NORTH + ".x"), SaslAuthenticationException.class);
        assertThatThrownBy(() -> north.act("acknowledge", first, "{}"))
                .hasRootCauseInstanceOf(TopicAuthorizationException.class);
        assertThat(admin.get(SYSTEMS + NORTH + "/system").statusCode()).isEqualTo(404);
        assertThat(admin.as("unit-" + NORTH + "-system")
                        .get("/routing/api/v1/unit-system/dispatches")
                        .statusCode())
                .isEqualTo(404);
    }

    private static String ticket(String county) throws Exception {
        HttpResponse<String> answer =
                admin.as("operator").post("/intake/api/v1/tickets", """
                {"channel":"PHONE","externalId":"system-%d","kind":"COMPLAINT","title":"单元楼道灯不亮",
                 "content":"本单元三楼到五楼的楼道灯坏了十多天，回电13000000001，一直没人来修，老人上下楼不安全。",
                 "caller":{"name":"演示一","phone":"13000000001"},
                 "place":{"text":"某小区3号楼","divisionCode":"%s"},"categoryCode":"HC-PROPERTY"}
                """.formatted(++tickets, county));
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(201);
        return json(answer).path("number").asString();
    }

    private static JsonNode done(HttpResponse<String> answer) {
        assertThat(answer.statusCode()).as(answer.body()).isBetween(200, 299);
        return json(answer);
    }

    private static String refusal(String act) {
        return west.await(heard -> heard.type().equals("cn.hotline.routing.act-refused.v1")
                        && heard.body().path("act").asString("").equals(act))
                .body()
                .path("reason")
                .asString();
    }

    /** What was laid aside, as text. */
    private static List<String> parked() {
        try (MongoClient store =
                MongoClients.create("mongodb://127.0.0.1:" + hotline.addresses().documents())) {
            return Flux.from(store.getDatabase("hotline_routing")
                            .getCollection("parked", BsonDocument.class)
                            .find())
                    .map(document -> document.getString("reason").getValue() + " "
                            + new String(document.getBinary("body").getData(), UTF_8))
                    .collectList()
                    .block();
        }
    }

    private static List<JsonNode> steps(JsonNode dispatch, String code) {
        return dispatch.path("steps")
                .valueStream()
                .filter(step -> step.path("code").asString().equals(code))
                .toList();
    }

    private static List<String> idsOf(UnitsSystem system) {
        return system.heard().stream().map(Heard::id).toList();
    }

    private static void assertRefused(KafkaConsumer<String, byte[]> consumer, Class<? extends Throwable> problem) {
        try (consumer) {
            assertThatThrownBy(() -> {
                        for (int i = 0; i < 100; i++) {
                            consumer.poll(Duration.ofMillis(100));
                        }
                    })
                    .isInstanceOf(problem);
        }
    }

    private static void await(BooleanSupplier condition) {
        long giveUpAt = System.nanoTime() + Duration.ofSeconds(60).toNanos();
        while (!condition.getAsBoolean() && System.nanoTime() < giveUpAt) {
            Thread.onSpinWait();
        }
        assertThat(condition.getAsBoolean()).isTrue();
    }

    /** What came to the webhook. */
    private record Posted(String timestamp, String signature, String body) {

        String id() {
            return JsonMapper.shared().readTree(body).path("id").asString();
        }

        boolean isSignedWith(String secret) {
            try {
                Mac mac = Mac.getInstance("HmacSHA256");
                mac.init(new SecretKeySpec(secret.getBytes(UTF_8), "HmacSHA256"));
                byte[] signed = mac.doFinal((timestamp + "." + body).getBytes(UTF_8));
                return signature.equals("v1=" + HexFormat.of().formatHex(signed));
            } catch (GeneralSecurityException impossible) {
                throw new IllegalStateException(impossible);
            }
        }
    }
}
