package cn.hotline.evaluation.store;

import static cn.hotline.evaluation.store.OpenStore.one;
import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.gte;
import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.MongoException;
import com.mongodb.client.model.FindOneAndUpdateOptions;
import com.mongodb.client.model.IndexOptions;
import com.mongodb.client.model.Indexes;
import com.mongodb.client.model.ReturnDocument;
import com.mongodb.client.model.Updates;
import com.mongodb.reactivestreams.client.MongoClient;
import com.mongodb.reactivestreams.client.MongoClients;
import com.mongodb.reactivestreams.client.MongoCollection;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import org.bson.Document;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** What was acknowledged is there after the process was killed, or the disk was full, in the middle of writing. */
class KilledProcessIT {

    private static final int WRITERS = 16;
    private static final String PADDING = "诉求".repeat(300);

    @TempDir
    Path folder;

    /** Number of each ticket whose writing was acknowledged, and the newest version that was. */
    private final Map<Integer, Long> acknowledged = new ConcurrentHashMap<>();

    private final AtomicInteger next = new AtomicInteger();

    @Tag("slow")
    @RepeatedTest(2)
    void nothingAcknowledgedIsLostInThreeKills() throws Exception {
        for (int kill = 0; kill < 3; kill++) {
            int enough = acknowledged.size() + 800;
            try (StoreProcess process = StoreProcess.in(folder);
                    MongoClient client = MongoClients.create(process.uri + "/?serverSelectionTimeoutMS=500")) {
                everythingAcknowledgedIsThere(tickets(client));
                writeUntilRefused(tickets(client), () -> {
                    if (acknowledged.size() >= enough) {
                        process.kill();
                    }
                });
            }
        }
        try (OpenStore store = OpenStore.in(folder)) {
            everythingAcknowledgedIsThere(tickets(store.client));
        }
    }

    @Test
    void nothingAcknowledgedIsLostWhenTheDiskIsFull() throws Exception {
        try (StoreProcess process = StoreProcess.withRoomFor(4096, folder);
                MongoClient client = MongoClients.create(process.uri + "/?serverSelectionTimeoutMS=500")) {
            writeUntilRefused(tickets(client), () -> {});
        }
        assertThat(acknowledged).isNotEmpty();
        try (OpenStore store = OpenStore.in(folder)) {
            everythingAcknowledgedIsThere(tickets(store.client));
        }
    }

    private static MongoCollection<Document> tickets(MongoClient client) {
        return client.getDatabase("intake").getCollection("tickets");
    }

    /** Each writer registers a ticket, changes it twice, and goes on with the next, until it gets no answer. */
    private void writeUntilRefused(MongoCollection<Document> tickets, Runnable afterEach) {
        one(tickets.createIndex(Indexes.ascending("tenant", "version")));
        one(tickets.createIndex(Indexes.ascending("name"), new IndexOptions().unique(true)));
        Flux.range(0, WRITERS)
                .flatMap(
                        writer -> Mono.defer(() -> writeOne(tickets, next.incrementAndGet()))
                                .doOnNext(written -> afterEach.run())
                                .repeat()
                                .onErrorComplete(MongoException.class),
                        WRITERS)
                .blockLast();
    }

    private Mono<Long> writeOne(MongoCollection<Document> tickets, int number) {
        Document ticket = new Document("_id", number)
                .append("tenant", "xining")
                .append("name", "ticket " + number)
                .append("version", 1L)
                .append("content", PADDING);
        return Mono.from(tickets.insertOne(ticket))
                .doOnNext(inserted -> acknowledged.put(number, 1L))
                .then(change(tickets, number, 1))
                .then(change(tickets, number, 2));
    }

    private Mono<Long> change(MongoCollection<Document> tickets, int number, long version) {
        return Mono.defer(() -> Mono.from(tickets.findOneAndUpdate(
                        and(eq("_id", number), eq("version", version)),
                        Updates.set("version", version + 1),
                        new FindOneAndUpdateOptions().returnDocument(ReturnDocument.AFTER))))
                .map(changed -> changed.getLong("version"))
                .doOnNext(changed -> acknowledged.put(number, changed));
    }

    private void everythingAcknowledgedIsThere(MongoCollection<Document> tickets) {
        Map<Integer, Long> stored = Flux.from(tickets.find())
                .collectMap(ticket -> ticket.getInteger("_id"), ticket -> ticket.getLong("version"))
                .block();
        assertThat(acknowledged)
                .allSatisfy((number, version) -> assertThat(stored.get(number)).isGreaterThanOrEqualTo(version));
        assertThat(one(tickets.countDocuments(and(eq("tenant", "xining"), gte("version", 1L)))))
                .as("counted by an index")
                .isEqualTo(stored.size());
    }
}
