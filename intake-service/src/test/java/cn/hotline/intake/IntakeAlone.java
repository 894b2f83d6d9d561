package cn.hotline.intake;

import cn.hotline.access.testing.SignedIn;
import cn.hotline.chassis.testing.MemoryStore;
import cn.hotline.followup.contract.FollowupEvent;
import cn.hotline.intake.contract.IntakeEvent;
import cn.hotline.routing.contract.RoutingEvent;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.springframework.boot.web.server.reactive.context.ReactiveWebServerApplicationContext;
import org.springframework.kafka.test.EmbeddedKafkaBroker;
import org.springframework.kafka.test.EmbeddedKafkaKraftBroker;

/** The real service on a real broker and a document store in memory, without the other services. */
public final class IntakeAlone implements AutoCloseable {

    private final EmbeddedKafkaBroker broker =
            new EmbeddedKafkaKraftBroker(1, 12, IntakeEvent.TOPIC, RoutingEvent.TOPIC, FollowupEvent.TOPIC);
    private final MemoryStore store = new MemoryStore();
    private final Path keys = keys();
    private final ReactiveWebServerApplicationContext service;

    /** @param port 0 for any free one */
    public IntakeAlone(int port) {
        broker.afterPropertiesSet();
        service = (ReactiveWebServerApplicationContext) IntakeApplication.application()
                .run(SignedIn.settings(
                        "--server.port=" + port,
                        "--spring.mongodb.uri=" + store.uri(),
                        "--hotline.intake.keys=" + keys,
                        "--spring.kafka.bootstrap-servers=" + brokers()));
    }

    /** Runs until it is ended; to look at the pages. */
    public static void main(String[] arguments) {
        IntakeAlone intake = new IntakeAlone(8081);
        Runtime.getRuntime().addShutdownHook(new Thread(intake::close));
    }

    private static Path keys() {
        try {
            return Files.createTempDirectory("intake").resolve("keys.json");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    ReactiveWebServerApplicationContext context() {
        return service;
    }

    String address() {
        return "http://127.0.0.1:" + service.getWebServer().getPort() + "/intake";
    }

    String brokers() {
        return broker.getBrokersAsString();
    }

    @Override
    public void close() {
        service.close();
        store.close();
        broker.destroy();
    }
}
