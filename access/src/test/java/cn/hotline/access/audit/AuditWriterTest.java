package cn.hotline.access.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import cn.hotline.access.Role;
import cn.hotline.access.audit.model.Link;
import cn.hotline.access.audit.model.RegisterLine;
import cn.hotline.access.audit.model.RegisterLine.Kind;
import cn.hotline.access.testing.SignedIn;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.publisher.Sinks;
import reactor.test.StepVerifier;

class AuditWriterTest {

    private static final Clock CLOCK = Clock.fixed(Instant.parse("2024-06-18T02:00:00Z"), ZoneOffset.UTC);

    private final InMemoryAuditRecords records = new InMemoryAuditRecords();
    private final AuditWriter writer = writer(Duration.ofSeconds(20));

    @Test
    void anActIsWrittenWithWhoeverIsSignedIn() {
        record("XN240618-000001").block();
        Link written = records.links.firstEntry().getValue();
        assertThat(written.entry().who().account()).isEqualTo("operator");
        assertThat(written.entry().who().roles()).containsExactly("OPERATOR");
        assertThat(written.entry().at()).isEqualTo(CLOCK.instant());
        assertThat(written.entry().subject()).isEqualTo("XN240618-000001");
    }

    @Test
    void withoutASignedInPersonNothingIsWritten() {
        StepVerifier.create(writer.record(act("XN240618-000001"))).verifyError(IllegalStateException.class);
        assertThat(records.links).isEmpty();
    }

    @Test
    void whatArrivesWhileAWriteIsOnItsWayGoesOutTogether() {
        Sinks.Empty<Void> gate = records.hold();
        Mono<Void> all = Flux.range(0, 500)
                .flatMap(i -> record("XN240618-%06d".formatted(i)), 500)
                .then();
        StepVerifier.create(all)
                .expectSubscription()
                .then(gate::tryEmitEmpty)
                .expectComplete()
                .verify(Duration.ofSeconds(20));
        assertThat(records.batches).containsExactly(1, 499);
        assertThat(whole()).isTrue();
    }

    @Test
    void nothingIsDurableBeforeItIsWritten() {
        Sinks.Empty<Void> gate = records.hold();
        StepVerifier.create(record("XN240618-000001"))
                .expectSubscription()
                .then(() -> assertThat(records.links).isEmpty())
                .then(gate::tryEmitEmpty)
                .expectComplete()
                .verify(Duration.ofSeconds(20));
        assertThat(records.links).hasSize(1);
    }

    @Test
    void aWriteWhoseAnswerWasLostIsNotRepeated() {
        records.failuresAfter = 2;
        record("XN240618-000001").block();
        record("XN240618-000002").block();
        assertThat(records.links.keySet()).extracting(place -> place.sequence()).containsExactly(1L, 2L);
        assertThat(whole()).isTrue();
    }

    @Test
    void whileTheStoreIsAwayAnActIsRefusedAndWrittenWhenItIsBack() {
        records.failuresBefore = Integer.MAX_VALUE;
        AuditWriter hurried = writer(Duration.ofMillis(20));
        StepVerifier.create(hurried.record(act("XN240618-000001"))
                        .contextWrite(SignedIn.as(Role.OPERATOR).context()))
                .verifyError(AuditUnavailable.class);
        records.failuresBefore = 0;
        await().untilAsserted(() -> assertThat(records.links).hasSize(1));
        assertThat(whole()).isTrue();
    }

    @Test
    void aStoreThatStaysAwayDoesNotKeepUsFromEnding() {
        records.failuresBefore = Integer.MAX_VALUE;
        AuditWriter hurried = writer(Duration.ofMillis(20));
        StepVerifier.create(hurried.record(act("XN240618-000001"))
                        .contextWrite(SignedIn.as(Role.OPERATOR).context()))
                .verifyError(AuditUnavailable.class);
        StepVerifier.create(hurried.close()).expectComplete().verify(Duration.ofSeconds(20));
        assertThat(records.lines).extracting(RegisterLine::kind).doesNotContain(Kind.CLOSED);
    }

    @Test
    void anAnchorIsWrittenOnlyWhenTheChainHasComeFurther() {
        record("XN240618-000001").block();
        writer.anchor().block();
        writer.anchor().block();
        assertThat(records.lines).extracting(RegisterLine::kind).containsExactly(Kind.OPENED, Kind.REACHED);
    }

    @Test
    void whatStillWaitsIsWrittenBeforeTheChainEnds() {
        record("XN240618-000001").block();
        writer.close().block();
        assertThat(records.lines).extracting(RegisterLine::kind).containsExactly(Kind.OPENED, Kind.CLOSED);
        assertThat(records.lines.get(1).reached().sequence()).isEqualTo(1);
        assertThat(whole()).isTrue();
    }

    @Test
    void aProcessThatWroteNothingLeavesNothing() {
        writer.close().block();
        assertThat(records.lines).isEmpty();
    }

    @Test
    void onlySoManyMayWait() {
        records.hold();
        AuditWriter hurried = writer(Duration.ofSeconds(20));
        Flux.range(0, 20_001)
                .doOnNext(i -> hurried.record(act("XN240618-000001"))
                        .contextWrite(SignedIn.as(Role.OPERATOR).context())
                        .subscribe())
                .blockLast();
        StepVerifier.create(hurried.record(act("XN240618-000002"))
                        .contextWrite(SignedIn.as(Role.OPERATOR).context()))
                .verifyErrorMessage("too many are waiting");
    }

    private AuditWriter writer(Duration patience) {
        return new AuditWriter("intake", records, new SimpleMeterRegistry(), CLOCK, patience);
    }

    private Mono<Void> record(String subject) {
        return writer.record(act(subject))
                .contextWrite(SignedIn.as(Role.OPERATOR).context());
    }

    private static Act act(String subject) {
        return new Act("REVEAL", subject, null);
    }

    private boolean whole() {
        return new AuditDesk(records, writer, new SimpleMeterRegistry())
                .verify(List.of())
                .contextWrite(SignedIn.as(Role.AUDITOR).context())
                .block()
                .whole();
    }
}
