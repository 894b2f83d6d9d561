package cn.hotline.followup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import cn.hotline.access.Role;
import cn.hotline.access.testing.SignedIn;
import cn.hotline.followup.contract.FollowupEvent;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.test.web.reactive.server.WebTestClient;

/** The service as it runs, on a real broker: topics, group, envelopes in and out. */
class FollowupBindingsIT {

    private static final String HAPPY = """
            {"contacted": true, "solved": "YES", "satisfaction": "SATISFIED", "words": "打过电话 13800001234，谢谢"}""";

    private static FollowupAlone service;
    private static Neighbours neighbours;
    private static WebTestClient api;

    @BeforeAll
    static void start() {
        service = new FollowupAlone(0);
        neighbours = service.neighbours();
        api = WebTestClient.bindToServer()
                .baseUrl(service.address())
                .defaultHeaders(SignedIn.headers(SignedIn.as(Role.REVISITOR, Role.ADMIN)))
                .responseTimeout(Duration.ofSeconds(20))
                .build();
    }

    @AfterAll
    static void stop() {
        neighbours.close();
        service.close();
    }

    @Test
    void fromTheAcceptedReplyToTheClosedTicket() {
        neighbours.tell(Story.registered());
        neighbours.tell(Story.replied());
        neighbours.tell(Story.accepted());

        await().atMost(Duration.ofSeconds(30)).untilAsserted(() -> api.get()
                .uri("/api/v1/revisits/{number}", Story.NUMBER)
                .exchange()
                .expectStatus()
                .isOk()
                .expectBody()
                .jsonPath("$.status.code")
                .isEqualTo("SCHEDULED")
                .jsonPath("$.title")
                .isEqualTo("2 单元楼道照明不亮")
                .jsonPath("$.unit.name")
                .isEqualTo("城西区人民政府"));

        api.post()
                .uri("/api/v1/revisits/{number}/verdict", Story.NUMBER)
                .header("Content-Type", "application/json")
                .bodyValue(HAPPY)
                .exchange()
                .expectStatus()
                .isOk();

        List<ConsumerRecord<byte[], byte[]>> told = told(2);
        assertThat(told)
                .extracting(record -> header(record, "ce_type"))
                .containsExactly("cn.hotline.followup.revisit-recorded.v1", "cn.hotline.followup.ticket-closed.v1");
        assertThat(told).allSatisfy(record -> {
            assertThat(new String(record.key(), StandardCharsets.UTF_8)).isEqualTo(Story.NUMBER);
            assertThat(header(record, "ce_tenant")).isEqualTo("630100");
            assertThat(new String(record.value(), StandardCharsets.UTF_8)).doesNotContain("1380", "谢谢");
        });
    }

    @Test
    void whatCannotBeUnderstoodIsParkedAndHoldsUpNobodyElse() {
        neighbours.tellGibberish("XN240618-000666");
        neighbours.tell(Story.replied("XN240618-000777", "SOLVED", Story.REPLIED));

        await().atMost(Duration.ofSeconds(30)).untilAsserted(() -> {
            api.get()
                    .uri("/api/v1/revisits/XN240618-000777")
                    .exchange()
                    .expectStatus()
                    .isOk();
            api.get()
                    .uri("/api/v1/dead-letters")
                    .exchange()
                    .expectBody()
                    .jsonPath("$[?(@.topic == 'hotline.routing')].waiting")
                    .isEqualTo(1);
        });
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

    private static List<ConsumerRecord<byte[], byte[]>> told(int count) {
        List<ConsumerRecord<byte[], byte[]>> told = new ArrayList<>();
        Map<String, Object> settings = Map.of(
                ConsumerConfig.BOOTSTRAP_SERVERS_CONFIG, service.brokers(),
                ConsumerConfig.GROUP_ID_CONFIG, "test",
                ConsumerConfig.AUTO_OFFSET_RESET_CONFIG, "earliest");
        try (var consumer = new KafkaConsumer<>(settings, new ByteArrayDeserializer(), new ByteArrayDeserializer())) {
            consumer.subscribe(List.of(FollowupEvent.TOPIC));
            await().atMost(Duration.ofSeconds(30)).until(() -> {
                consumer.poll(Duration.ofMillis(200)).forEach(told::add);
                return told.size() >= count;
            });
        }
        return told;
    }

    private static String header(ConsumerRecord<byte[], byte[]> record, String name) {
        return new String(record.headers().lastHeader(name).value(), StandardCharsets.UTF_8);
    }
}
