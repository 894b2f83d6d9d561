package cn.hotline.evaluation;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Predicate;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A unit's system as its makers would write it: Kafka's own clients with a user and a password, nothing of ours. */
final class UnitsSystem implements AutoCloseable {

    private static final JsonMapper JSON = new JsonMapper();
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final String unit;
    private final Map<String, Object> connection;
    private final KafkaProducer<String, byte[]> producer;
    private final KafkaConsumer<String, byte[]> consumer;
    private final List<Heard> heard = new ArrayList<>();

    /** @param registered what the hotline answered when the system was registered */
    UnitsSystem(String unit, JsonNode registered) {
        this(
                unit,
                registered.path("kafka").path("servers").asString(),
                registered.path("kafka").path("user").asString(),
                registered.path("kafka").path("password").asString());
    }

    UnitsSystem(String unit, String servers, String user, String password) {
        this.unit = unit;
        this.connection = Map.of(
                "bootstrap.servers",
                servers,
                "security.protocol",
                "SASL_PLAINTEXT",
                "sasl.mechanism",
                "SCRAM-SHA-512",
                "sasl.jaas.config",
                "org.apache.kafka.common.security.scram.ScramLoginModule required username=\"" + user + "\" password=\""
                        + password + "\";");
        this.producer = new KafkaProducer<>(connection, new StringSerializer(), new ByteArraySerializer());
        this.consumer = reading("hotline.dispatch." + unit, "unit-" + unit + ".inbox");
    }

    /** A consumer of that topic, in that group. */
    KafkaConsumer<String, byte[]> reading(String topic, String group) {
        Map<String, Object> settings = new HashMap<>(connection);
        settings.put("group.id", group);
        settings.put("auto.offset.reset", "earliest");
        var reading = new KafkaConsumer<>(settings, new StringDeserializer(), new ByteArrayDeserializer());
        reading.subscribe(List.of(topic));
        return reading;
    }

    /** Writes an act under a new id. */
    String act(String name, String number, String json) throws Exception {
        String id = UUID.randomUUID().toString();
        act(id, name, number, json);
        return id;
    }

    void act(String id, String name, String number, String json) throws Exception {
        send(
                "hotline.handling." + unit,
                number,
                Map.of("ce_id", id, "ce_type", "cn.hotline.unit." + name + ".v1", "ce_subject", number),
                json.getBytes(UTF_8));
    }

    /** @throws ExecutionException when the broker refuses it */
    void send(String topic, String key, Map<String, String> headers, byte[] body)
            throws ExecutionException, InterruptedException, TimeoutException {
        var record = new ProducerRecord<>(topic, key, body);
        headers.forEach((name, value) -> record.headers().add(name, value.getBytes(UTF_8)));
        producer.send(record).get(30, TimeUnit.SECONDS);
    }

    /** What it was told first that is like this, waiting for it where it has not come. */
    Heard await(Predicate<Heard> wanted) {
        long giveUpAt = System.nanoTime() + PATIENCE.toNanos();
        while (heard.stream().noneMatch(wanted) && System.nanoTime() < giveUpAt) {
            for (ConsumerRecord<String, byte[]> record : consumer.poll(Duration.ofMillis(200))) {
                heard.add(Heard.of(record));
            }
        }
        return heard.stream()
                .filter(wanted)
                .findFirst()
                .orElseThrow(() -> new AssertionError("not told; but " + heard));
    }

    /** All it was told so far. */
    List<Heard> heard() {
        return List.copyOf(heard);
    }

    @Override
    public void close() {
        producer.close(Duration.ZERO);
        consumer.close();
    }

    record Heard(String id, String type, String subject, long sequence, JsonNode body) {

        static Heard of(ConsumerRecord<String, byte[]> record) {
            return new Heard(
                    header(record, "ce_id"),
                    header(record, "ce_type"),
                    header(record, "ce_subject"),
                    Long.parseLong(header(record, "ce_sequence")),
                    JSON.readTree(record.value()));
        }

        private static String header(ConsumerRecord<String, byte[]> record, String name) {
            Header header = record.headers().lastHeader(name);
            return new String(header.value(), UTF_8);
        }

        /** Whether it is of that kind, about that. */
        boolean is(String name, String about) {
            return type.equals("cn.hotline.routing." + name + ".v1") && subject.equals(about);
        }
    }
}
