package cn.hotline.reporting;

import cn.hotline.access.testing.SignedIn;
import cn.hotline.chassis.Cause;
import cn.hotline.chassis.event.EventFamily;
import cn.hotline.chassis.testing.MemoryStore;
import cn.hotline.followup.contract.FollowupEvent;
import cn.hotline.intake.contract.IntakeEvent;
import cn.hotline.intake.contract.IntakeEvent.CallRecorded;
import cn.hotline.reporting.contract.ReportingEvent;
import cn.hotline.reporting.ledger.kafka.FollowupEventsIn;
import cn.hotline.reporting.ledger.kafka.IntakeEventsIn;
import cn.hotline.reporting.ledger.kafka.RoutingEventsIn;
import cn.hotline.routing.contract.RoutingEvent;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.kafka.test.EmbeddedKafkaKraftBroker;

/**
 * The whole service on a real broker and a store in memory, for tests and for looking at its pages: run {@link #main}.
 */
final class RunningReporting implements AutoCloseable {

    private final EmbeddedKafkaKraftBroker kafka = new EmbeddedKafkaKraftBroker(
            1, 3, IntakeEvent.TOPIC, RoutingEvent.TOPIC, FollowupEvent.TOPIC, ReportingEvent.TOPIC);
    private final MemoryStore store = new MemoryStore();
    private final ConfigurableApplicationContext context;
    private final KafkaProducer<byte[], byte[]> producer;
    private final Map<String, Long> sequences = new HashMap<>();
    private final List<ProducerRecord<byte[], byte[]>> sent = new ArrayList<>();

    RunningReporting(int port) {
        kafka.afterPropertiesSet();
        context = new SpringApplicationBuilder(ReportingApplication.class)
                .properties(Map.of("spring.config.name", "reporting-service"))
                .run(SignedIn.settings(
                        "--server.port=" + port,
                        "--hotline.reporting.draft-freshness=0s",
                        "--spring.kafka.bootstrap-servers=" + kafka.getBrokersAsString(),
                        "--spring.mongodb.uri=" + store.uri()));
        producer = new KafkaProducer<>(
                Map.of("bootstrap.servers", kafka.getBrokersAsString()),
                new ByteArraySerializer(),
                new ByteArraySerializer());
    }

    /** A few tickets of {@link Told#DAY}, to look at on port 8084 until the process is ended. */
    public static void main(String[] arguments) {
        RunningReporting reporting = new RunningReporting(8084);
        String[] channels = {"PHONE", "PHONE", "PHONE", "WECHAT", "MAYOR_MAILBOX", "FIRE_BRIGADE"};
        String[] categories = {"HC-PROPERTY", "MS-CONSUMER", "EE-NOISE", "HC-PROPERTY", "UM-LAMP", "EM-FIRE"};
        for (int i = 0; i < 300; i++) {
            String number = "XN240618-%06d".formatted(i);
            Told.Contact contact =
                    Told.through(channels[i % 6]).of(categories[i % 6]).by("caller-" + i);
            Told.Contact placed = i % 30 == 2 ? contact.from("630102002008") : contact;
            Told.Contact marked =
                    i % 6 == 5 ? placed.hazard("FIRE_SAFETY") : i % 20 == 0 ? placed.hazard("GAS") : placed;
            reporting.told(i % 3 == 0 ? marked.registered(number) : marked.answered(number));
            if (i % 3 == 0) {
                reporting.told(Told.classified(number, categories[i % 6], null));
                reporting.told(Told.dispatched(number, categories[i % 6], null));
                reporting.told(Told.revisited(number, 1, "SATISFIED", Told.TEN.plusSeconds(9_000)));
            }
        }
        reporting.told(Told.call("call-1", Told.TEN, "PROGRESS"));
    }

    ConfigurableApplicationContext context() {
        return context;
    }

    String address() {
        return "http://127.0.0.1:" + port() + "/reporting";
    }

    int port() {
        return Integer.parseInt(context.getEnvironment().getRequiredProperty("local.server.port"));
    }

    String brokers() {
        return kafka.getBrokersAsString();
    }

    /** Tells an event as its publisher would. */
    void told(Object event) {
        if (event instanceof IntakeEvent told) {
            send(
                    IntakeEventsIn.FAMILY,
                    told,
                    told instanceof CallRecorded ? IntakeEvent.CALL_STREAM : IntakeEvent.TICKET_STREAM);
        } else if (event instanceof RoutingEvent told) {
            send(RoutingEventsIn.FAMILY, told, RoutingEvent.DISPATCH_STREAM);
        } else {
            send(FollowupEventsIn.FAMILY, (FollowupEvent) event, FollowupEvent.REVISIT_STREAM);
        }
    }

    /** Sends everything that was sent so far once more, as a relay that did not hear the acknowledgement would. */
    void everythingAgain() {
        sent.forEach(this::send);
    }

    private <E> void send(EventFamily<E> family, E event, String stream) {
        long sequence = sequences.merge(stream + family.subjectOf(event), 1L, Long::sum);
        var told = family.tell(event, stream, sequence, Cause.command("630100", "test", null, null));
        ProducerRecord<byte[], byte[]> record = EventFamily.record(family.topic(), told);
        sent.add(record);
        send(record);
    }

    private void send(ProducerRecord<byte[], byte[]> record) {
        try {
            producer.send(record).get(10, TimeUnit.SECONDS);
        } catch (Exception failed) {
            throw new IllegalStateException(failed);
        }
    }

    @Override
    public void close() {
        producer.close();
        context.close();
        store.close();
        kafka.destroy();
    }
}
