package cn.hotline.chassis.web;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import cn.hotline.chassis.Cause;
import cn.hotline.chassis.Refusal.General;
import cn.hotline.chassis.Refused;
import cn.hotline.chassis.mongo.Claims;
import cn.hotline.chassis.mongo.DocumentStore;
import cn.hotline.chassis.testing.CounterEvent;
import cn.hotline.chassis.testing.MemoryStore;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.springframework.http.HttpStatus;
import org.springframework.mock.http.server.reactive.MockServerHttpRequest;
import org.springframework.mock.web.server.MockServerWebExchange;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;
import reactor.test.StepVerifier;

class CommandsIT {

    private static final MemoryStore STORE = new MemoryStore();
    private static final Clock CLOCK = Clock.fixed(Instant.parse("2024-06-18T01:00:00Z"), ZoneOffset.UTC);

    private final Commands commands = new Commands(
            "630100",
            new Claims(
                    new DocumentStore<>(
                            STORE.database(),
                            CounterEvent.FAMILY,
                            (documents, id, outbox) -> {},
                            new SimpleMeterRegistry(),
                            CLOCK),
                    CLOCK));
    private final AtomicInteger done = new AtomicInteger();

    @AfterAll
    static void stop() {
        STORE.close();
    }

    @Test
    void theSameKeyAndBodyIsDoneOnceAndAnsweredTwice() {
        assertThat(answer("good")).isEqualTo("did good");
        assertThat(answer("good")).isEqualTo("did good");
        assertThat(done).hasValue(1);
    }

    @Test
    void theSameKeyWithAnotherBodyIsRefused() {
        answer("good");
        refused("better", General.IDEMPOTENCY_KEY_REUSED);
        assertThat(done).hasValue(1);
    }

    @Test
    void afterARefusalTheKeyIsFreeForTheCorrectedBody() {
        refused("bad", General.INVALID);
        assertThat(answer("corrected")).isEqualTo("did corrected");
    }

    @Test
    void theSameKeyOfAnotherAccountIsAnotherKey() {
        answer("good");
        MockServerWebExchange others = sent("good");
        StepVerifier.create(handle(others.mutate()
                        .principal(Mono.just(new Somebody("630100", "other")))
                        .build()))
                .verifyComplete();
        assertThat(done).hasValue(2);
    }

    @Test
    void whateverHappensBehindIsOfTheAccountAndItsTenant() {
        AtomicReference<Cause> seen = new AtomicReference<>();
        ServerWebExchange exchange = sent("good")
                .mutate()
                .principal(Mono.just(new Somebody("620100", "other")))
                .build();
        StepVerifier.create(commands.filter(
                        exchange, inside -> Cause.current().doOnNext(seen::set).then()))
                .verifyComplete();
        assertThat(seen.get().tenant()).isEqualTo("620100");
        assertThat(seen.get().actor()).isEqualTo("other");
    }

    private String answer(String body) {
        MockServerWebExchange exchange = sent(body);
        StepVerifier.create(handle(exchange)).verifyComplete();
        assertThat(exchange.getResponse().getStatusCode()).isEqualTo(HttpStatus.OK);
        return exchange.getResponse().getBodyAsString().block();
    }

    private void refused(String body, General reason) {
        StepVerifier.create(handle(sent(body))).verifyErrorSatisfies(problem -> assertThat(((Refused) problem).reason())
                .isEqualTo(reason));
    }

    private Mono<Void> handle(ServerWebExchange exchange) {
        return new RequestBodies().filter(exchange, read -> commands.filter(read, this::work));
    }

    private Mono<Void> work(ServerWebExchange exchange) {
        String body = new String(RequestBodies.of(exchange), UTF_8);
        if (body.equals("bad")) {
            return Mono.error(new Refused(General.INVALID, List.of()));
        }
        done.incrementAndGet();
        exchange.getResponse().setStatusCode(HttpStatus.OK);
        return exchange.getResponse()
                .writeWith(Mono.just(exchange.getResponse().bufferFactory().wrap(("did " + body).getBytes(UTF_8))));
    }

    private static MockServerWebExchange sent(String body) {
        return MockServerWebExchange.from(MockServerHttpRequest.post("/things")
                .header("Idempotency-Key", "k-1")
                .body(body));
    }

    private record Somebody(String tenant, String getName) implements Commands.Account {}
}
