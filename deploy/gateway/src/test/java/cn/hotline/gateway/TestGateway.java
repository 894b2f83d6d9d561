package cn.hotline.gateway;

import de.bwaldvogel.mongo.MongoServer;
import de.bwaldvogel.mongo.backend.memory.MemoryBackend;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.stream.Stream;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.web.server.context.WebServerApplicationContext;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.support.GenericApplicationContext;
import reactor.core.publisher.Mono;
import reactor.netty.DisposableServer;
import reactor.netty.http.server.HttpServer;

/**
 * Real gateways in front of an intake that repeats what it was asked, and of services that are not there; with a store
 * for their sessions.
 */
final class TestGateway implements AutoCloseable {

    private final MongoServer store = new MongoServer(new MemoryBackend());
    private final DisposableServer intake;
    private final String nobody;
    private final Path folder;
    private final List<ConfigurableApplicationContext> gateways = new ArrayList<>();

    /** What reached the service: token, where from, cookies. */
    final Queue<Reached> reached = new ConcurrentLinkedQueue<>();

    /** @param folder for the key of the sessions */
    TestGateway(Path folder) {
        this.folder = folder;
        store.bind("127.0.0.1", 0);
        DisposableServer gone = HttpServer.create().host("127.0.0.1").port(0).bindNow();
        nobody = "http://127.0.0.1:" + gone.port();
        gone.disposeNow();
        intake = HttpServer.create()
                .host("127.0.0.1")
                .port(0)
                .handle((asked, answer) -> {
                    reached.add(new Reached(
                            asked.requestHeaders().get("Authorization", ""),
                            asked.requestHeaders().getAll("X-Forwarded-For"),
                            asked.requestHeaders().get("Cookie", "")));
                    return asked.receive()
                            .aggregate()
                            .asString()
                            .defaultIfEmpty("")
                            .flatMap(body -> answer.header("X-Frame-Options", "SAMEORIGIN")
                                    .header("Set-Cookie", "session=of-a-service")
                                    .sendString(Mono.just(asked.method() + " " + asked.uri() + " " + body))
                                    .then());
                })
                .bindNow();
    }

    /** Starts one more; its origin. */
    String start(Clock clock, Stream<String> settings) {
        SpringApplication application = new SpringApplication(GatewayApplication.class);
        application.addInitializers(
                context -> ((GenericApplicationContext) context).registerBean("clock", Clock.class, () -> clock));
        ConfigurableApplicationContext gateway = application.run(Stream.concat(
                        Stream.of(
                                "--spring.config.name=gateway",
                                "--server.port=0",
                                "--hotline.gateway.intake=http://127.0.0.1:" + intake.port(),
                                "--hotline.gateway.routing=" + nobody,
                                "--hotline.gateway.followup=" + nobody,
                                "--hotline.gateway.reporting=" + nobody,
                                "--hotline.gateway.identity=" + nobody,
                                "--hotline.gateway.sign-in.mongo=mongodb://127.0.0.1:"
                                        + store.getLocalAddress().getPort(),
                                "--hotline.gateway.sign-in.keys=" + folder.resolve("gateway.json")),
                        settings)
                .toArray(String[]::new));
        gateways.add(gateway);
        return "http://127.0.0.1:"
                + ((WebServerApplicationContext) gateway).getWebServer().getPort();
    }

    @Override
    public void close() {
        gateways.forEach(ConfigurableApplicationContext::close);
        intake.disposeNow();
        store.shutdownNow();
    }

    record Reached(String authorization, List<String> from, String cookies) {}
}
