package cn.hotline.intake;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import cn.hotline.access.Person;
import cn.hotline.access.Position;
import cn.hotline.access.Role;
import cn.hotline.access.testing.SignedIn;
import cn.hotline.intake.attachment.content.Incoming;
import cn.hotline.intake.attachment.content.SampleFiles;
import cn.hotline.intake.progress.kafka.RoutingEventsIn;
import cn.hotline.routing.contract.RoutingEvent;
import cn.hotline.routing.contract.RoutingEvent.Deadlines;
import cn.hotline.routing.contract.RoutingEvent.Rule;
import cn.hotline.routing.contract.RoutingEvent.TicketDispatched;
import cn.hotline.routing.contract.RoutingEvent.TicketReplied;
import cn.hotline.routing.contract.RoutingEvent.Unit;
import com.mongodb.reactivestreams.client.MongoClient;
import java.io.OutputStream;
import java.net.Socket;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.bson.Document;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.core.io.ByteArrayResource;
import org.springframework.http.MediaType;
import org.springframework.http.client.MultipartBodyBuilder;
import org.springframework.http.client.reactive.ReactorClientHttpConnector;
import org.springframework.test.web.reactive.server.EntityExchangeResult;
import org.springframework.test.web.reactive.server.WebTestClient;
import org.springframework.test.web.reactive.server.WebTestClient.ResponseSpec;
import org.springframework.web.reactive.function.BodyInserters;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.netty.http.client.HttpClient;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Files as they are sent and read at the running service. */
class AttachmentsIT {

    private static final Person OPERATOR = SignedIn.as(Role.OPERATOR);
    private static final Person COLLEAGUE =
            new Person(OPERATOR.tenant(), "operator-2", "另一话务员", OPERATOR.roles(), null, null, OPERATOR.address());
    private static final String CANARY = "金丝雀13900007788";
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private static IntakeAlone service;
    private static Neighbours neighbours;
    private static WebTestClient http;

    @BeforeAll
    static void start() {
        service = new IntakeAlone(0);
        neighbours = new Neighbours(service.brokers());
        // The service closes a connection whose body it will not read to its end; nobody else's request may be on it.
        http = WebTestClient.bindToServer(new ReactorClientHttpConnector(HttpClient.newConnection()))
                .baseUrl(service.address())
                .responseTimeout(PATIENCE)
                .codecs(codecs -> codecs.defaultCodecs().maxInMemorySize(Incoming.LARGEST + 1))
                .build();
    }

    @AfterAll
    static void stop() {
        neighbours.close();
        service.close();
    }

    @Test
    void aFileComesBackAsItWasSent() {
        byte[] photo = SampleFiles.photo(600_000);
        JsonNode taken = taken("现场 照片.jpg", photo);
        assertThat(taken.path("name").asString()).isEqualTo("现场 照片.jpg");
        assertThat(taken.path("type").asString()).isEqualTo("image/jpeg");
        assertThat(taken.path("size").asLong()).isEqualTo(600_000);
        assertThat(taken.path("sha256").asString()).hasSize(64);
        EntityExchangeResult<byte[]> read =
                read(OPERATOR, taken).expectStatus().isOk().expectBody().returnResult();
        assertThat(read.getResponseBody()).isEqualTo(photo);
        assertThat(read.getResponseHeaders().getContentType()).isEqualTo(MediaType.IMAGE_JPEG);
        assertThat(read.getResponseHeaders().getFirst("Content-Disposition"))
                .startsWith("attachment;")
                .contains("filename*=UTF-8''%E7%8E%B0%E5%9C%BA%20%E7%85%A7%E7%89%87.jpg");
        assertThat(read.getResponseHeaders().getFirst("X-Content-Type-Options")).isEqualTo("nosniff");
        assertThat(read.getResponseHeaders().getFirst("Content-Security-Policy"))
                .contains("sandbox", "default-src 'none'");
        assertThat(read.getResponseHeaders().getCacheControl()).contains("no-store");
    }

    @Test
    void theLargestFileIsTakenAndOneByteMoreIsNot() {
        byte[] largest = SampleFiles.photo(Incoming.LARGEST);
        JsonNode taken = taken("现场.jpg", largest);
        assertThat(read(OPERATOR, taken).expectBody().returnResult().getResponseBody())
                .isEqualTo(largest);
        long parts = count("attachment_parts");
        send(OPERATOR, "现场.jpg", SampleFiles.photo(Incoming.LARGEST + 1), null)
                .expectStatus()
                .isEqualTo(413)
                .expectBody()
                .jsonPath("$.code")
                .isEqualTo("TOO_LARGE")
                .jsonPath("$.detail")
                .value(String.class, detail -> assertThat(detail).contains("20 MB"));
        assertThat(count("attachment_parts")).isEqualTo(parts);
    }

    @Test
    void whatIsNotTakenLeavesNothing() {
        long files = count("attachments");
        long callers = count("callers");
        send(OPERATOR, "page.txt", "<html><script>alert(1)</script>".getBytes(UTF_8), null)
                .expectStatus()
                .isEqualTo(422)
                .expectBody()
                .jsonPath("$.code")
                .isEqualTo("TYPE_NOT_TAKEN");
        send(OPERATOR, "现场.exe", SampleFiles.picture("jpg"), null)
                .expectStatus()
                .isEqualTo(422);
        assertThat(count("attachments")).isEqualTo(files);
        assertThat(count("callers")).isEqualTo(callers);
    }

    @Test
    void aFormWithoutAFileOrWithTwoIsRefused() {
        MultipartBodyBuilder words = new MultipartBodyBuilder();
        words.part("words", "你好");
        post(OPERATOR, words, null)
                .expectStatus()
                .isEqualTo(422)
                .expectBody()
                .jsonPath("$.code")
                .isEqualTo("ONE_AT_A_TIME");
        MultipartBodyBuilder two = form("a.jpg", SampleFiles.picture("jpg"));
        two.part("file", resource("b.jpg", SampleFiles.picture("jpg")));
        post(OPERATOR, two, null)
                .expectStatus()
                .isEqualTo(422)
                .expectBody()
                .jsonPath("$.code")
                .isEqualTo("ONE_AT_A_TIME");
    }

    @Test
    void theSameKeyAndFileAreTheSameAttachment() {
        byte[] photo = SampleFiles.photo(5_000);
        JsonNode first = body(send(OPERATOR, "a.jpg", photo, "upload-1"));
        assertThat(body(send(OPERATOR, "a.jpg", photo, "upload-1")).path("id")).isEqualTo(first.path("id"));
        send(OPERATOR, "a.jpg", SampleFiles.photo(5_001), "upload-1")
                .expectStatus()
                .isEqualTo(409)
                .expectBody()
                .jsonPath("$.code")
                .isEqualTo("IDEMPOTENCY_KEY_REUSED");
    }

    @Test
    void untilATicketTakesItAFileIsItsSendersAlone() {
        JsonNode taken = taken("现场.jpg", SampleFiles.photo(1_000));
        for (Person other : List.of(COLLEAGUE, SignedIn.as(Role.DISPATCHER), SignedIn.unit("630104"))) {
            read(other, taken).expectStatus().isNotFound();
        }
        register(COLLEAGUE, Map.of("attachments", List.of(taken.path("id").asString())))
                .expectStatus()
                .isNotFound()
                .expectBody()
                .jsonPath("$.code")
                .isEqualTo("UNKNOWN_ATTACHMENT");
    }

    @Test
    void aTicketsFilesAreForWhoeverHandlesIt() {
        JsonNode taken = taken("现场.jpg", SampleFiles.photo(1_000));
        String number =
                registered(Map.of("attachments", List.of(taken.path("id").asString())));
        assertThat(ticket(OPERATOR, number)
                        .path("attachments")
                        .path(0)
                        .path("name")
                        .asString())
                .isEqualTo("现场.jpg");
        dispatch(number, "630104", "630105");
        for (Person reader : List.of(
                OPERATOR, COLLEAGUE, SignedIn.as(Role.DISPATCHER), SignedIn.unit("630104"), SignedIn.unit("630105"))) {
            read(reader, taken).expectStatus().isOk();
        }
        read(SignedIn.unit("630102"), taken).expectStatus().isNotFound();
        list(SignedIn.unit("630102"), number).expectStatus().isNotFound();
        list(SignedIn.unit("630104"), number)
                .expectStatus()
                .isOk()
                .expectBody()
                .jsonPath("$[0].id")
                .isEqualTo(taken.path("id").asString());
        register(OPERATOR, Map.of("attachments", List.of(taken.path("id").asString())))
                .expectStatus()
                .isEqualTo(409)
                .expectBody()
                .jsonPath("$.code")
                .isEqualTo("ALREADY_ATTACHED");
        assertThat(acts("READ_ATTACHMENT", number)).isEqualTo(5);
    }

    @Test
    void whatAUnitNamesInItsReplyIsTheTickets() {
        Person unit = SignedIn.unit("630104");
        JsonNode shown = body(send(unit, "已清理.jpg", SampleFiles.photo(1_000), null));
        JsonNode others = body(send(SignedIn.unit("630105"), "别处.jpg", SampleFiles.photo(1_000), null));
        read(OPERATOR, shown).expectStatus().isNotFound();
        String number = registered(Map.of());
        dispatch(number, "630104");
        reply(
                number,
                unit,
                List.of(shown.path("id").asString(), others.path("id").asString()));
        await().atMost(PATIENCE)
                .until(() -> ticket(OPERATOR, number).path("attachments").size() == 1);
        for (Person reader : List.of(OPERATOR, SignedIn.as(Role.DISPATCHER), unit)) {
            read(reader, shown).expectStatus().isOk();
        }
        read(SignedIn.unit("630105"), shown).expectStatus().isNotFound();
        read(OPERATOR, others).expectStatus().isNotFound();
        list(unit, number)
                .expectStatus()
                .isOk()
                .expectBody()
                .jsonPath("$[0].name")
                .isEqualTo("已清理.jpg");
    }

    @Test
    void ofAConfidentialTicketWhoeverRegisteredItReadsThemAndTwoTogether() {
        JsonNode taken = taken("现场.jpg", SampleFiles.photo(1_000));
        String number = registered(Map.of(
                "caller", Map.of("phone", "13900001111", "confidential", true),
                "attachments", List.of(taken.path("id").asString())));
        dispatch(number, "630104");
        read(OPERATOR, taken).expectStatus().isOk();
        read(COLLEAGUE, taken).expectStatus().isForbidden();
        read(SignedIn.unit("630104"), taken).expectStatus().isNotFound();
        read(SignedIn.unit("630104", Position.HEAD), taken).expectStatus().isForbidden();
        assertThat(ticket(OPERATOR, number).path("attachments")).hasSize(1);
        read(SignedIn.as(Role.SUPERVISOR), taken).expectStatus().isForbidden();
        for (Role one : List.of(Role.SUPERVISOR, Role.REVISITOR)) {
            http.post()
                    .uri("/api/v1/tickets/" + number + "/break-glass")
                    .headers(SignedIn.headers(SignedIn.as(one)))
                    .contentType(MediaType.APPLICATION_JSON)
                    .bodyValue(Map.of("reason", "夜间险情，需看现场照片"))
                    .exchange()
                    .expectStatus()
                    .is2xxSuccessful();
        }
        read(SignedIn.as(Role.SUPERVISOR), taken).expectStatus().isOk();
        read(SignedIn.as(Role.REVISITOR), taken).expectStatus().isOk();
        assertThat(ticket(COLLEAGUE, number).path("attachments")).isEmpty();
    }

    @Test
    void whoeverIsForgottenTakesTheirFilesAlong() {
        JsonNode numbered = taken("现场.jpg", SampleFiles.photo(1_000));
        JsonNode unnumbered = taken("现场.jpg", SampleFiles.photo(1_000));
        String first = registered(Map.of(
                "caller", Map.of("phone", "13900002222"),
                "attachments", List.of(numbered.path("id").asString())));
        String second =
                registered(Map.of("attachments", List.of(unnumbered.path("id").asString())));
        for (String number : List.of(first, second)) {
            http.post()
                    .uri("/api/v1/tickets/" + number + "/forgetting")
                    .headers(SignedIn.headers(SignedIn.as(Role.SUPERVISOR)))
                    .contentType(MediaType.APPLICATION_JSON)
                    .bodyValue(Map.of("reason", "本人申请删除"))
                    .exchange()
                    .expectStatus()
                    .is2xxSuccessful();
        }
        for (JsonNode file : List.of(numbered, unnumbered)) {
            read(OPERATOR, file)
                    .expectStatus()
                    .isEqualTo(409)
                    .expectBody()
                    .jsonPath("$.code")
                    .isEqualTo("FORGOTTEN");
        }
    }

    @Test
    void namesAreMaskedAndNeverToldNorKeptInPlain() {
        JsonNode taken = taken(CANARY + "<img src=x onerror=alert(1)>.jpg", SampleFiles.photo(1_000));
        assertThat(taken.path("name").asString()).doesNotContain("13900007788");
        String number = registered(Map.of(
                "caller", Map.of("name", "金丝雀", "phone", "13900007788"),
                "attachments", List.of(taken.path("id").asString())));
        assertThat(ticket(OPERATOR, number)
                        .path("attachments")
                        .path(0)
                        .path("name")
                        .asString())
                .startsWith("金**139****7788_img")
                .endsWith(".jpg");
        String page = http.get()
                .uri("/tickets/" + number)
                .headers(SignedIn.headers(OPERATOR))
                .exchange()
                .expectBody(String.class)
                .returnResult()
                .getResponseBody();
        assertThat(page).contains("附件 1 个", "金**139****7788").doesNotContain("<img", "13900007788");
        assertThat(neighbours.heard(number, 1)).allSatisfy(record -> assertThat(new String(record.value(), UTF_8))
                .contains(taken.path("id").asString())
                .doesNotContain("金丝雀", "13900007788", ".jpg", "_img"));
        assertThat(read(OPERATOR, taken)
                        .expectBody()
                        .returnResult()
                        .getResponseHeaders()
                        .toString())
                .doesNotContain("13900007788", "%E9%87%91%E4%B8%9D%E9%9B%80");
        for (String collection : List.of("attachments", "tickets", "callers", "audit")) {
            assertThat(all(collection).toString()).doesNotContain("金丝雀", "13900007788");
        }
    }

    @Test
    void inTheStoreNoPartOfAFileCanBeRead() {
        byte[] text = "楼道灯不亮，三天了，盼尽快修好。".repeat(100).getBytes(UTF_8);
        taken("说明.txt", text);
        assertThat(all("attachment_parts")).isNotEmpty().noneSatisfy(part -> assertThat(new String(
                        part.get("bytes", org.bson.types.Binary.class).getData(), UTF_8))
                .contains("楼道灯不亮"));
    }

    @Test
    void anUploadThatBreaksOffIsNotThere() throws Exception {
        long files = whole();
        URI address = URI.create(service.address());
        try (Socket line = new Socket(address.getHost(), address.getPort())) {
            OutputStream out = line.getOutputStream();
            out.write(("POST /intake/api/v1/attachments HTTP/1.1\r\nHost: localhost\r\nAuthorization: Bearer "
                            + SignedIn.token(OPERATOR)
                            + "\r\nContent-Type: multipart/form-data; boundary=xyz\r\nContent-Length: 5000000\r\n\r\n"
                            + "--xyz\r\nContent-Disposition: form-data; name=\"file\"; filename=\"broken.jpg\"\r\n\r\n")
                    .getBytes(UTF_8));
            out.write(SampleFiles.photo(1_000_000));
            out.flush();
            await().atMost(PATIENCE).until(() -> unfinished() == 1);
        }
        await().atMost(PATIENCE).until(() -> unfinished() == 0);
        assertThat(whole()).isEqualTo(files);
    }

    /** Files that are still coming in; what broke off has lost its key, and what is left of it is nothing. */
    private static long unfinished() {
        String keepers = all("callers").toString();
        return files().filter(file -> !file.containsKey("content") && keepers.contains(file.getString("keeper")))
                .count();
    }

    private static long whole() {
        return files().filter(file -> file.containsKey("content")).count();
    }

    private static Stream<Document> files() {
        return all("attachments").stream().map(kept -> kept.get("attachment", Document.class));
    }

    private static JsonNode taken(String name, byte[] content) {
        return body(send(OPERATOR, name, content, null));
    }

    private static JsonNode body(ResponseSpec answer) {
        String body = answer.expectStatus()
                .isCreated()
                .expectBody(String.class)
                .returnResult()
                .getResponseBody();
        return JsonMapper.shared().readTree(body);
    }

    private static ResponseSpec send(Person person, String name, byte[] content, @Nullable String key) {
        return post(person, form(name, content), key);
    }

    private static ResponseSpec post(Person person, MultipartBodyBuilder form, @Nullable String key) {
        return http.post()
                .uri("/api/v1/attachments")
                .headers(SignedIn.headers(person))
                .headers(headers -> {
                    if (key != null) {
                        headers.set("Idempotency-Key", key);
                    }
                })
                .body(BodyInserters.fromMultipartData(form.build()))
                .exchange();
    }

    private static MultipartBodyBuilder form(String name, byte[] content) {
        MultipartBodyBuilder form = new MultipartBodyBuilder();
        form.part("file", resource(name, content));
        return form;
    }

    private static ByteArrayResource resource(String name, byte[] content) {
        return new ByteArrayResource(content) {
            @Override
            public String getFilename() {
                return name;
            }
        };
    }

    private static ResponseSpec read(Person person, JsonNode file) {
        return http.get()
                .uri("/api/v1/attachments/" + file.path("id").asString())
                .headers(SignedIn.headers(person))
                .exchange();
    }

    private static ResponseSpec list(Person person, String number) {
        return http.get()
                .uri("/api/v1/tickets/" + number + "/attachments")
                .headers(SignedIn.headers(person))
                .exchange();
    }

    private static JsonNode ticket(Person person, String number) {
        return JsonMapper.shared()
                .readTree(http.get()
                        .uri("/api/v1/tickets/" + number)
                        .headers(SignedIn.headers(person))
                        .exchange()
                        .expectStatus()
                        .isOk()
                        .expectBody(String.class)
                        .returnResult()
                        .getResponseBody());
    }

    private static String registered(Map<String, Object> more) {
        return body(register(OPERATOR, more)).path("number").asString();
    }

    private static ResponseSpec register(Person person, Map<String, Object> more) {
        Map<String, Object> ticket =
                new HashMap<>(Map.of("channel", "PHONE", "kind", "COMPLAINT", "content", "消防通道被堵死"));
        ticket.putAll(more);
        return http.post()
                .uri("/api/v1/tickets")
                .headers(SignedIn.headers(person))
                .contentType(MediaType.APPLICATION_JSON)
                .bodyValue(ticket)
                .exchange();
    }

    private static void dispatch(String number, String lead, String... others) {
        Instant at = Instant.parse("2024-06-18T01:20:00Z");
        List<Unit> co = new ArrayList<>();
        for (String other : others) {
            co.add(new Unit(other, "协办单位"));
        }
        neighbours.tell(
                RoutingEventsIn.FAMILY,
                RoutingEvent.DISPATCH_STREAM + number,
                new TicketDispatched(
                        number,
                        new Unit(lead, "主办单位"),
                        co,
                        "EM-FIRE",
                        "消防安全",
                        "GENERAL",
                        new Rule("r", "1", "规则"),
                        new Deadlines(at, at, at),
                        new Deadlines(at, at, at),
                        "AUTO",
                        at));
        await().atMost(PATIENCE).until(() -> ticket(OPERATOR, number)
                .path("progress")
                .path("unit")
                .asString("")
                .equals("主办单位"));
    }

    private static void reply(String number, Person by, List<String> files) {
        neighbours.tell(
                RoutingEventsIn.FAMILY,
                RoutingEvent.DISPATCH_STREAM + number,
                new TicketReplied(
                        number,
                        new Unit(by.unit(), "主办单位"),
                        true,
                        true,
                        Instant.now(),
                        "SOLVED",
                        "已清理消防通道。",
                        true,
                        null,
                        files,
                        by.account(),
                        Instant.now()));
    }

    private static long acts(String action, String subject) {
        return all("audit").stream()
                .filter(act -> act.toJson().contains(action) && act.toJson().contains(subject))
                .count();
    }

    private static long count(String collection) {
        return Mono.from(service.context()
                        .getBean(MongoClient.class)
                        .getDatabase("hotline_intake")
                        .getCollection(collection)
                        .countDocuments())
                .block();
    }

    private static List<Document> all(String collection) {
        return Flux.from(service.context()
                        .getBean(MongoClient.class)
                        .getDatabase("hotline_intake")
                        .getCollection(collection)
                        .find())
                .collectList()
                .block();
    }
}
