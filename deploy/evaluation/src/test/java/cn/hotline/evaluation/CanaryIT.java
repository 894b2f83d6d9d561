package cn.hotline.evaluation;

import static cn.hotline.evaluation.HotlineClient.json;
import static cn.hotline.evaluation.HotlineClient.status;
import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import cn.hotline.chassis.PersonalData;
import com.mongodb.reactivestreams.client.MongoClient;
import com.mongodb.reactivestreams.client.MongoClients;
import com.mongodb.reactivestreams.client.MongoDatabase;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.bson.BsonDocument;
import org.bson.BsonValue;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import reactor.core.publisher.Flux;
import tools.jackson.databind.JsonNode;

/**
 * Canaries (金丝雀): values that stand nowhere else are given as caller data and written into every text, in spellings that
 * people use. After whole lives of tickets they are searched in everything that was kept, told, logged, counted or shown.
 */
class CanaryIT {

    /** What may stand nowhere, without anything between its characters. */
    private static final List<String> CANARIES = List.of(
            "13987653210",
            "18612309876",
            "630102198707154321",
            "6222020903001483077",
            "finch.canary@leak-test.example",
            "金丝雀",
            "单元1803",
            "青A9K7Q3",
            "wx-openid-canary");

    private static final String CALLER = """
            {"name":"金丝雀","phone":"139 8765-3210","account":"wx-openid-canary"}""";

    /** Every canary, spelled differently. */
    private static final String SAID =
            "我叫金 丝 雀，电话１３９－８７６５－３２１０，也可打 186 1230 9876 或 1 8 6—1230—9876，身份证 630102 19870715 4321，"
                    + "卡号6222 0209 0300 1483 077，邮箱 finch.canary@leak-test.example，微信 wx-openid-canary，"
                    + "住城西区海湖花园7号楼2单元1803室，被 青A·9K7Q3 堵门，139.8765.3210 金丝雀。";

    @TempDir
    static Path folder;

    private static DataFolder data;
    private static Instance hotline;
    private static Ports ports;
    private static HotlineClient operator;
    private static final List<String> NUMBERS = new ArrayList<>();

    @BeforeAll
    static void wholeLives() throws IOException, InterruptedException {
        data = DataFolder.open(folder.resolve("data"));
        LogFile.open(data.log());
        String[] options = {"--data", data.path().toString(), "--port", String.valueOf(FreePorts.gateway())};
        hotline = new Instance(Options.of(options), new Console(System.out, System.err, false));
        hotline.start(data);
        ports = hotline.addresses();
        operator = new HotlineClient(ports.gateway(), "operator");
        JsonNode registered =
                json(operator.as("admin").put("/routing/api/v1/units/630104/system", "*", "{\"kafka\":true}"));
        answeredAtOnce();
        forwardedUntilItIsClosed();
        mergedAddedToPressedForAndWithdrawn();
        try (UnitsSystem unit = new UnitsSystem("630104", registered)) {
            unit.await(heard -> heard.is("dispatch-changed", NUMBERS.get(1))
                    && heard.body().toString().contains("CLOSED"));
        }
        // What is shown for minutes must not be kept either.
        done(operator.post("/intake/api/v1/tickets/" + NUMBERS.get(0) + "/reveals", "{\"reason\":\"金丝雀要求回电\"}"));
    }

    @AfterAll
    static void stop() {
        hotline.close();
        data.close();
    }

    @Test
    void noTopicHoldsAny() {
        List<String> told = told();
        assertThat(told).hasSizeGreaterThan(8);
        told.forEach(CanaryIT::holdsNone);
    }

    @Test
    void noStoreHoldsAnyNotEvenIntakes() {
        List<String> kept = kept();
        assertThat(kept).hasSizeGreaterThan(10);
        kept.forEach(CanaryIT::holdsNone);
    }

    @Test
    void noFileHoldsAny() throws IOException {
        try (Stream<Path> files = Files.walk(data.path())) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                assertThat(file.getFileName().toString()).doesNotContain("金丝雀");
                holdsNone(new String(Files.readAllBytes(file), UTF_8));
            }
        }
    }

    @Test
    void noFigureHoldsAny() throws IOException, InterruptedException {
        for (String service : List.of("intake", "routing", "followup", "reporting")) {
            HttpResponse<String> figures = operator.as("admin").get("/" + service + "/actuator/prometheus");
            assertThat(figures.statusCode()).isEqualTo(200);
            holdsNone(figures.body());
        }
    }

    @Test
    void nothingThatIsShownToAnybodyHoldsAny() throws IOException, InterruptedException {
        String day = LocalDate.now(ZoneId.of("Asia/Shanghai")).toString();
        for (String number : NUMBERS) {
            shown("operator", "/intake/api/v1/tickets/" + number);
            shown("operator", "/intake/tickets/" + number);
        }
        shown("operator", "/intake/api/v1/tickets?q=海湖花园");
        shown("operator", "/intake/tickets/" + NUMBERS.get(3) + "/comparison?master=" + NUMBERS.get(2));
        shown("supervisor", "/followup/api/v1/supervisions");
        shown("supervisor", "/followup/supervisions/" + NUMBERS.get(2));
        shown("unit-630104", "/followup/supervisions/" + NUMBERS.get(2));
        shown("office", "/reporting/api/v1/ledger/" + NUMBERS.get(3));
        shown("unit-630104", "/intake/tickets/" + NUMBERS.get(1) + "/attachments");
        shown("unit-630104", "/routing/api/v1/dispatches/" + NUMBERS.get(1));
        shown("unit-630104-system", "/routing/api/v1/unit-system/dispatches");
        shown("admin", "/routing/unit-systems");
        shown("dispatcher", "/routing/api/v1/dispatches");
        shown("revisitor", "/followup/api/v1/revisits/" + NUMBERS.get(1));
        shown("office", "/reporting/api/v1/ledger/" + NUMBERS.get(1));
        shown("office", "/reporting/api/v1/daily-reports/" + day);
        shown("office", "/reporting/api/v1/daily-reports/" + day + ".txt");
        shown("office", "/reporting/api/v1/daily-reports/" + day + ".html");
        shown("office", "/reporting/api/v1/ledger.csv?date=" + day);
        HttpResponse<String> lookup = operator.post("/intake/api/v1/caller-lookups", "{\"phone\":\"139 8765 3210\"}");
        assertThat(json(lookup).path("total").asInt()).isEqualTo(NUMBERS.size());
        holdsNone(lookup.body());
    }

    @Test
    void aUnitSeesTheDoorAndReachesTheCallerWithoutLearningWhoItIs() throws IOException, InterruptedException {
        HotlineClient unit = operator.as("unit-630104");
        String ticket = "/intake/api/v1/tickets/" + NUMBERS.get(1);
        HttpResponse<String> seen = unit.post(ticket + "/reveals", "{}");
        assertThat(seen.statusCode()).isEqualTo(200);
        assertThat(canariesIn(seen.body())).containsExactly("单元1803");
        HttpResponse<String> lent = unit.post(ticket + "/relay-bindings", "{}");
        assertThat(lent.statusCode()).isEqualTo(201);
        assertThat(json(lent).path("relayNumber").asString()).startsWith("0971");
        holdsNone(lent.body());
        assertThat(operator.as("unit-630105").post(ticket + "/reveals", "{}").statusCode())
                .isEqualTo(404);
    }

    /** The search can fail: what the operator is shown for five minutes holds them all. */
    @Test
    void whoMaySeeThemSeesThem() throws IOException, InterruptedException {
        HttpResponse<String> revealed = operator.post("/intake/api/v1/tickets/" + NUMBERS.get(1) + "/reveals", "{}");
        assertThat(revealed.statusCode()).isEqualTo(200);
        assertThat(canariesIn(revealed.body())).containsExactlyElementsOf(CANARIES);
    }

    @Test
    void theSearchFindsThemInWhatWasSaid() {
        assertThat(canariesIn(SAID + CALLER)).containsExactlyElementsOf(CANARIES);
    }

    private static void answeredAtOnce() throws IOException, InterruptedException {
        NUMBERS.add(registered("""
                {"channel":"PHONE","kind":"CONSULTATION","content":"%1$s","caller":%2$s,
                 "disposition":"ANSWER","answer":"已告知金丝雀本人 139-8765-3210：%1$s"}
                """.formatted(SAID, CALLER)));
        done(operator.post("/intake/api/v1/calls", """
                {"startedAt":"%s","outcome":"OTHER","note":"%s"}
                """.formatted(
                        Instant.now(),
                        SAID.replace("金 丝 雀", "来电人").replace("金丝雀", "来电人").replace("wx-openid-canary", "略"))));
    }

    private static void forwardedUntilItIsClosed() throws IOException, InterruptedException {
        HttpResponse<String> sent = operator.upload("金丝雀 139-8765-3210 单元1803 青A9K7Q3 wx-openid-canary.txt", SAID);
        assertThat(sent.statusCode()).as(sent.body()).isEqualTo(201);
        String number =
                registered("""
                {"channel":"PHONE","kind":"COMPLAINT","title":"金丝雀反映 2单元1803 漏水",
                 "content":"楼道灯坏了没人修。%s","caller":%s,"categoryCode":"HC-PROPERTY","attachments":["%s"],
                 "place":{"text":"海湖花园7号楼2单元1803室金丝雀家","divisionCode":"630104"}}
                """.formatted(SAID, CALLER, json(sent).path("id").asString()));
        NUMBERS.add(number);
        done(operator.put("/intake/api/v1/tickets/" + number, "\"1\"", """
                {"content":"更正：楼道灯和漏水。%s","reason":"金丝雀 13987653210 来电更正"}
                """.formatted(SAID)));
        operator.as("dispatcher").await("/routing/api/v1/dispatches/" + number, status("DISPATCHED"));
        HotlineClient unit = operator.as("unit-630104");
        done(unit.post("/routing/api/v1/dispatches/" + number + "/acknowledge", "{}"));
        done(unit.post("/routing/api/v1/dispatches/" + number + "/reply", """
                {"verified":true,"contacted":true,"outcome":"SOLVED","account":"已联系 186-1230-9876 处理。",
                 "publicReply":"已联系 139 8765 3210，身份证 630102198707154321 已核，已修好。",
                 "override":{"reason":"来电人 139-8765-3210 要求写明"}}
                """));
        done(operator.as("dispatcher").post("/routing/api/v1/dispatches/" + number + "/reply-decision", """
                {"accepted":true,"reason":"139-8765-3210 已确认"}
                """));
        HotlineClient revisitor = operator.as("revisitor");
        revisitor.await("/followup/api/v1/revisits/" + number, status("SCHEDULED"));
        done(revisitor.post("/followup/api/v1/revisits/" + number + "/verdict", """
                {"contacted":true,"solved":"YES","satisfaction":"SATISFIED","words":"以后打 18612309876 找我"}
                """));
        operator.as("dispatcher").await("/routing/api/v1/dispatches/" + number, status("CLOSED"));
        operator.as("office").await("/reporting/api/v1/ledger/" + number, row -> row.path("row")
                .path("status")
                .path("code")
                .asString("")
                .equals("CLOSED"));
    }

    /** Two tickets of one matter: merged, added to, pressed for by caller and hotline, undone; then one is withdrawn. */
    private static void mergedAddedToPressedForAndWithdrawn() throws IOException, InterruptedException {
        String master = registered(outage("停水一天"));
        String follower = registered(outage("停水了"));
        NUMBERS.addAll(List.of(master, follower));
        HttpResponse<String> merge = operator.post("/intake/api/v1/merges", """
                {"master":"%s","duplicates":["%s"],"reason":"金丝雀 139-8765-3210 反映的同一处"}
                """.formatted(master, follower));
        done(merge);
        String ticket = "/intake/api/v1/tickets/" + follower;
        done(operator.post(ticket + "/supplements", "{\"content\":\"%s\"}".formatted(SAID)));
        done(operator.post(ticket + "/urges", "{\"note\":\"金丝雀说打 186 1230 9876，微信 wx-openid-canary\"}"));
        done(operator.delete("/intake/api/v1/merges/" + json(merge).path("id").asString()));
        done(operator.post(ticket + "/withdrawal", "{\"reason\":\"金 丝 雀说不用了，１３９－８７６５－３２１０\"}"));
        operator.as("dispatcher").await("/routing/api/v1/dispatches/" + master, status("DISPATCHED"));
        HttpResponse<String> issued = await().atMost(Duration.ofSeconds(30))
                .until(() -> supervised(master), answer -> answer.statusCode() == 201);
        done(operator.as("unit-630104")
                .post(
                        "/followup/api/v1/supervisions/"
                                + json(issued).path("id").asString() + "/answer",
                        "{\"content\":\"已联系 139 8765 3210，卡号 6222020903001483077 已核。\"}"));
        operator.as("office").await("/reporting/api/v1/ledger/" + follower, row -> row.path("row")
                .path("status")
                .path("code")
                .asString("")
                .equals("WITHDRAWN"));
    }

    /** Followup hears of the dispatch in a moment; until then there is nobody to press. */
    private static HttpResponse<String> supervised(String number) throws IOException, InterruptedException {
        return operator.as("supervisor").post("/followup/api/v1/supervisions", """
                {"number":"%s","level":"SUPERVISE","text":"请回电 139-8765-3210 说明，身份证 630102198707154321"}
                """.formatted(number));
    }

    private static String outage(String content) {
        return """
                {"channel":"PHONE","kind":"COMPLAINT","content":"%s。%s","caller":%s,"categoryCode":"HC-PROPERTY",
                 "place":{"text":"海湖花园7号楼","divisionCode":"630104"}}
                """.formatted(content, SAID, CALLER);
    }

    private static String registered(String ticket) throws IOException, InterruptedException {
        HttpResponse<String> answer = operator.post("/intake/api/v1/tickets", ticket.replace("\n", ""));
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(201);
        return json(answer).path("number").asString();
    }

    private static void done(HttpResponse<String> answer) {
        assertThat(answer.statusCode()).as(answer.body()).isBetween(200, 299);
    }

    private static void shown(String account, String path) throws IOException, InterruptedException {
        HttpResponse<String> answer = operator.as(account).get(path);
        assertThat(answer.statusCode()).as(path).isEqualTo(200);
        holdsNone(answer.body());
    }

    private static void holdsNone(String text) {
        assertThat(canariesIn(text))
                .as("in " + (text.length() > 2_000 ? text.length() + " characters" : text))
                .isEmpty();
    }

    private static List<String> canariesIn(String text) {
        String plain = PersonalData.spelledPlainly(text).replaceAll("[ .()-]", "");
        return CANARIES.stream()
                .filter(canary -> plain.contains(canary.replaceAll("[ .()-]", "")))
                .toList();
    }

    /** All records of all topics, with keys and headers. */
    private static List<String> told() {
        List<String> told = new ArrayList<>();
        try (KafkaConsumer<byte[], byte[]> everything = new KafkaConsumer<>(
                Map.of(ConsumerConfig.BOOTSTRAP_SERVERS_CONFIG, "127.0.0.1:" + ports.broker()),
                new ByteArrayDeserializer(),
                new ByteArrayDeserializer())) {
            List<TopicPartition> all = everything.listTopics().entrySet().stream()
                    .filter(topic -> !topic.getKey().startsWith("__"))
                    .flatMap(topic -> topic.getValue().stream())
                    .map(part -> new TopicPartition(part.topic(), part.partition()))
                    .toList();
            everything.assign(all);
            everything.seekToBeginning(all);
            Map<TopicPartition, Long> ends = everything.endOffsets(all);
            while (all.stream().anyMatch(part -> everything.position(part) < ends.get(part))) {
                for (ConsumerRecord<byte[], byte[]> record : everything.poll(Duration.ofMillis(100))) {
                    told.add(new String(record.key(), UTF_8) + "\n" + new String(record.value(), UTF_8));
                    record.headers()
                            .forEach(header -> told.add(header.key() + "\n" + new String(header.value(), UTF_8)));
                }
            }
        }
        return told;
    }

    /** All documents of all databases. */
    private static List<String> kept() {
        List<String> kept = new ArrayList<>();
        try (MongoClient store = MongoClients.create("mongodb://127.0.0.1:" + ports.documents())) {
            for (String name :
                    Flux.from(store.listDatabaseNames()).collectList().block()) {
                MongoDatabase database = store.getDatabase(name);
                for (String collection :
                        Flux.from(database.listCollectionNames()).collectList().block()) {
                    for (BsonDocument document : Flux.from(database.getCollection(collection, BsonDocument.class)
                                    .find())
                            .collectList()
                            .block()) {
                        StringBuilder text = new StringBuilder(name + "." + collection + "\n");
                        read(document, text);
                        kept.add(text.toString());
                    }
                }
            }
        }
        return kept;
    }

    private static void read(BsonValue value, StringBuilder text) {
        if (value.isDocument()) {
            value.asDocument().forEach((field, part) -> {
                text.append(field).append('\n');
                read(part, text);
            });
        } else if (value.isArray()) {
            value.asArray().forEach(part -> read(part, text));
        } else if (value.isBinary()) {
            byte[] bytes = value.asBinary().getData();
            text.append(new String(bytes, UTF_8))
                    .append('\n')
                    .append(new String(bytes, ISO_8859_1))
                    .append('\n');
        } else {
            text.append(value.isString() ? value.asString().getValue() : value).append('\n');
        }
    }
}
