package cn.hotline.access.audit.web;

import static org.assertj.core.api.Assertions.assertThat;

import cn.hotline.access.audit.Act;
import cn.hotline.access.audit.AuditLog;
import cn.hotline.access.audit.AuditUnavailable;
import cn.hotline.access.testing.SignedIn;
import cn.hotline.chassis.mongo.Claims;
import cn.hotline.chassis.mongo.DocumentStore;
import cn.hotline.chassis.testing.CounterEvent;
import cn.hotline.chassis.testing.MemoryStore;
import cn.hotline.chassis.web.Commands;
import cn.hotline.chassis.web.RequestBodies;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.springframework.test.web.reactive.server.WebTestClient;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

/** What becomes of a command whose decision is saved and whose act cannot be written. */
class RepeatedCommandIT {

    private static final MemoryStore STORE = new MemoryStore();

    private final Claims claims = new Claims(
            new DocumentStore<>(
                    STORE.database(),
                    CounterEvent.FAMILY,
                    (documents, id, outbox) -> {},
                    new SimpleMeterRegistry(),
                    Clock.systemUTC()),
            Clock.systemUTC());
    private final Desk desk = new Desk();
    private final Log log = new Log();
    private final WebTestClient client = WebTestClient.bindToController(desk)
            .webFilter(
                    SignedIn.filter(SignedIn.unit("630103")),
                    new RequestBodies(),
                    new Commands("630100", claims),
                    new ActRecorder(log))
            .build();

    @AfterAll
    static void stop() {
        STORE.close();
    }

    @Test
    void theSameKeyFindsTheDecisionAndHasTheActWritten() {
        log.away = true;
        post().expectStatus().isEqualTo(503);
        log.away = false;
        post().expectStatus().isOk().expectBody(String.class).isEqualTo("acknowledged XN240618-000001");
        assertThat(desk.asked).isEqualTo(2);
        assertThat(log.acts).containsExactly(new Act("ACKNOWLEDGE", "XN240618-000001", null));
    }

    @Test
    void anAnswerThatIsGivenAgainIsNotAnotherAct() {
        post().expectStatus().isOk();
        post().expectStatus().isOk().expectBody(String.class).isEqualTo("acknowledged XN240618-000001");
        assertThat(desk.asked).isEqualTo(1);
        assertThat(log.acts).hasSize(1);
    }

    private WebTestClient.ResponseSpec post() {
        return client.post()
                .uri("/inbox/XN240618-000001/acknowledge")
                .header("Idempotency-Key", "k-1")
                .exchange();
    }

    private static final class Log implements AuditLog {

        private final List<Act> acts = new ArrayList<>();
        private boolean away;

        @Override
        public Mono<Void> record(Act act) {
            return away ? Mono.error(new AuditUnavailable("away")) : Mono.fromRunnable(() -> acts.add(act));
        }
    }

    @RestController
    static final class Desk {

        private int asked;

        @PostMapping("/inbox/{number}/acknowledge")
        Mono<String> acknowledge(@PathVariable String number) {
            asked++;
            return Mono.just("acknowledged " + number);
        }
    }
}
