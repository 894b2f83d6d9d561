package cn.hotline.followup;

import cn.hotline.access.testing.SignedIn;
import cn.hotline.chassis.testing.MemoryStore;
import cn.hotline.followup.contract.FollowupEvent;
import cn.hotline.intake.contract.IntakeEvent;
import cn.hotline.routing.contract.RoutingEvent;
import java.time.Instant;
import org.springframework.boot.web.server.reactive.context.ReactiveWebServerApplicationContext;
import org.springframework.kafka.test.EmbeddedKafkaBroker;
import org.springframework.kafka.test.EmbeddedKafkaKraftBroker;

/** The real service on a real broker and a document store in memory, without the other services. */
final class FollowupAlone implements AutoCloseable {

    private final EmbeddedKafkaBroker broker =
            new EmbeddedKafkaKraftBroker(1, 12, IntakeEvent.TOPIC, RoutingEvent.TOPIC, FollowupEvent.TOPIC);
    private final MemoryStore store = new MemoryStore();
    private final ReactiveWebServerApplicationContext service;

    /** Runs it on port 8083 with a few tickets to revisit, until it is stopped. */
    public static void main(String[] arguments) {
        FollowupAlone alone = new FollowupAlone(8083);
        try (Neighbours neighbours = alone.neighbours()) {
            Instant replied = Instant.now().minusSeconds(7_200);
            for (int i = 1; i <= 12; i++) {
                String number = "XN240618-%06d".formatted(i);
                neighbours.tell(Story.registered(number, i % 6 != 0));
                neighbours.tell(Story.replied(number, i % 4 == 0 ? "EXPLAINED" : "SOLVED", replied));
                neighbours.tell(Story.accepted(number, replied.plusSeconds(60L * i)));
            }
        }
        System.out.println(alone.address() + "/revisits");
    }

    /** @param port 0 for any free one */
    FollowupAlone(int port) {
        broker.afterPropertiesSet();
        service = (ReactiveWebServerApplicationContext) FollowupApplication.application()
                .run(SignedIn.settings(
                        "--server.port=" + port,
                        "--spring.mongodb.uri=" + store.uri(),
                        "--spring.kafka.bootstrap-servers=" + broker.getBrokersAsString()));
    }

    ReactiveWebServerApplicationContext context() {
        return service;
    }

    String address() {
        return "http://127.0.0.1:" + service.getWebServer().getPort() + "/followup";
    }

    String brokers() {
        return broker.getBrokersAsString();
    }

    Neighbours neighbours() {
        return new Neighbours(brokers());
    }

    @Override
    public void close() {
        service.close();
        store.close();
        broker.destroy();
    }
}
