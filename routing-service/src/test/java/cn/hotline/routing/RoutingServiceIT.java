package cn.hotline.routing;

import static org.assertj.core.api.Assertions.assertThat;

import cn.hotline.access.Role;
import cn.hotline.access.testing.SignedIn;
import cn.hotline.followup.contract.FollowupEvent.TicketClosed;
import cn.hotline.followup.contract.FollowupEvent.TicketReopened;
import cn.hotline.routing.contract.RoutingEvent;
import cn.hotline.routing.dispatch.Tickets;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.http.MediaType;
import org.springframework.test.web.reactive.server.WebTestClient;

/** The service as it runs: bindings, groups, store, relay, HTTP. */
class RoutingServiceIT {

    private static RunningRouting routing;
    private static WebTestClient http;
    private static WebTestClient centre;

    @BeforeAll
    static void start() {
        routing = new RunningRouting(0);
        http = routing.as(SignedIn.as(Role.DISPATCHER, Role.ADMIN));
        centre = routing.as(SignedIn.unit("630103"));
    }

    @AfterAll
    static void stop() {
        routing.close();
    }

    @Test
    void aRegisteredTicketGoesToItsUnitAndIsAnsweredReopenedAndClosed() {
        routing.told(Tickets.plain("XN261123-000001"));
        await("XN261123-000001", "DISPATCHED");

        post(centre, "/api/v1/dispatches/XN261123-000001/acknowledge", "{}")
                .expectStatus()
                .isOk()
                .expectBody()
                .jsonPath("$.status.code")
                .isEqualTo("IN_PROGRESS");
        post(centre, "/api/v1/dispatches/XN261123-000001/reply", REPLY)
                .expectStatus()
                .isOk()
                .expectBody()
                .jsonPath("$.status.code")
                .isEqualTo("PENDING_FOLLOWUP");

        routing.told(new TicketReopened("XN261123-000001", "楼道仍未清扫", 2, Instant.now()));
        await("XN261123-000001", "SECOND_HANDLING");
        post(centre, "/api/v1/dispatches/XN261123-000001/reply", REPLY)
                .expectStatus()
                .isOk();
        routing.told(new TicketClosed("XN261123-000001", "REVISITED", Instant.now()));
        await("XN261123-000001", "CLOSED");

        assertThat(toldOf("XN261123-000001"))
                .containsExactly(
                        "1 cn.hotline.routing.ticket-classified.v1",
                        "2 cn.hotline.routing.ticket-dispatched.v1",
                        "3 cn.hotline.routing.ticket-acknowledged.v1",
                        "4 cn.hotline.routing.ticket-replied.v1",
                        "5 cn.hotline.routing.reply-decided.v1",
                        "6 cn.hotline.routing.ticket-replied.v1",
                        "7 cn.hotline.routing.reply-decided.v1");
    }

    @Test
    void anUnclearTicketWaitsForADispatcher() {
        routing.told(Tickets.unclear("XN261123-000002"));
        await("XN261123-000002", "PENDING_DISPATCH");

        post("/api/v1/dispatches/XN261123-000002/dispatch", "{\"unit\":\"630103\",\"category\":\"EE-NOISE\"}")
                .expectStatus()
                .isOk()
                .expectBody()
                .jsonPath("$.unit.name")
                .isEqualTo("城中区政府")
                .jsonPath("$.category.term")
                .isEqualTo("噪音")
                .jsonPath("$.deadlines.finishBy")
                .exists();
    }

    @Test
    void theListsAnswerOverHttp() {
        for (String path : List.of("/units", "/categories", "/catalogue", "/time-limits")) {
            http.get()
                    .uri("/api/v1" + path)
                    .exchange()
                    .expectStatus()
                    .isOk()
                    .expectBody()
                    .jsonPath("$.items.length()")
                    .value(Integer.class, count -> assertThat(count).isGreaterThan(5));
        }
    }

    @Test
    void aCommandSentAgainWithItsKeyIsDoneOnce() {
        routing.told(Tickets.plain("XN261123-000003"));
        await("XN261123-000003", "DISPATCHED");
        for (int time = 0; time < 2; time++) {
            centre.post()
                    .uri("/api/v1/dispatches/XN261123-000003/acknowledge")
                    .header("Idempotency-Key", "k-1")
                    .contentType(MediaType.APPLICATION_JSON)
                    .bodyValue("{}")
                    .exchange()
                    .expectStatus()
                    .isOk()
                    .expectBody()
                    .jsonPath("$.version")
                    .isEqualTo(2);
        }
    }

    private static final String REPLY = """
            {"verified":true,"contacted":true,"contactedAt":"2026-01-05T09:30:00+08:00","outcome":"SOLVED",
             "account":"物业科到现场，责令物业公司当天清运楼道垃圾。","publicReply":"物业公司当天清运了楼道垃圾，以后每天清扫一次楼道。"}
            """;

    private static WebTestClient.ResponseSpec post(String path, String body) {
        return post(http, path, body);
    }

    private static WebTestClient.ResponseSpec post(WebTestClient by, String path, String body) {
        return by.post()
                .uri(path)
                .contentType(MediaType.APPLICATION_JSON)
                .bodyValue(body)
                .exchange();
    }

    private static void await(String number, String status) {
        Awaitility.await().atMost(Duration.ofSeconds(30)).until(() -> http.get()
                .uri("/api/v1/dispatches/" + number)
                .exchange()
                .expectBody(String.class)
                .returnResult()
                .getResponseBody()
                .contains("\"status\":{\"code\":\"" + status + "\""));
    }

    /** Sequence and type of what is told of a ticket, as a reader sees it who skips what it has met. */
    private static List<String> toldOf(String number) {
        List<String> told = new ArrayList<>();
        try (var consumer = new KafkaConsumer<>(
                Map.of("bootstrap.servers", routing.brokers(), "group.id", "test", "auto.offset.reset", "earliest"),
                new ByteArrayDeserializer(),
                new ByteArrayDeserializer())) {
            consumer.subscribe(List.of(RoutingEvent.TOPIC));
            Awaitility.await().atMost(Duration.ofSeconds(30)).until(() -> {
                consumer.poll(Duration.ofMillis(200)).forEach(entry -> {
                    String sequence = header(entry.headers().lastHeader("ce_sequence"));
                    if (new String(entry.key(), StandardCharsets.UTF_8).equals(number)
                            && Integer.parseInt(sequence) > told.size()) {
                        told.add(sequence + " " + header(entry.headers().lastHeader("ce_type")));
                    }
                });
                return told.size() >= 7;
            });
        }
        return told;
    }

    private static String header(Header header) {
        return new String(header.value(), StandardCharsets.UTF_8);
    }
}
