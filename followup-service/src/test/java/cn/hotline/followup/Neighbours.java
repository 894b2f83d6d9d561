package cn.hotline.followup;

import static java.nio.charset.StandardCharsets.UTF_8;

import cn.hotline.chassis.Cause;
import cn.hotline.chassis.event.EventFamily;
import cn.hotline.chassis.event.EventFamily.Told;
import cn.hotline.followup.revisit.kafka.IntakeEventsIn;
import cn.hotline.followup.revisit.kafka.RoutingEventsIn;
import cn.hotline.intake.contract.IntakeEvent;
import cn.hotline.routing.contract.RoutingEvent;
import java.util.HashMap;
import java.util.Map;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;

/** Tells on Kafka what intake and routing would, with dense sequences per ticket. */
final class Neighbours implements AutoCloseable {

    private static final Cause CAUSE = Cause.command("630100", "test", null, null);

    private final Producer<byte[], byte[]> producer;
    private final Map<String, Long> sequences = new HashMap<>();

    Neighbours(String brokers) {
        producer = new KafkaProducer<>(
                Map.of(ProducerConfig.BOOTSTRAP_SERVERS_CONFIG, brokers),
                new ByteArraySerializer(),
                new ByteArraySerializer());
    }

    void tell(IntakeEvent event) {
        tell(IntakeEventsIn.FAMILY, IntakeEvent.TICKET_STREAM, event);
    }

    void tell(RoutingEvent event) {
        tell(RoutingEventsIn.FAMILY, RoutingEvent.DISPATCH_STREAM, event);
    }

    /** A record that no version of anybody ever told. */
    void tellGibberish(String number) {
        producer.send(new ProducerRecord<>(RoutingEvent.TOPIC, number.getBytes(UTF_8), "?".getBytes(UTF_8)));
        producer.flush();
    }

    private <E> void tell(EventFamily<E> family, String stream, E event) {
        long sequence = sequences.merge(stream + family.subjectOf(event), 1L, Long::sum);
        Told told = family.tell(event, stream, sequence, CAUSE);
        // Everything twice: Kafka delivers at least once.
        producer.send(EventFamily.record(family.topic(), told));
        producer.send(EventFamily.record(family.topic(), told));
        producer.flush();
    }

    @Override
    public void close() {
        producer.close();
    }
}
