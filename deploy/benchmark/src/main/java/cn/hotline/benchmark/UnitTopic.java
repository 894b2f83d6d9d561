package cn.hotline.benchmark;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;

/** What the system of one unit has been told by its topic. */
final class UnitTopic implements AutoCloseable {

    private static final String GIVEN = "cn.hotline.routing.dispatch-given.v1";
    private static final Duration PATIENCE = Duration.ofSeconds(1);

    private final KafkaConsumer<String, byte[]> consumer;
    private final Map<String, Integer> given = new HashMap<>();

    UnitTopic(String servers, String unit) {
        consumer = new KafkaConsumer<>(
                Map.of(ConsumerConfig.BOOTSTRAP_SERVERS_CONFIG, servers),
                new StringDeserializer(),
                new ByteArrayDeserializer());
        List<TopicPartition> whole = List.of(new TopicPartition("hotline.dispatch." + unit, 0));
        consumer.assign(whole);
        consumer.seekToBeginning(whole);
    }

    /** Reads what has come since. */
    Told given(Set<String> numbers) {
        ConsumerRecords<String, byte[]> records = consumer.poll(PATIENCE);
        while (!records.isEmpty()) {
            for (ConsumerRecord<String, byte[]> record : records) {
                Header type = record.headers().lastHeader("ce_type");
                if (type != null && GIVEN.equals(new String(type.value(), UTF_8))) {
                    given.merge(record.key(), 1, Integer::sum);
                }
            }
            records = consumer.poll(PATIENCE);
        }
        return new Told(
                numbers.stream().filter(given::containsKey).count(),
                numbers.stream()
                        .mapToInt(number -> given.getOrDefault(number, 1) - 1)
                        .sum());
    }

    @Override
    public void close() {
        consumer.close();
    }

    /**
     * @param found how many of them it was told of
     * @param again how often it was told of one once more
     */
    record Told(long found, long again) {}
}
