package cn.hotline.evaluation.store;

import static cn.hotline.evaluation.store.OpenStore.all;
import static cn.hotline.evaluation.store.OpenStore.one;
import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.gte;
import static com.mongodb.client.model.Filters.in;
import static com.mongodb.client.model.Filters.lt;
import static com.mongodb.client.model.Updates.combine;
import static com.mongodb.client.model.Updates.inc;
import static com.mongodb.client.model.Updates.pushEach;
import static com.mongodb.client.model.Updates.set;
import static com.mongodb.client.model.Updates.setOnInsert;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.mongodb.MongoWriteException;
import com.mongodb.client.model.CountOptions;
import com.mongodb.client.model.FindOneAndUpdateOptions;
import com.mongodb.client.model.IndexOptions;
import com.mongodb.client.model.Indexes;
import com.mongodb.client.model.Projections;
import com.mongodb.client.model.ReturnDocument;
import com.mongodb.client.model.Sorts;
import com.mongodb.client.model.UpdateOneModel;
import com.mongodb.reactivestreams.client.MongoCollection;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.bson.Document;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.health.contributor.Status;
import org.springframework.boot.mongodb.health.MongoReactiveHealthIndicator;
import reactor.core.publisher.Flux;

/** What the product asks of a document store, asked through the real reactive driver. */
class DocumentsOverTheWireIT {

    private static final FindOneAndUpdateOptions AFTER =
            new FindOneAndUpdateOptions().returnDocument(ReturnDocument.AFTER);

    @TempDir
    Path folder;

    private OpenStore store;
    private MongoCollection<Document> tickets;

    @BeforeEach
    void open() {
        store = OpenStore.in(folder);
        tickets = store.collection("tickets");
    }

    @AfterEach
    void close() {
        store.close();
    }

    private void reopen() {
        close();
        open();
    }

    private long examined() {
        return store.store.examined();
    }

    private static Document ticket(int number, String status) {
        return new Document("_id", "XN240618-%06d".formatted(number))
                .append("tenant", "xining")
                .append("version", 1L)
                .append("outbox", List.of())
                .append("state", new Document("status", status).append("finishBy", number % 10));
    }

    private static List<Document> tickets(int count) {
        return IntStream.range(0, count)
                .mapToObj(number -> ticket(number, number % 4 == 0 ? "待签收" : "已反馈"))
                .toList();
    }

    @Test
    void aTicketComesBackAsItWasStored() {
        one(tickets.insertOne(ticket(1, "待签收")));

        assertThat(one(tickets.find(eq("_id", "XN240618-000001")))).isEqualTo(ticket(1, "待签收"));
    }

    @Test
    void aTicketIsThereAfterReopening() {
        one(tickets.insertOne(ticket(1, "待签收")));

        reopen();

        assertThat(one(tickets.find(eq("state.status", "待签收")))).isEqualTo(ticket(1, "待签收"));
    }

    @Test
    void aNumberIsGivenOnlyOnce() {
        one(tickets.insertOne(ticket(1, "待签收")));

        assertThatThrownBy(() -> one(tickets.insertOne(ticket(1, "已反馈"))))
                .isInstanceOfSatisfying(
                        MongoWriteException.class,
                        refusal -> assertThat(refusal.getError().getCode()).isEqualTo(11000));
    }

    @Test
    void onlyOneOfTwoWritersOfAVersionWins() {
        one(tickets.insertOne(ticket(1, "待签收")));
        var first = and(eq("_id", "XN240618-000001"), eq("tenant", "xining"), eq("version", 1L));
        var change = combine(
                set("state.status", "办理中"),
                set("version", 2L),
                pushEach("outbox", List.of(new Document("type", "a"), new Document("type", "b"))));

        Document after = one(tickets.findOneAndUpdate(first, change, AFTER));
        Document second = one(tickets.findOneAndUpdate(first, change, AFTER));

        assertThat(after.getEmbedded(List.of("state", "status"), String.class)).isEqualTo("办理中");
        assertThat(after.getList("outbox", Document.class)).hasSize(2);
        assertThat(second).isNull();
    }

    @Test
    void aCounterBeginsWithItsFirstUseAndCountsOn() {
        MongoCollection<Document> counters = store.collection("counters");
        var next = combine(inc("last", 1L), setOnInsert("tenant", "xining"));

        for (long expected = 1; expected <= 3; expected++) {
            Document counter = one(counters.findOneAndUpdate(
                    eq("_id", "XN240618"),
                    next,
                    new FindOneAndUpdateOptions().upsert(true).returnDocument(ReturnDocument.AFTER)));
            assertThat(counter.getLong("last")).isEqualTo(expected);
        }
    }

    @Test
    void manyTicketsAreChangedInOneWrite() {
        one(tickets.insertMany(tickets(20)));
        List<UpdateOneModel<Document>> changes = IntStream.range(0, 20)
                .mapToObj(number -> new UpdateOneModel<Document>(
                        eq("_id", "XN240618-%06d".formatted(number)), set("state.status", "办结")))
                .toList();

        assertThat(one(tickets.bulkWrite(changes)).getModifiedCount()).isEqualTo(20);
        assertThat(one(tickets.countDocuments(eq("state.status", "办结")))).isEqualTo(20);
    }

    @Test
    void aRangeIsDeletedWhole() {
        one(tickets.insertMany(tickets(3000)));

        assertThat(one(tickets.deleteMany(and(
                                eq("tenant", "xining"), gte("_id", "XN240618-000500"), lt("_id", "XN240618-002900"))))
                        .getDeletedCount())
                .isEqualTo(2400);
        assertThat(one(tickets.countDocuments())).isEqualTo(600);
    }

    @Test
    void aDeskSeesTheMostUrgentTicketsWithoutLookingAtOthers() {
        one(tickets.insertMany(tickets(1000)));
        one(tickets.createIndex(Indexes.ascending("tenant", "state.status", "state.finishBy")));
        long before = examined();

        List<Document> found = all(tickets.find(and(eq("tenant", "xining"), in("state.status", "待签收", "办理中")))
                .sort(Sorts.ascending("state.finishBy"))
                .limit(20));

        assertThat(found).hasSize(20).allSatisfy(ticket -> assertThat(
                        ticket.getEmbedded(List.of("state", "finishBy"), Integer.class))
                .isZero());
        assertThat(examined() - before).isLessThanOrEqualTo(22);
    }

    @Test
    void countingByAnIndexReadsNoDocument() {
        one(tickets.insertMany(tickets(1000)));
        one(tickets.createIndex(Indexes.ascending("tenant", "state.status")));
        long before = examined();
        var waiting = and(eq("tenant", "xining"), eq("state.status", "待签收"));

        assertThat(one(tickets.countDocuments(waiting))).isEqualTo(250);
        assertThat(one(tickets.countDocuments(waiting, new CountOptions().limit(100))))
                .isEqualTo(100);
        assertThat(one(tickets.countDocuments(and(eq("tenant", "xining"), eq("state.status", "无")))))
                .isZero();
        assertThat(examined()).isEqualTo(before);
    }

    @Test
    void anAggregationReadsOnlyWhatItsMatchFinds() {
        one(tickets.insertMany(tickets(1000)));
        one(tickets.createIndex(Indexes.ascending("tenant", "state.finishBy")));
        long before = examined();

        List<Document> counts = all(tickets.aggregate(List.of(
                new Document("$match", new Document("tenant", "xining").append("state.finishBy", 3)),
                new Document("$group", new Document("_id", "$state.status").append("n", new Document("$sum", 1))),
                new Document("$sort", new Document("_id", 1)))));

        assertThat(counts).containsExactly(new Document("_id", "已反馈").append("n", 100));
        assertThat(examined() - before).isEqualTo(100);
    }

    @Test
    void aUniqueIndexHoldsAfterReopening() {
        one(tickets.createIndex(
                Indexes.ascending("tenant", "externalId"),
                new IndexOptions().unique(true).sparse(true)));
        one(tickets.insertOne(ticket(1, "待签收").append("externalId", "demo-1")));

        reopen();

        one(tickets.insertOne(ticket(2, "待签收").append("externalId", "demo-2")));
        assertThatThrownBy(() -> one(tickets.insertOne(ticket(3, "待签收").append("externalId", "demo-1"))))
                .isInstanceOf(MongoWriteException.class);
        assertThat(one(tickets.countDocuments())).isEqualTo(2);
    }

    @Test
    void aSweepFindsOnlyWhatIsUnsent() {
        one(tickets.createIndex(Indexes.ascending("unsentSince"), new IndexOptions().sparse(true)));
        one(tickets.insertMany(tickets(500)));
        one(tickets.updateOne(eq("_id", "XN240618-000007"), set("unsentSince", new java.util.Date(1000))));
        long before = examined();

        List<Document> unsent = all(tickets.find(lt("unsentSince", new java.util.Date(2000)))
                .sort(Sorts.ascending("unsentSince"))
                .projection(Projections.include("_id")));

        assertThat(unsent).containsExactly(new Document("_id", "XN240618-000007"));
        assertThat(examined() - before).isEqualTo(1);
    }

    @Test
    void aLongListComesInBatchesAndWhole() {
        one(tickets.insertMany(tickets(2500)));

        List<String> numbers = new ArrayList<>(all(
                Flux.from(tickets.find().projection(Projections.include("_id"))).map(found -> found.getString("_id"))));

        assertThat(numbers).hasSize(2500).isSorted().doesNotHaveDuplicates();
    }

    @Test
    void theDriverFindsAWritableServerWithoutSessions() {
        Document hello = one(store.client.getDatabase("admin").runCommand(new Document("hello", 1)));

        assertThat(hello.getBoolean("isWritablePrimary")).isTrue();
        assertThat(hello.getInteger("maxWireVersion")).isGreaterThanOrEqualTo(8);
        assertThat(hello).doesNotContainKey("logicalSessionTimeoutMinutes");
    }

    @Test
    void springFindsItHealthy() {
        assertThat(new MongoReactiveHealthIndicator(store.client)
                        .health()
                        .block()
                        .getStatus())
                .isEqualTo(Status.UP);
    }

    @Test
    void aRangeOfNumbersIsFoundByNumberThoughTheTenantHasAnIndex() {
        one(tickets.insertMany(tickets(1000)));
        one(tickets.createIndex(Indexes.ascending("tenant", "state.status")));
        long before = examined();

        assertThat(all(tickets.find(
                        and(eq("tenant", "xining"), gte("_id", "XN240618-000500"), lt("_id", "XN240618-000510")))))
                .hasSize(10);
        assertThat(all(tickets.find(eq("tenant", "xining"))
                        .sort(Sorts.descending("_id"))
                        .limit(3)))
                .extracting(found -> found.getString("_id"))
                .containsExactly("XN240618-000999", "XN240618-000998", "XN240618-000997");
        assertThat(examined() - before).isLessThan(20);
    }

    @Test
    void listingDatabasesNamesThem() {
        one(tickets.insertOne(ticket(1, "待签收")));
        reopen();

        assertThat(all(store.client.listDatabaseNames())).contains("intake");
    }
}
