package cn.hotline.intake;

import static cn.hotline.intake.Neighbours.header;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import cn.hotline.access.Role;
import cn.hotline.access.testing.SignedIn;
import cn.hotline.followup.contract.FollowupEvent;
import cn.hotline.followup.contract.FollowupEvent.TicketClosed;
import cn.hotline.intake.progress.kafka.FollowupEventsIn;
import cn.hotline.intake.progress.kafka.RoutingEventsIn;
import cn.hotline.routing.contract.RoutingEvent;
import cn.hotline.routing.contract.RoutingEvent.Deadlines;
import cn.hotline.routing.contract.RoutingEvent.Place;
import cn.hotline.routing.contract.RoutingEvent.Rule;
import cn.hotline.routing.contract.RoutingEvent.TicketClassified;
import cn.hotline.routing.contract.RoutingEvent.TicketDispatched;
import cn.hotline.routing.contract.RoutingEvent.Unit;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.http.MediaType;
import org.springframework.test.web.reactive.server.EntityExchangeResult;
import org.springframework.test.web.reactive.server.WebTestClient;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The service as it runs, on a real broker: topic, envelopes, groups, and the idempotency of the whole. */
class IntakeBindingsIT {

    private static final String TICKETS = "/api/v1/tickets";
    private static final Instant NOW = Instant.parse("2024-06-18T01:12:00Z");

    private static IntakeAlone service;
    private static Neighbours neighbours;
    private static WebTestClient api;

    @BeforeAll
    static void start() {
        service = new IntakeAlone(0);
        neighbours = new Neighbours(service.brokers());
        api = WebTestClient.bindToServer()
                .baseUrl(service.address())
                .defaultHeaders(SignedIn.headers(SignedIn.as(Role.OPERATOR, Role.ADMIN)))
                .responseTimeout(Duration.ofSeconds(20))
                .build();
    }

    @AfterAll
    static void stop() {
        neighbours.close();
        service.close();
    }

    @Test
    void whatIsRegisteredIsToldWithoutPersonalData() {
        String number = registered(ticket(), null);
        List<ConsumerRecord<byte[], byte[]>> told = neighbours.heard(number, 1);
        assertThat(told).singleElement().satisfies(record -> {
            assertThat(record.headers()).extracting(one -> one.key()).contains("traceparent");
            assertThat(header(record, "content-type")).isEqualTo("application/json");
            assertThat(header(record, "ce_specversion")).isEqualTo("1.0");
            assertThat(header(record, "ce_id")).isEqualTo(number + ".1");
            assertThat(header(record, "ce_type")).isEqualTo("cn.hotline.intake.ticket-registered.v1");
            assertThat(header(record, "ce_source")).isEqualTo("/intake/ticket");
            assertThat(header(record, "ce_subject")).isEqualTo(number);
            assertThat(header(record, "ce_tenant")).isEqualTo("630100");
            assertThat(header(record, "ce_sequence")).isEqualTo("1");
            assertThat(new String(record.value(), UTF_8))
                    .contains("消防通道", "c-")
                    .doesNotContain("金丝雀", "13900004321", "139 0000", "canary@example.org");
        });
    }

    @Test
    void aCallIsToldToo() {
        JsonNode call = post(
                        "/api/v1/calls",
                        Map.of(
                                "startedAt",
                                Instant.now().minusSeconds(60).toString(),
                                "outcome",
                                "SILENT",
                                "note",
                                "金丝雀"),
                        null)
                .body();
        String callId = call.path("callId").asString();
        assertThat(neighbours.heard(callId, 1)).singleElement().satisfies(record -> {
            assertThat(header(record, "ce_type")).isEqualTo("cn.hotline.intake.call-recorded.v1");
            assertThat(new String(record.value(), UTF_8)).doesNotContain("金丝雀");
        });
    }

    @Test
    void theSameKeyAndBodyGiveTheSameAnswerAgain() {
        Answer first = post(TICKETS, ticket(), "same-key");
        Answer again = post(TICKETS, ticket(), "same-key");
        assertThat(again).isEqualTo(first);
        assertThat(first.status()).isEqualTo(201);
        assertThat(first.location())
                .isEqualTo(
                        "/intake/api/v1/tickets/" + first.body().path("number").asString());
    }

    @Test
    void theSameKeyWithAnotherBodyIsRefused() {
        post(TICKETS, ticket(), "used-key");
        Map<String, Object> other = ticket();
        other.put("content", "另一件事");
        Answer refused = post(TICKETS, other, "used-key");
        assertThat(refused.status()).isEqualTo(409);
        assertThat(refused.body().path("code").asString()).isEqualTo("IDEMPOTENCY_KEY_REUSED");
    }

    @Test
    void aRefusalIsNotKeptAsTheAnswerOfAKey() {
        Map<String, Object> faulty = ticket();
        faulty.put("content", " ");
        assertThat(post(TICKETS, faulty, "put-right").status()).isEqualTo(422);
        assertThat(post(TICKETS, faulty, "put-right").status()).isEqualTo(422);
    }

    @Test
    void aMessageSentTenTimesAtOnceIsOneTicket() {
        Map<String, Object> message = ticket();
        message.put("channel", "WECHAT");
        message.put("externalId", "wx-storm");
        List<Answer> answers = Flux.range(0, 10)
                .flatMap(i ->
                        Mono.fromCallable(() -> post(TICKETS, message, null)).subscribeOn(Schedulers.boundedElastic()))
                .collectList()
                .block();
        assertThat(answers)
                .extracting(answer -> answer.body().path("number").asString())
                .hasSize(10)
                .containsOnly(answers.get(0).body().path("number").asString());
        assertThat(answers).extracting(Answer::status).containsOnlyOnce(201).contains(200);
        assertThat(neighbours.heard(answers.get(0).body().path("number").asString(), 1))
                .hasSize(1);
    }

    @Test
    void whatTheNeighboursTellIsShownWithTheTicket() {
        String number = registered(ticket(), null);
        Unit unit = new Unit("630104", "城西区政府");
        Deadlines deadlines = new Deadlines(NOW, NOW, NOW.plus(Duration.ofDays(7)));
        neighbours.tell(
                RoutingEventsIn.FAMILY,
                RoutingEvent.DISPATCH_STREAM,
                new TicketClassified(
                        number,
                        "EM-FIRE",
                        "消防安全",
                        "消防安全",
                        "URGENT",
                        new Place("630104", "城西区", "630104003", "x", null, null),
                        0.9,
                        List.of(),
                        List.of(),
                        "v1",
                        NOW));
        neighbours.tell(
                RoutingEventsIn.FAMILY,
                RoutingEvent.DISPATCH_STREAM,
                new TicketDispatched(
                        number,
                        unit,
                        List.of(),
                        "EM-FIRE",
                        "消防安全",
                        "URGENT",
                        new Rule("r", "1", "属地"),
                        deadlines,
                        deadlines,
                        "AUTO",
                        NOW));
        awaitTicket(number, ticket -> {
            assertThat(ticket.at("/progress/unit").asString()).isEqualTo("城西区政府");
            assertThat(ticket.at("/progress/finishBy").asString()).isEqualTo("2024-06-25T09:12:00+08:00");
            assertThat(ticket.at("/progress/steps").size()).isEqualTo(1);
            assertThat(ticket.at("/category/code").asString()).isEqualTo("EM-FIRE");
            assertThat(ticket.at("/place/county").asString()).isEqualTo("城西区");
            assertThat(ticket.at("/version").asInt()).isEqualTo(1);
        });
        assertThat(get(TICKETS + "?category=EM-FIRE&county=630104&q=" + number)
                        .at("/total")
                        .asInt())
                .isEqualTo(1);

        neighbours.tell(
                FollowupEventsIn.FAMILY,
                FollowupEvent.REVISIT_STREAM,
                new TicketClosed(number, "REVISITED", NOW.plusSeconds(60)));
        awaitTicket(number, ticket -> assertThat(ticket.at("/status/code").asString())
                .isEqualTo("CLOSED"));
    }

    @Test
    void isHealthyAndCountsWhatItSends() {
        api.get().uri("/actuator/health/readiness").exchange().expectStatus().isOk();
        api.get()
                .uri("/actuator/prometheus")
                .exchange()
                .expectBody(String.class)
                .value(text -> assertThat(text).contains("hotline_outbox_sent_total"));
    }

    private static void awaitTicket(String number, Consumer<JsonNode> shown) {
        await().atMost(Duration.ofSeconds(30)).untilAsserted(() -> shown.accept(get(TICKETS + "/" + number)));
    }

    private static String registered(Map<String, Object> ticket, @Nullable String key) {
        Answer answer = post(TICKETS, ticket, key);
        assertThat(answer.status()).isEqualTo(201);
        return answer.body().path("number").asString();
    }

    private static Answer post(String path, Map<String, ?> body, @Nullable String key) {
        EntityExchangeResult<byte[]> result = api.post()
                .uri(path)
                .contentType(MediaType.APPLICATION_JSON)
                .headers(headers -> {
                    if (key != null) {
                        headers.set("Idempotency-Key", key);
                    }
                })
                .bodyValue(body)
                .exchange()
                .expectBody()
                .returnResult();
        return new Answer(
                result.getStatus().value(),
                result.getResponseHeaders().getFirst("Location"),
                JsonMapper.shared().readTree(result.getResponseBody()));
    }

    private static JsonNode get(String path) {
        byte[] body = api.get().uri(path).exchange().expectBody().returnResult().getResponseBody();
        return JsonMapper.shared().readTree(body);
    }

    private static Map<String, Object> ticket() {
        return new TreeMap<>(Map.of(
                "channel", "PHONE",
                "kind", "COMPLAINT",
                "content", "消防通道被堵死。我是金丝雀，回电 139 0000 4321 或 canary@example.org。",
                "place", Map.of("text", "海湖花园金丝雀家"),
                "caller", Map.of("name", "金丝雀", "phone", "13900004321")));
    }

    record Answer(int status, @Nullable String location, JsonNode body) {}
}
