package cn.hotline.routing;

import cn.hotline.access.Person;
import cn.hotline.access.testing.SignedIn;
import cn.hotline.chassis.Cause;
import cn.hotline.chassis.event.EventFamily;
import cn.hotline.chassis.testing.MemoryStore;
import cn.hotline.followup.contract.FollowupEvent;
import cn.hotline.intake.contract.IntakeEvent;
import cn.hotline.routing.contract.RoutingEvent;
import cn.hotline.routing.dispatch.Tickets;
import cn.hotline.routing.dispatch.kafka.FollowupEventsIn;
import cn.hotline.routing.dispatch.kafka.IntakeEventsIn;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.kafka.test.EmbeddedKafkaKraftBroker;
import org.springframework.test.web.reactive.server.WebTestClient;

/**
 * The whole service on a real broker and a store in memory, for tests and for looking at its pages: run
 * {@link #main}.
 */
final class RunningRouting implements AutoCloseable {

    private final EmbeddedKafkaKraftBroker kafka =
            new EmbeddedKafkaKraftBroker(1, 3, IntakeEvent.TOPIC, RoutingEvent.TOPIC, FollowupEvent.TOPIC);
    private final MemoryStore store = new MemoryStore();
    private final ConfigurableApplicationContext context;
    private final KafkaProducer<byte[], byte[]> producer;
    private final Map<String, Long> sequences = new HashMap<>();

    RunningRouting(int port) {
        kafka.afterPropertiesSet();
        context = new SpringApplicationBuilder(RoutingApplication.class)
                .properties(Map.of("spring.config.name", "routing-service"))
                .run(SignedIn.settings(
                        "--server.port=" + port,
                        "--spring.kafka.bootstrap-servers=" + kafka.getBrokersAsString(),
                        "--spring.mongodb.uri=" + store.uri()));
        producer = new KafkaProducer<>(
                Map.of("bootstrap.servers", kafka.getBrokersAsString()),
                new ByteArraySerializer(),
                new ByteArraySerializer());
    }

    /** Starts on the service's own port with a few tickets; ends with the process. */
    public static void main(String[] arguments) throws InterruptedException {
        RunningRouting routing = new RunningRouting(8082);
        Runtime.getRuntime().addShutdownHook(new Thread(routing::close));
        for (int i = 1; i <= 6; i++) {
            routing.told(Tickets.plain("XN261123-00010" + i));
        }
        routing.told(Tickets.unclear("XN261123-000201"));
        routing.told(Tickets.registered("XN261123-000202", "小区门口夜间噪音扰民", "小区门口烧烤摊凌晨还在放音响，噪音很大，影响老人休息。", null, null));
        routing.told(Tickets.emergency("XN261123-000203"));
        Thread.currentThread().join();
    }

    ConfigurableApplicationContext context() {
        return context;
    }

    String address() {
        return "http://127.0.0.1:" + port() + "/routing";
    }

    /** Asks it as somebody who is signed in. */
    WebTestClient as(Person person) {
        return WebTestClient.bindToServer()
                .baseUrl(address())
                .defaultHeaders(SignedIn.headers(person))
                .responseTimeout(Duration.ofSeconds(20))
                .codecs(codecs -> codecs.defaultCodecs().maxInMemorySize(4 << 20))
                .build();
    }

    int port() {
        return Integer.parseInt(context.getEnvironment().getRequiredProperty("local.server.port"));
    }

    String brokers() {
        return kafka.getBrokersAsString();
    }

    <T> T bean(Class<T> type) {
        return context.getBean(type);
    }

    /** Tells an event as intake would. */
    void told(IntakeEvent event) {
        send(IntakeEventsIn.FAMILY, event, IntakeEvent.TICKET_STREAM);
    }

    /** Tells an event as followup would. */
    void told(FollowupEvent event) {
        send(FollowupEventsIn.FAMILY, event, FollowupEvent.REVISIT_STREAM);
    }

    private <E> void send(EventFamily<E> family, E event, String stream) {
        long sequence = sequences.merge(stream + family.subjectOf(event), 1L, Long::sum);
        var told = family.tell(event, stream, sequence, Cause.command("630100", "test", null, null));
        try {
            producer.send(EventFamily.record(family.topic(), told)).get(10, TimeUnit.SECONDS);
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
