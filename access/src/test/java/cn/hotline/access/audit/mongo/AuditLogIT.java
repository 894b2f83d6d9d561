package cn.hotline.access.audit.mongo;

import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Updates.set;
import static org.assertj.core.api.Assertions.assertThat;

import cn.hotline.access.Person;
import cn.hotline.access.Position;
import cn.hotline.access.Role;
import cn.hotline.access.audit.Act;
import cn.hotline.access.audit.AuditDesk;
import cn.hotline.access.audit.AuditRecords;
import cn.hotline.access.audit.AuditWriter;
import cn.hotline.access.audit.Question;
import cn.hotline.access.audit.model.Anchor;
import cn.hotline.access.audit.model.Entry;
import cn.hotline.access.audit.model.Flaw;
import cn.hotline.access.audit.model.Link;
import cn.hotline.access.audit.model.Outcome;
import cn.hotline.access.audit.model.RegisterLine;
import cn.hotline.access.audit.model.Verification;
import cn.hotline.access.audit.model.Verification.Broken;
import cn.hotline.chassis.Cause;
import cn.hotline.chassis.event.EventFamily;
import cn.hotline.chassis.mongo.DocumentStore;
import cn.hotline.chassis.testing.CounterEvent;
import cn.hotline.chassis.testing.MemoryStore;
import cn.hotline.chassis.web.Page;
import com.mongodb.reactivestreams.client.MongoCollection;
import com.mongodb.reactivestreams.client.MongoDatabase;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.bson.BsonArray;
import org.bson.BsonBoolean;
import org.bson.BsonDocument;
import org.bson.BsonString;
import org.bson.BsonValue;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;

/** The log in a real store: several who write, one who dies, and somebody who tampers. */
class AuditLogIT {

    private static final MemoryStore STORE = new MemoryStore();
    private static final Instant NOW = Instant.parse("2024-06-18T02:00:00Z");
    private static final Person LI_FANG =
            new Person("630100", "unit-630103-07", "李芳", Set.of(Role.UNIT), "630103-07", Position.CLERK, "10.0.0.7");
    private static final Person AUDITOR =
            new Person("630100", "auditor", "审计员", Set.of(Role.AUDITOR), null, null, "10.0.0.9");
    private static final Question EVERYTHING = new Question(null, null, null, null, null);
    private static final EventFamily<CounterEvent> FAMILY = CounterEvent.FAMILY;

    private final MongoDatabase database = STORE.database();
    private final AuditRecords records = records();
    private final AuditWriter writer = writer(records);
    private final SimpleMeterRegistry meters = new SimpleMeterRegistry();
    private final AuditDesk desk = new AuditDesk(records, writer, meters);

    @AfterAll
    static void stop() {
        STORE.close();
    }

    @Test
    void anActIsFoundWithWhoWhenFromWhereAndWhy() {
        record(writer, new Act("REVEAL", "XN240618-000001", "回拨 13800001234 核实"));
        Link found = find(new Question(null, "XN240618-000001", null, null, null))
                .items()
                .get(0);
        assertThat(found.entry().who()).isEqualTo(AuditWriter.who(LI_FANG));
        assertThat(found.entry().at()).isEqualTo(NOW);
        assertThat(found.entry().action()).isEqualTo("REVEAL");
        assertThat(found.entry().reason()).isEqualTo("回拨 138****1234 核实");
    }

    @Test
    void eachFilterFindsItsOwn() {
        record(writer, new Act("REVEAL", "XN240618-000001", null));
        record(writer, new Act("READ", "XN240618-000002", null));
        assertThat(find(new Question("李芳", null, null, null, null)).total()).isEqualTo(2);
        assertThat(find(new Question("unit-630103-07", null, null, null, null)).total())
                .isEqualTo(2);
        assertThat(find(new Question(null, null, "REVEAL", null, null)).items())
                .extracting(link -> link.entry().subject())
                .containsExactly("XN240618-000001");
        assertThat(find(new Question(null, null, "READ", NOW, NOW.plusMillis(1)))
                        .total())
                .isEqualTo(1);
        assertThat(find(new Question(null, null, "READ", NOW.plusMillis(1), null))
                        .total())
                .isZero();
    }

    @Test
    void lookingIsItselfWrittenDown() {
        find(new Question("李芳", null, null, null, null));
        assertThat(find(new Question("auditor", null, "READ_AUDIT", null, null)).items())
                .extracting(link -> link.entry().reason())
                .contains("人员 李芳");
    }

    @Test
    void anotherTenantFindsNothing() {
        record(writer, new Act("REVEAL", "XN240618-000001", null));
        Page<Link> found = desk.find(EVERYTHING, new Page.Asked(0, 20))
                .contextWrite(AUDITOR.context())
                .contextWrite(Cause.command("620100", "auditor", null, null).context())
                .block();
        assertThat(found.items()).isEmpty();
    }

    @Test
    void severalProcessesWriteAtOnceAndEveryChainIsWhole() {
        List<AuditWriter> replicas = List.of(writer(records()), writer(records()), writer(records()));
        Flux.range(0, 900)
                .flatMap(
                        i -> replicas.get(i % 3)
                                .record(new Act("READ", "XN240618-%06d".formatted(i), null))
                                .contextWrite(LI_FANG.context())
                                .subscribeOn(Schedulers.parallel()),
                        64)
                .blockLast();
        replicas.forEach(replica -> replica.close().block());
        Verification found = verify();
        assertThat(found.whole()).isTrue();
        assertThat(found.chains()).hasSize(4);
        assertThat(found.chains().stream().filter(Verification.Chain::closed).map(chain -> chain.head()
                        .sequence()))
                .containsExactly(300L, 300L, 300L);
    }

    @Test
    void anInsertionThatCameHalfWayIsCompleted() {
        List<Link> links = links(5);
        records.append(links.subList(0, 3)).block();
        records.append(links).block();
        assertThat(verify().whole()).isTrue();
        assertThat(verify().chains().get(0).head().sequence()).isEqualTo(5);
    }

    @Test
    void aProcessThatDiesInTheMiddleLeavesAChainThatEndsEarly() {
        records.append(links(5).subList(0, 3)).block();
        record(writer, new Act("REVEAL", "XN240618-000009", null));
        Verification found = verify();
        assertThat(found.whole()).isTrue();
        assertThat(found.chains()).extracting(chain -> chain.head().sequence()).startsWith(3L);
        assertThat(found.chains().get(0).closed()).isFalse();
    }

    @Test
    void anyFieldChangedInTheStoreIsNamed() {
        List<Link> links = links(4);
        records.append(links).block();
        BsonDocument second = stored(links.get(1));
        for (String field : second.keySet()) {
            if (!field.equals("_id")) {
                change(links.get(1), field, new BsonString("王强"));
                assertThat(verify().broken())
                        .as(field)
                        .isEqualTo(new Broken(links.get(1).chain(), 2, Flaw.ALTERED));
                change(links.get(1), field, second.get(field));
            }
        }
        assertThat(verify().whole()).isTrue();
    }

    @Test
    void aFieldAddedInTheStoreIsNamed() {
        List<Link> links = links(2);
        records.append(links).block();
        change(links.get(0), "excused", BsonBoolean.TRUE);
        assertThat(verify().broken()).isEqualTo(new Broken(links.get(0).chain(), 1, Flaw.ALTERED));
    }

    @Test
    void rolesInAnotherOrderAreNamed() {
        List<Link> links = links(2);
        records.append(links).block();
        change(links.get(0), "roles", new BsonArray(List.of(new BsonString("UNIT"), new BsonString("ADMIN"))));
        assertThat(verify().broken()).isEqualTo(new Broken(links.get(0).chain(), 1, Flaw.ALTERED));
    }

    @Test
    void aRecordDeletedInTheStoreIsNamed() {
        List<Link> links = links(4);
        records.append(links).block();
        Mono.from(audit().deleteOne(eq("_id", RecordDocument.id(links.get(1).head()))))
                .block();
        assertThat(verify().broken()).isEqualTo(new Broken(links.get(1).chain(), 2, Flaw.MISSING));
    }

    @Test
    void theTailOfOurOwnChainCutAwayIsNamed() {
        record(writer, new Act("REVEAL", "XN240618-000001", null));
        record(writer, new Act("REVEAL", "XN240618-000002", null));
        String chain = writer.known().get(1).chain();
        Mono.from(audit().deleteOne(eq("_id", RecordDocument.id(new Anchor(chain, 2, "")))))
                .block();
        assertThat(verify().broken()).isEqualTo(new Broken(chain, 2, Flaw.MISSING));
    }

    @Test
    void whatWasSeenWholeOnceAndIsCutLaterIsNamed() {
        List<Link> links = links(4);
        records.append(links).block();
        assertThat(verify().whole()).isTrue();
        Mono.from(audit().deleteOne(eq("_id", RecordDocument.id(links.get(3).head()))))
                .block();
        assertThat(verify().broken()).isEqualTo(new Broken(links.get(3).chain(), 4, Flaw.CUT_SHORT));
    }

    @Test
    void aBrokenLogIsNoticedAlsoWhenNobodyAsks() {
        List<Link> links = links(2);
        records.append(links).block();
        desk.check().block();
        assertThat(meters.get("hotline.audit.broken").gauge().value()).isZero();
        Mono.from(audit().deleteOne(eq("_id", RecordDocument.id(links.get(0).head()))))
                .block();
        desk.check().block();
        assertThat(meters.get("hotline.audit.broken").gauge().value()).isEqualTo(1);
    }

    @Test
    void theEndOfAKilledProcessesChainIsAnchoredByWhoeverLooksNext() {
        List<Link> links = links(4);
        records.append(links).block();
        assertThat(verify().whole()).isTrue();
        Mono.from(audit().deleteOne(eq("_id", RecordDocument.id(links.get(3).head()))))
                .block();
        AuditRecords later = records();
        AuditDesk another = new AuditDesk(later, writer(later), new SimpleMeterRegistry());
        assertThat(another.verify(List.of())
                        .contextWrite(AUDITOR.context())
                        .block()
                        .broken())
                .isEqualTo(new Broken(links.get(3).chain(), 4, Flaw.CUT_SHORT));
    }

    @Test
    void aDocumentThatIsNoRecordIsNamed() {
        Mono.from(audit().insertOne(new BsonDocument("_id", new BsonString("nonsense"))))
                .block();
        assertThat(verify().broken()).isEqualTo(new Broken("nonsense", 0, Flaw.UNREGISTERED));
    }

    @Test
    void whereSomebodyElseHasWrittenTheWriterBeginsAnotherChain() {
        record(writer, new Act("REVEAL", "XN240618-000001", null));
        Anchor head = writer.known().get(1);
        Link forged = Link.after(head, links(1).get(0).entry());
        Mono.from(audit().insertOne(RecordDocument.of(forged))).block();
        record(writer, new Act("REVEAL", "XN240618-000002", null));
        assertThat(writer.known().get(1).chain()).isNotEqualTo(head.chain());
        assertThat(find(new Question(null, "XN240618-000002", null, null, null)).total())
                .isEqualTo(1);
    }

    @Test
    void whatTheStoreWouldGiveBackDifferentlyIsNotWritten() {
        record(writer, new Act("REVEAL", "XN\ud800\u0000-1", "一".repeat(900)));
        assertThat(verify().whole()).isTrue();
        assertThat(find(new Question(null, null, "REVEAL", null, null))
                        .items()
                        .get(0)
                        .entry()
                        .reason())
                .hasSize(500)
                .endsWith("…");
    }

    private AuditRecords records() {
        return new MongoAuditRecords(new DocumentStore<>(
                database, FAMILY, (documents, id, outbox) -> {}, new SimpleMeterRegistry(), Clock.systemUTC()));
    }

    private static AuditWriter writer(AuditRecords records) {
        return new AuditWriter("intake", records, new SimpleMeterRegistry(), Clock.fixed(NOW, ZoneOffset.UTC));
    }

    private static void record(AuditWriter writer, Act act) {
        writer.record(act).contextWrite(LI_FANG.context()).block();
    }

    private Page<Link> find(Question question) {
        return desk.find(question, new Page.Asked(0, 20))
                .contextWrite(AUDITOR.context())
                .contextWrite(Cause.command("630100", "auditor", null, null).context())
                .block();
    }

    private Verification verify() {
        return desk.verify(List.of()).contextWrite(AUDITOR.context()).block();
    }

    /** A registered chain of so many records, not stored yet. */
    private List<Link> links(int count) {
        Anchor head = records.register(NOW, RegisterLine.Kind.OPENED, new Anchor("20240618T010000000-aaaaaaaa", 0, ""))
                .block()
                .beginning();
        List<Link> links = new ArrayList<>();
        for (int i : IntStream.range(0, count).toArray()) {
            Link link = Link.after(
                    head,
                    new Entry(
                            NOW.plusSeconds(i),
                            AuditWriter.who(LI_FANG),
                            "REVEAL",
                            "XN240618-%06d".formatted(i),
                            "核对地址",
                            Outcome.DONE));
            links.add(link);
            head = link.head();
        }
        return links;
    }

    private MongoCollection<BsonDocument> audit() {
        return database.getCollection("audit", BsonDocument.class);
    }

    private BsonDocument stored(Link link) {
        return Mono.from(audit().find(eq("_id", RecordDocument.id(link.head()))))
                .block();
    }

    private void change(Link link, String field, BsonValue value) {
        Mono.from(audit().updateOne(eq("_id", RecordDocument.id(link.head())), set(field, value)))
                .block();
    }
}
