package cn.hotline.reporting.ledger.mongo;

import static cn.hotline.reporting.Told.DAY;
import static cn.hotline.reporting.Told.phone;
import static org.assertj.core.api.Assertions.assertThat;

import cn.hotline.chassis.Cause;
import cn.hotline.chassis.event.EventFamily;
import cn.hotline.chassis.mongo.DocumentStore;
import cn.hotline.chassis.testing.MemoryStore;
import cn.hotline.reporting.Office;
import cn.hotline.reporting.Told;
import cn.hotline.reporting.contract.ReportingEvent;
import cn.hotline.reporting.dailyreport.model.Edition;
import cn.hotline.reporting.dailyreport.model.IssuedReport;
import cn.hotline.reporting.dailyreport.mongo.MongoIssuedReports;
import cn.hotline.reporting.ledger.LedgerFilter;
import cn.hotline.reporting.ledger.model.CallEntry;
import cn.hotline.reporting.ledger.model.LedgerEntry;
import cn.hotline.reporting.ledger.model.LedgerStatus;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Rows, calls and editions through the real driver. */
class MongoRowsIT {

    private static final String NUMBER = "XN240618-000001";

    private static MemoryStore memory;
    private MongoLedgerEntries entries;
    private MongoCallEntries calls;
    private MongoIssuedReports issued;

    @BeforeAll
    static void open() {
        memory = new MemoryStore();
    }

    @AfterAll
    static void close() {
        memory.close();
    }

    @BeforeEach
    void aFreshDatabase() {
        EventFamily<ReportingEvent> published = new EventFamily<>(
                ReportingEvent.class,
                ReportingEvent.TOPIC,
                ReportingEvent.WIRE_NAMES,
                ReportingEvent::number,
                ReportingEvent::at);
        DocumentStore<ReportingEvent> store = new DocumentStore<>(
                memory.database(),
                published,
                (documents, id, told) -> {},
                new SimpleMeterRegistry(),
                Clock.fixed(Instant.EPOCH, ZoneOffset.UTC));
        entries = new MongoLedgerEntries(store);
        calls = new MongoCallEntries(store);
        issued = new MongoIssuedReports(store);
        store.createIndexes().block();
    }

    @Test
    void aRowComesBackAsItWasFolded() {
        UnaryOperator<LedgerEntry> course =
                row -> row.registered(phone().in("c1").hazard("GAS").registered(NUMBER))
                        .corrected(Told.corrected(NUMBER, "HC-SITE"))
                        .classified(Told.classified(NUMBER, "EE-NOISE", "噪音问题", Told.community("630102002008", "团结社区")))
                        .dispatched(Told.dispatched(NUMBER, "EE-NOISE", "噪音问题"))
                        .replied(Told.replied(NUMBER, Told.TEN))
                        .revisited(Told.revisited(NUMBER, 1, "SATISFIED", Told.TEN))
                        .closed(Told.closed(NUMBER, Told.TEN));
        note("/intake/ticket", 1, NUMBER, course);

        assertThat(asked(entries.find(NUMBER))).isEqualTo(course.apply(LedgerEntry.blank(NUMBER)));
    }

    @Test
    void anEventOfEachStreamCountsOnceHoweverOftenItComes() {
        for (int delivery = 0; delivery < 3; delivery++) {
            note("/routing/dispatch", 1, NUMBER, row -> row.classified(Told.classified(NUMBER, "EE-NOISE", "噪音问题")));
            note("/intake/ticket", 1, NUMBER, row -> row.registered(phone().registered(NUMBER)));
            note(
                    "/followup/revisit",
                    1,
                    NUMBER,
                    row -> row.revisited(Told.revisited(NUMBER, 1, "SATISFIED", Told.TEN)));
        }

        LedgerEntry row = asked(entries.find(NUMBER));
        assertThat(row.course()).hasSize(3);
        assertThat(row.followup().revisits()).hasSize(1);
    }

    @Test
    void rowsAreFoundByDayCallNumberAndRevisit() {
        note("/intake/ticket", 1, NUMBER, row -> row.registered(phone().in("c1").registered(NUMBER)));
        note(
                "/intake/ticket",
                1,
                "XN240619-000001",
                row -> row.registered(
                        phone().receivedAt(Told.at(DAY.plusDays(1), 0, 0)).registered("XN240619-000001")));
        note(
                "/followup/revisit",
                1,
                NUMBER,
                row -> row.revisited(Told.revisited(NUMBER, 1, "SATISFIED", Told.at(DAY.plusDays(3), 9, 0))));

        assertThat(numbers(entries.receivedOn("2024-06-18"))).containsExactly(NUMBER);
        assertThat(numbers(entries.ofCallsNotReceivedOn("2024-06-17", List.of("c1", "c2"))))
                .containsExactly(NUMBER);
        assertThat(numbers(entries.numbered(List.of(NUMBER, "XN240618-999999"))))
                .containsExactly(NUMBER);
        assertThat(numbers(entries.revisitedOn("2024-06-21"))).containsExactly(NUMBER);
        assertThat(numbers(entries.ofCallsNotReceivedOn("2024-06-18", List.of("c1"))))
                .isEmpty();
        assertThat(numbers(entries.ofCallsNotReceivedOn("2024-06-19", List.of("c1"))))
                .containsExactly(NUMBER);
    }

    @Test
    void aPageOfRowsIsNewestFirstAndCountedWhole() {
        for (int i = 1; i <= 5; i++) {
            String number = "XN240618-00000" + i;
            note("/intake/ticket", 1, number, row -> row.answered(phone().answered(number)));
        }
        LedgerFilter filter = new LedgerFilter("2024-06-18", LedgerStatus.CLOSED_DIRECT, "PHONE", null, null);

        assertThat(numbers(entries.page(filter, 1, 2))).containsExactly("XN240618-000004", "XN240618-000003");
        assertThat(asked(entries.count(filter))).isEqualTo(5);
        assertThat(asked(entries.count(new LedgerFilter("2024-06-18", LedgerStatus.CLOSED, null, "630102", null))))
                .isZero();
    }

    @Test
    void rowsAreFoundByTheirTags() {
        note("/intake/ticket", 1, NUMBER, row -> row.answered(phone().answered(NUMBER)));
        note("/routing/dispatch", 1, NUMBER, row -> row.classified(Told.classified(NUMBER, "EE-NOISE", "噪音问题")));

        assertThat(asked(entries.count(new LedgerFilter("2024-06-18", null, null, null, "NIGHT"))))
                .isEqualTo(1);
        assertThat(asked(entries.count(new LedgerFilter("2024-06-18", null, null, null, "ELDERLY"))))
                .isZero();
    }

    @Test
    void aConfidentialRowIsNotFoundByItsTags() {
        note("/intake/ticket", 1, NUMBER, row -> row.registered(phone().confidential(NUMBER)));
        note("/routing/dispatch", 1, NUMBER, row -> row.classified(Told.classified(NUMBER, "EE-NOISE", "噪音问题")));

        assertThat(asked(entries.count(new LedgerFilter("2024-06-18", null, null, null, "NIGHT"))))
                .isZero();
        assertThat(asked(entries.count(new LedgerFilter("2024-06-18", null, null, null, null))))
                .isEqualTo(1);
    }

    @Test
    void callsAreFoundByDayIdAndTheTicketsTheyName() {
        CallEntry call = CallEntry.of(Told.call("c1", Told.TEN, "TICKETS", NUMBER));
        heard("/intake/call", 1, calls.note(call));
        heard("/intake/call", 1, calls.note(call));

        assertThat(asked(calls.startedOn("2024-06-18").collectList())).containsExactly(call);
        assertThat(asked(calls.identified(List.of("c1")).collectList())).containsExactly(call);
        assertThat(asked(calls.naming(List.of(NUMBER)).collectList())).containsExactly(call);
        assertThat(asked(calls.naming(List.of("XN240618-000002")).collectList()))
                .isEmpty();
    }

    @Test
    void rowsOfAnotherTenantAreNotSeen() {
        note("/intake/ticket", 1, NUMBER, row -> row.registered(phone().registered(NUMBER)));
        Cause elsewhere = Cause.command("630200", "office", null, null);

        assertThat(entries.receivedOn("2024-06-18")
                        .collectList()
                        .contextWrite(elsewhere.context())
                        .block())
                .isEmpty();
        assertThat(entries.find(NUMBER).contextWrite(elsewhere.context()).block())
                .isNull();
    }

    @Test
    void twoTenantsIssueTheSameDay() {
        var report = new Office().draft(DAY);
        for (String tenant : List.of("630100", "630200")) {
            IssuedReport kept = issued.change(DAY, editions -> editions.issue(report, Told.TEN))
                    .contextWrite(Cause.command(tenant, "office", null, null).context())
                    .block();
            assertThat(kept.editions()).extracting(Edition::version).containsExactly(1);
        }
        assertThat(asked(issued.of(DAY)).newest().orElseThrow().report()).isEqualTo(report);
        assertThat(asked(issued.of(DAY.minusDays(1))).editions()).isEmpty();
    }

    private void note(String stream, long sequence, String number, UnaryOperator<LedgerEntry> fact) {
        heard(stream, sequence, entries.note(number, fact));
    }

    private static void heard(String stream, long sequence, Mono<?> noted) {
        noted.contextWrite(Cause.event("630100", stream, sequence, null).context())
                .block();
    }

    private static List<String> numbers(Flux<LedgerEntry> rows) {
        return asked(rows.map(LedgerEntry::number).collectList());
    }

    private static <T> T asked(Mono<T> question) {
        return question.contextWrite(Office.CAUSE.context()).block();
    }
}
