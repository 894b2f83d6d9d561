package cn.hotline.intake;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.awaitility.Awaitility.await;

import cn.hotline.chassis.Cause;
import cn.hotline.chassis.event.EventFamily;
import cn.hotline.chassis.event.EventFamily.Told;
import cn.hotline.intake.contract.IntakeEvent;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;

/** The other services, as intake meets them on Kafka: they tell their events, and hear intake's. */
final class Neighbours implements AutoCloseable {

    private final Producer<byte[], byte[]> producer;
    private final KafkaConsumer<byte[], byte[]> consumer;
    private final List<ConsumerRecord<byte[], byte[]>> heard = new ArrayList<>();
    private long sequence;

    Neighbours(String brokers) {
        producer = new KafkaProducer<>(
                Map.of(ProducerConfig.BOOTSTRAP_SERVERS_CONFIG, brokers),
                new ByteArraySerializer(),
                new ByteArraySerializer());
        consumer = new KafkaConsumer<>(
                Map.of(
                        ConsumerConfig.BOOTSTRAP_SERVERS_CONFIG, brokers,
                        ConsumerConfig.GROUP_ID_CONFIG, "test",
                        ConsumerConfig.AUTO_OFFSET_RESET_CONFIG, "earliest"),
                new ByteArrayDeserializer(),
                new ByteArrayDeserializer());
        consumer.subscribe(List.of(IntakeEvent.TOPIC));
    }

    /** Tells an event, twice: Kafka delivers at least once. */
    <E> void tell(EventFamily<E> family, String stream, E event) {
        Told told = family.tell(event, stream, ++sequence, Cause.command("630100", "test", null, null));
        producer.send(EventFamily.record(family.topic(), told));
        producer.send(EventFamily.record(family.topic(), told));
        producer.flush();
    }

    /** What intake has told of a ticket or a call, once there are so many events. */
    List<ConsumerRecord<byte[], byte[]>> heard(String number, int count) {
        await().atMost(Duration.ofSeconds(30)).until(() -> {
            consumer.poll(Duration.ofMillis(100)).forEach(heard::add);
            return of(number).count() >= count;
        });
        return of(number).toList();
    }

    static String header(ConsumerRecord<byte[], byte[]> record, String name) {
        return new String(record.headers().lastHeader(name).value(), UTF_8);
    }

    private Stream<ConsumerRecord<byte[], byte[]>> of(String number) {
        return heard.stream().filter(record -> new String(record.key(), UTF_8).equals(number));
    }

    @Override
    public void close() {
        producer.close();
        consumer.close();
    }
}
