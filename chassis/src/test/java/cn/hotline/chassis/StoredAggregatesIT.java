package cn.hotline.chassis;

import static org.assertj.core.api.Assertions.assertThat;

import cn.hotline.chassis.Aggregates.Versioned;
import cn.hotline.chassis.event.EventFamily;
import cn.hotline.chassis.event.EventFamily.Told;
import cn.hotline.chassis.mongo.AggregateCollection;
import cn.hotline.chassis.mongo.DocumentStore;
import cn.hotline.chassis.mongo.Outbox;
import cn.hotline.chassis.testing.CounterEvent;
import cn.hotline.chassis.testing.MemoryStore;
import com.mongodb.client.model.Filters;
import com.mongodb.reactivestreams.client.MongoCollection;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.bson.BsonDocument;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Mono;

class StoredAggregatesIT extends AggregatesContract {

    private static final MemoryStore STORE = new MemoryStore();

    private final Map<String, List<Told>> lastSent = new ConcurrentHashMap<>();
    private long sentUpTo;
    private final SimpleMeterRegistry meters = new SimpleMeterRegistry();
    private final DocumentStore<CounterEvent> store = new DocumentStore<>(
            STORE.database(), CounterEvent.FAMILY, courier(), meters, Clock.fixed(NOW, ZoneOffset.UTC));
    private final AggregateCollection<Counter, CounterEvent> counters =
            store.aggregates("counters", Counter.class, "/test/counter");

    @AfterAll
    static void stop() {
        STORE.close();
    }

    @Override
    Aggregates<Counter, CounterEvent> aggregates() {
        return counters;
    }

    @Override
    List<CounterEvent> told(String id) {
        EventFamily<CounterEvent> codec = CounterEvent.FAMILY;
        return Outbox.entries(document(id)).stream()
                .map(told -> codec.read(told.type(), told.json().getBytes()))
                .toList();
    }

    @Test
    void theWholeUnsentOutboxIsSentInOrderAfterEveryWrite() {
        command(counters.open("a", new Counter("a", 0).count()));
        command(counters.change("a", Counter::count));
        assertThat(lastSent.get("a")).extracting(Told::sequence).containsExactly(1L, 2L);
        assertThat(document("a").containsKey(Outbox.UNSENT_SINCE)).isTrue();
    }

    @Test
    void whatIsKnownToBeSentIsTakenOutByTheNextWrite() {
        command(counters.open("a", new Counter("a", 0).count()));
        sentUpTo = 1;
        command(counters.change("a", Counter::count));
        assertThat(lastSent.get("a")).extracting(Told::sequence).containsExactly(2L);
        sentUpTo = 2;
        command(counters.change("a", counter -> new Change<>(counter, List.of())));
        assertThat(document("a").getArray(Outbox.FIELD)).isEmpty();
        assertThat(document("a").containsKey(Outbox.UNSENT_SINCE)).isFalse();
    }

    @Test
    void whatMayNotBeSentStaysInItsPlace() {
        command(counters.open("a", new Counter("a", 0).count()));
        command(counters.change("a", Counter::count));
        sentUpTo = 1;
        command(counters.change("a", Counter::count));
        assertThat(lastSent.get("a")).extracting(Told::sequence).containsExactly(1L, 2L, 3L);
    }

    @Test
    void anEventMetAgainSendsWhatNobodyMayHaveSent() {
        command(counters.open("a", new Counter("a", 0).count()));
        event(1, counters.change("a", Counter::count));
        lastSent.clear();
        event(1, counters.change("a", Counter::count));
        assertThat(lastSent.get("a")).extracting(Told::sequence).containsExactly(1L, 2L);
    }

    @Test
    void anotherTenantFindsNothing() {
        command(counters.open("a", new Counter("a", 0).count()));
        assertThat(counters.find("a")
                        .contextWrite(
                                Cause.command("620100", "other", null, null).context())
                        .block())
                .isNull();
    }

    @Test
    void withoutACauseNothingIsReadOrWritten() {
        assertThat(counters.find("a").map(Versioned::version).onErrorReturn(-1L).block())
                .isEqualTo(-1L);
    }

    @Test
    void aFactOutOfPlaceIsKeptAndCounted() {
        command(counters.open("a", new Counter("a", 99).count()));
        event(1, counters.change("a", Counter::count));
        assertThat(document("a").getArray("contradictions")).hasSize(1);
        assertThat(meters.counter("hotline.contradictions", "collection", "counters", "reason", "FULL")
                        .count())
                .isEqualTo(1);
    }

    private Outbox.Courier courier() {
        return new Outbox.Courier() {
            @Override
            public void send(MongoCollection<BsonDocument> documents, String id, List<Told> outbox) {
                lastSent.put(id, outbox);
            }

            @Override
            public long sentUpTo(MongoCollection<BsonDocument> documents, String id) {
                return sentUpTo;
            }
        };
    }

    private BsonDocument document(String id) {
        return Mono.from(store.telling().get(0).find(Filters.eq("_id", id))).block();
    }
}
