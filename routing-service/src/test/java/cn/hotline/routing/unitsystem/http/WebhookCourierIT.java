package cn.hotline.routing.unitsystem.http;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.hotline.routing.contract.RoutingEvent.Unit;
import cn.hotline.routing.contract.UnitNotice.DispatchRevoked;
import cn.hotline.routing.dispatch.Tickets;
import cn.hotline.routing.unitsystem.Letter;
import cn.hotline.routing.unitsystem.NotDelivered;
import cn.hotline.routing.unitsystem.model.UnitSystem;
import cn.hotline.routing.unitsystem.model.UnitSystem.Webhook;
import com.sun.net.httpserver.HttpServer;
import io.github.resilience4j.circuitbreaker.CallNotPermittedException;
import io.github.resilience4j.circuitbreaker.CircuitBreakerConfig;
import io.github.resilience4j.circuitbreaker.CircuitBreakerRegistry;
import io.github.resilience4j.retry.Retry;
import io.github.resilience4j.retry.RetryConfig;
import io.github.resilience4j.timelimiter.TimeLimiter;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

/** Webhooks against an endpoint that answers, refuses, hangs and leads elsewhere. */
class WebhookCourierIT {

    private static final String SECRET = "a-secret-of-both-sides";

    private final List<String> bodies = new CopyOnWriteArrayList<>();
    private final List<String> signatures = new CopyOnWriteArrayList<>();
    private final AtomicInteger refusing = new AtomicInteger();
    private final CountDownLatch hanging = new CountDownLatch(1);
    private HttpServer endpoint;
    private String address;

    @BeforeEach
    void listen() throws IOException {
        endpoint = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        endpoint.setExecutor(Executors.newCachedThreadPool());
        endpoint.createContext("/in", exchange -> {
            bodies.add(new String(exchange.getRequestBody().readAllBytes(), UTF_8));
            signatures.add(exchange.getRequestHeaders().getFirst("Hotline-Signature"));
            exchange.sendResponseHeaders(refusing.getAndDecrement() > 0 ? 503 : 200, -1);
            exchange.close();
        });
        endpoint.createContext("/away", exchange -> {
            exchange.getResponseHeaders().add("Location", address + "/in");
            exchange.sendResponseHeaders(302, -1);
            exchange.close();
        });
        endpoint.createContext("/hangs", exchange -> {
            try {
                hanging.await();
            } catch (InterruptedException over) {
                Thread.currentThread().interrupt();
            }
            exchange.close();
        });
        endpoint.start();
        address = "http://127.0.0.1:" + endpoint.getAddress().getPort();
    }

    @AfterEach
    void end() {
        hanging.countDown();
        endpoint.stop(0);
    }

    @Test
    void lettersArriveInOrderSignedOverMomentAndBody() {
        assertThat(carry(courier(true), "/in", 3)).containsExactly(1L, 2L, 3L);

        assertThat(bodies).hasSize(3);
        assertThat(bodies.get(0))
                .contains("\"id\":\"XN1.1\"", "\"source\":\"/routing/unit/630104\"", "\"tenant\":\"630100\"");
        long moment = Tickets.MONDAY_TEN.getEpochSecond();
        assertThat(signatures.get(0))
                .isEqualTo(Signature.of(SECRET, moment, bodies.get(0).getBytes(UTF_8)));
        assertThat(signatures.get(0))
                .isNotEqualTo(Signature.of("another", moment, bodies.get(0).getBytes(UTF_8)))
                .isNotEqualTo(Signature.of(SECRET, moment + 1, bodies.get(0).getBytes(UTF_8)));
    }

    @Test
    void whatFailsForAMomentIsTriedAgain() {
        refusing.set(2);

        assertThat(carry(courier(true), "/in", 1)).containsExactly(1L);
        assertThat(bodies).hasSize(3).allMatch(bodies.get(0)::equals);
    }

    @Test
    void whatGoesOnFailingStopsThereAndIsLeftAloneForAWhile() {
        refusing.set(1_000);
        WebhookCourier courier = courier(true);

        assertThatThrownBy(() -> carry(courier, "/in", 2))
                .isInstanceOf(NotDelivered.class)
                .hasMessage("对方回答 503");
        assertThatThrownBy(() -> carry(courier, "/in", 2)).isInstanceOf(NotDelivered.class);
        int tried = bodies.size();
        assertThatThrownBy(() -> carry(courier, "/in", 2)).hasMessage("连续失败，暂停片刻再试");
        assertThat(bodies).hasSize(tried).allMatch(body -> body.contains("XN1.1"));
    }

    @Test
    void whoHangsIsGivenUpOn() {
        assertThatThrownBy(() -> carry(courier(true, Duration.ofMillis(300)), "/hangs", 1))
                .hasMessage("对方超时没有回答");
    }

    @Test
    void redirectionsAreNotFollowed() {
        assertThatThrownBy(() -> carry(courier(true), "/away", 1)).hasMessage("对方回答 302");
        assertThat(bodies).isEmpty();
    }

    @Test
    void thisMachineAndItsNeighboursAreNotCalledWhateverTheyAreNamed() {
        WebhookCourier careful = courier(false);

        for (String url : List.of(
                address + "/in",
                "https://127.0.0.1/",
                "https://[::1]/",
                "https://0.0.0.0/",
                "https://169.254.169.254/latest",
                "https://224.0.0.1/",
                "http://county.example/",
                "https://user:pass@county.example/",
                "ftp://county.example/",
                "no address")) {
            assertThat(careful.mayLeadTo(url)).as(url).isFalse();
        }
        assertThat(careful.mayLeadTo("https://10.1.2.3/in")).isTrue();
        assertThat(careful.mayLeadTo("https://county.example/in")).isTrue();
        assertThatThrownBy(() -> careful.carry(
                                system("https://localhost:"
                                        + endpoint.getAddress().getPort() + "/in"),
                                letters(1))
                        .collectList()
                        .block())
                .as("a name that resolves to this machine")
                .hasMessage("连不上对方");
        assertThat(bodies).isEmpty();
    }

    private List<Long> carry(WebhookCourier courier, String path, int count) {
        return courier.carry(system(address + path), letters(count))
                .collectList()
                .block();
    }

    private static List<Letter> letters(int count) {
        return IntStream.rangeClosed(1, count)
                .mapToObj(i -> new Letter("630104", i, "XN1", 1, new DispatchRevoked("XN1", Tickets.MONDAY_TEN)))
                .toList();
    }

    private static UnitSystem system(String url) {
        return new UnitSystem(
                new Unit("630104", "城西区政府"),
                "system",
                false,
                false,
                new Webhook(url, SECRET),
                true,
                true,
                "admin",
                Tickets.MONDAY_TEN);
    }

    private static WebhookCourier courier(boolean local) {
        return courier(local, Duration.ofSeconds(5));
    }

    private static WebhookCourier courier(boolean local, Duration patience) {
        return new WebhookCourier(
                local,
                CircuitBreakerRegistry.of(CircuitBreakerConfig.custom()
                        .slidingWindowSize(6)
                        .minimumNumberOfCalls(6)
                        .build()),
                Retry.of(
                        "webhook",
                        RetryConfig.custom()
                                .maxAttempts(3)
                                .waitDuration(Duration.ofMillis(10))
                                .ignoreExceptions(CallNotPermittedException.class)
                                .build()),
                TimeLimiter.of(patience),
                JsonMapper.builder().build(),
                "630100",
                Clock.fixed(Tickets.MONDAY_TEN, ZoneOffset.UTC));
    }
}
