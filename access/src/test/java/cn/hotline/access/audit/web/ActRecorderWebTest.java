package cn.hotline.access.audit.web;

import static org.assertj.core.api.Assertions.assertThat;

import cn.hotline.access.Person;
import cn.hotline.access.audit.Act;
import cn.hotline.access.audit.AsksOnly;
import cn.hotline.access.audit.AuditLog;
import cn.hotline.access.audit.AuditUnavailable;
import cn.hotline.access.audit.AuditWriter;
import cn.hotline.access.audit.InMemoryAuditRecords;
import cn.hotline.access.audit.ReadsPersonalData;
import cn.hotline.access.testing.SignedIn;
import cn.hotline.chassis.Refusal.General;
import cn.hotline.chassis.Refused;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.net.URI;
import java.time.Clock;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.test.web.reactive.server.WebTestClient;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

class ActRecorderWebTest {

    private static final Person CLERK = SignedIn.unit("630103");

    private final InMemoryAuditRecords records = new InMemoryAuditRecords();
    private final AuditWriter writer =
            new AuditWriter("routing", records, new SimpleMeterRegistry(), Clock.systemUTC());
    private final Desk desk = new Desk(writer);

    @Test
    void aCommandIsWrittenDownWithItsSubjectAndWithoutItsBody() {
        post(writer, "/inbox/XN240618-000001/acknowledge").expectStatus().isOk();
        assertThat(acts()).containsExactly("ACKNOWLEDGE XN240618-000001 null");
    }

    @Test
    void whatWasMadeIsNamedByItsAddress() {
        post(writer, "/api/v1/tickets").expectStatus().isCreated();
        assertThat(acts()).containsExactly("POST_TICKETS XN240618-000007 null");
    }

    @Test
    void aRefusedCommandIsNoAct() {
        post(writer, "/inbox/XN240618-000001/refused").expectStatus().is5xxServerError();
        assertThat(acts()).isEmpty();
    }

    @Test
    void aQuestionThatIsPostedIsNoAct() {
        post(writer, "/api/v1/recommendations").expectStatus().isOk();
        assertThat(acts()).isEmpty();
    }

    @Test
    void lookingIsAnActWherePersonalDataIsShown() {
        get(writer, "/inbox/XN240618-000001").expectStatus().isOk();
        assertThat(acts()).containsExactly("READ XN240618-000001 null");
    }

    @Test
    void lookingElsewhereIsNone() {
        get(writer, "/inbox").expectStatus().isOk();
        assertThat(acts()).isEmpty();
    }

    @Test
    void whoeverWritesTheirActThemselvesIsNotWrittenTwice() {
        post(writer, "/api/v1/tickets/XN240618-000001/reveals").expectStatus().isOk();
        assertThat(acts()).containsExactly("REVEAL XN240618-000001 回拨核实");
    }

    @Test
    void anEmptyAnswerIsHeldBackToo() {
        post(writer, "/inbox/XN240618-000001/seen").expectStatus().isNoContent();
        assertThat(acts()).containsExactly("SEEN XN240618-000001 null");
    }

    @Test
    void whatAnswersNothingIsWrittenDownToo() {
        post(writer, "/inbox/XN240618-000001/silence").expectStatus().isOk();
        assertThat(acts()).containsExactly("SILENCE XN240618-000001 null");
        post(act -> Mono.error(new AuditUnavailable("away")), "/inbox/XN240618-000001/silence")
                .expectStatus()
                .isEqualTo(503);
    }

    @Test
    void whereNobodyIsSignedInNothingIsWritten() {
        WebTestClient.bindToController(desk)
                .webFilter(new ActRecorder(writer))
                .build()
                .post()
                .uri("/inbox/XN240618-000001/acknowledge")
                .exchange()
                .expectStatus()
                .isOk();
        assertThat(acts()).isEmpty();
    }

    @Test
    void withoutTheLogThereIsNoAnswer() {
        AuditLog away = act -> Mono.error(new AuditUnavailable("away"));
        post(away, "/api/v1/tickets")
                .expectStatus()
                .isEqualTo(503)
                .expectHeader()
                .doesNotExist("Location")
                .expectBody()
                .isEmpty();
        get(away, "/inbox/XN240618-000001")
                .expectStatus()
                .isEqualTo(503)
                .expectBody()
                .isEmpty();
        post(away, "/inbox/XN240618-000001/seen").expectStatus().isEqualTo(503);
    }

    @Test
    void whoeverCannotWriteTheirActThemselvesIsUnavailableToo() {
        AuditLog away = act -> Mono.error(new AuditUnavailable("away"));
        WebTestClient.bindToController(new Desk(away))
                .webFilter(SignedIn.filter(CLERK), new ActRecorder(away))
                .build()
                .post()
                .uri("/api/v1/tickets/XN240618-000001/reveals")
                .exchange()
                .expectStatus()
                .isEqualTo(503);
    }

    @Test
    void whatDoesNotNeedTheLogGoesOnWithoutIt() {
        get(act -> Mono.error(new AuditUnavailable("away")), "/inbox")
                .expectStatus()
                .isOk();
    }

    private List<String> acts() {
        return records.links.values().stream()
                .map(link -> link.entry())
                .peek(entry -> assertThat(entry.who().account()).isEqualTo("unit-630103"))
                .map(entry -> entry.action() + " " + entry.subject() + " " + entry.reason())
                .toList();
    }

    private WebTestClient.ResponseSpec post(AuditLog log, String path) {
        return client(log)
                .post()
                .uri(path)
                .contentType(MediaType.APPLICATION_JSON)
                .bodyValue("{\"phone\":\"13800001234\"}")
                .exchange();
    }

    private WebTestClient.ResponseSpec get(AuditLog log, String path) {
        return client(log).get().uri(path).exchange();
    }

    private WebTestClient client(AuditLog log) {
        return WebTestClient.bindToController(desk)
                .webFilter(SignedIn.filter(CLERK), new ActRecorder(log))
                .build();
    }

    @RestController
    static final class Desk {

        private final AuditLog log;

        Desk(AuditLog log) {
            this.log = log;
        }

        @PostMapping("/inbox/{number}/acknowledge")
        Mono<String> acknowledge(@PathVariable String number) {
            return Mono.just("done");
        }

        @PostMapping("/inbox/{number}/seen")
        ResponseEntity<Void> seen(@PathVariable String number) {
            return ResponseEntity.noContent().build();
        }

        @PostMapping("/inbox/{number}/silence")
        Mono<Void> silence(@PathVariable String number) {
            return Mono.empty();
        }

        @PostMapping("/inbox/{number}/refused")
        Mono<String> refuse(@PathVariable String number) {
            return Mono.error(new Refused(General.VERSION_CONFLICT));
        }

        @PostMapping("/api/v1/tickets")
        ResponseEntity<String> register(@RequestBody String body) {
            return ResponseEntity.created(URI.create("/intake/api/v1/tickets/XN240618-000007"))
                    .body("made");
        }

        @AsksOnly
        @PostMapping("/api/v1/recommendations")
        Mono<String> recommend(@RequestBody String body) {
            return Mono.just("[]");
        }

        @PostMapping("/api/v1/tickets/{number}/reveals")
        Mono<String> reveal(@PathVariable String number) {
            return log.record(new Act("REVEAL", number, "回拨核实")).thenReturn("王大明");
        }

        @GetMapping("/inbox")
        Mono<String> list() {
            return Mono.just("list");
        }

        @ReadsPersonalData
        @GetMapping("/inbox/{number}")
        Mono<String> open(@PathVariable String number) {
            return Mono.just("12 号楼 301");
        }
    }
}
