package cn.hotline.benchmark;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.hotline.evaluation.Fault;
import java.net.URI;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.reactivestreams.Publisher;
import reactor.core.publisher.Mono;
import reactor.netty.DisposableServer;
import reactor.netty.http.server.HttpServer;
import reactor.netty.http.server.HttpServerRequest;
import reactor.netty.http.server.HttpServerResponse;

class LoadIT {

    private static final Duration NONE = Duration.ZERO;

    private final AtomicLong registered = new AtomicLong();
    private final AtomicLong stalledFrom = new AtomicLong(Long.MAX_VALUE);
    private final DisposableServer server = HttpServer.create()
            .host("127.0.0.1")
            .port(0)
            .route(routes -> routes.post("/tickets", this::register)
                    .post("/refused", (request, response) -> response.status(422)
                            .send()))
            .bindNow();

    @AfterEach
    void stop() {
        server.disposeNow();
    }

    @Test
    void arrivalsKeepTheirRateAndEachIsAnsweredOnce() {
        try (Load load = load("/tickets")) {
            Answers answers = load.open(500, Duration.ofMillis(200), Duration.ofMillis(800));

            assertThat(answers.isComplete()).isTrue();
            assertThat(answers.numbers()).hasSize(500).doesNotHaveDuplicates();
            assertThat(answers.registeredWhileMeasured()).isEqualTo(400);
        }
    }

    @Test
    void aStallShowsInEveryArrivalThatCameMeanwhile() {
        try (Load load = load("/tickets")) {
            load.open(500, NONE, Duration.ofMillis(200));
            stalledFrom.set(registered.get() + 100);

            Answers answers = load.open(500, NONE, Duration.ofSeconds(1));

            // Few answers are late, but more than a quarter of the arrivals had to wait for one of them.
            assertThat(answers.isComplete()).isTrue();
            assertThat(answers.millis(75)).isGreaterThan(100);
        }
    }

    @Test
    void asManyAsCanBeDoneAreSentWhenNoRateIsGiven() {
        try (Load load = load("/tickets")) {
            Answers answers = load.closed(NONE, Duration.ofMillis(500));

            assertThat(answers.isComplete()).isTrue();
            assertThat(answers.numbers()).hasSizeGreaterThan(Load.CONNECTIONS).hasSize((int) registered.get());
        }
    }

    @Test
    void whatIsNotCreatedIsAFailure() {
        try (Load load = load("/refused")) {
            Answers answers = load.open(100, NONE, Duration.ofMillis(100));

            assertThat(answers.failures()).containsEntry("HTTP 422", 10);
            assertThat(answers.numbers()).isEmpty();
        }
    }

    @Test
    void nobodyListeningIsSaidInASentence() {
        server.disposeNow();

        assertThatThrownBy(() -> load("/tickets")).isInstanceOf(Fault.class);
    }

    private Load load(String path) {
        return new Load(
                URI.create("http://127.0.0.1:" + server.port() + path), () -> "Bearer token", i -> ("{\"i\":" + i + "}")
                        .getBytes(UTF_8));
    }

    /** From a certain ticket on, as many as there are connections are answered half a second late. */
    private Publisher<Void> register(HttpServerRequest request, HttpServerResponse response) {
        assertThat(request.requestHeaders().get("Authorization")).isEqualTo("Bearer token");
        long number = registered.incrementAndGet();
        return request.receive()
                .aggregate()
                .then(
                        number < stalledFrom.get() || number >= stalledFrom.get() + Load.CONNECTIONS
                                ? Mono.empty()
                                : Mono.delay(Duration.ofMillis(500)).then())
                .then(Mono.defer(() -> response.status(201)
                        .header("Location", "/tickets/T-" + number)
                        .send()
                        .then()));
    }
}
