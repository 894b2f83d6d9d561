package cn.hotline.evaluation.store;

import static cn.hotline.evaluation.store.OpenStore.one;
import static com.mongodb.client.model.Filters.eq;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.mongodb.MongoException;
import com.mongodb.client.result.InsertOneResult;
import com.mongodb.reactivestreams.client.MongoCollection;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.IntStream;
import org.bson.Document;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

class DurabilityIT {

    private static final int OUT_OF_DISK_SPACE = 14031;

    @TempDir
    Path folder;

    @Test
    void aWriteIsAnsweredOnlyAfterTheSync() throws Exception {
        Semaphore begun = new Semaphore(0);
        Semaphore allowed = new Semaphore(0);
        EvaluationStore.Settings settings = OpenStore.syncing(sync -> () -> {
            begun.release();
            allowed.acquireUninterruptibly();
            sync.run();
        });
        try (OpenStore store = OpenStore.in(folder, settings)) {
            CompletableFuture<InsertOneResult> answer = Mono.from(
                            store.collection("tickets").insertOne(new Document("_id", 1)))
                    .toFuture();
            begun.acquire();

            assertThatThrownBy(() -> answer.get(200, TimeUnit.MILLISECONDS)).isInstanceOf(TimeoutException.class);

            allowed.release(1000);
            assertThat(answer.get(10, TimeUnit.SECONDS).wasAcknowledged()).isTrue();
        }
    }

    @Test
    void manyWritersShareASync() {
        AtomicInteger syncs = new AtomicInteger();
        EvaluationStore.Settings settings = OpenStore.syncing(sync -> () -> {
            syncs.incrementAndGet();
            sync.run();
        });
        try (OpenStore store = OpenStore.in(folder, settings)) {
            MongoCollection<Document> tickets = store.collection("tickets");
            Flux.range(0, 2000)
                    .flatMap(number -> tickets.insertOne(new Document("_id", number)), 50)
                    .blockLast();

            assertThat(syncs.get()).isPositive().isLessThan(1000);
        }
    }

    @Test
    void aWriteThatCannotBeSyncedIsRefusedAndTheStoreSaysSo() {
        AtomicBoolean failing = new AtomicBoolean();
        EvaluationStore.Settings settings = OpenStore.syncing(sync -> () -> {
            if (failing.get()) {
                throw new IllegalStateException("No space left on device");
            }
            sync.run();
        });
        try (OpenStore store = OpenStore.in(folder, settings)) {
            MongoCollection<Document> tickets = store.collection("tickets");
            one(tickets.insertOne(new Document("_id", 1)));
            failing.set(true);

            assertThatThrownBy(() -> one(tickets.insertOne(new Document("_id", 2))))
                    .isInstanceOf(MongoException.class);
            failing.set(false);
            assertThatThrownBy(() -> one(tickets.insertOne(new Document("_id", 3))))
                    .isInstanceOf(MongoException.class);
            assertThat(store.store.failure().toCompletableFuture())
                    .isCompletedWithValueMatching(
                            failure -> failure.getMessage().contains("No space left"));
        }
    }

    @Test
    void onAFullDiskWritesAreRefusedAndReadsGoOn() {
        AtomicLong room = new AtomicLong(1L << 40);
        try (OpenStore store = OpenStore.in(folder, OpenStore.onDisk(path -> room.get()))) {
            MongoCollection<Document> tickets = store.collection("tickets");
            one(tickets.insertOne(new Document("_id", 0)));
            room.set(1 << 20);

            // The disk is looked at now and then, so some writes may still pass.
            assertThat(Flux.range(1, 100_000)
                            .concatMap(number -> tickets.insertOne(new Document("_id", number)))
                            .then(Mono.just(0))
                            .onErrorResume(MongoException.class, refusal -> Mono.just(refusal.getCode()))
                            .block())
                    .isEqualTo(OUT_OF_DISK_SPACE);
            assertThat(one(tickets.find(eq("_id", 0)))).isNotNull();
        }
    }

    @Test
    void aFullDiskIsSaidAtOnce() {
        assertThatThrownBy(() -> OpenStore.in(folder, OpenStore.onDisk(path -> 0)))
                .isInstanceOf(StoreUnavailable.class)
                .hasMessage("The disk that holds " + folder + " is full.");
    }

    @Test
    void aFolderInUseIsSaidAtOnce() {
        try (OpenStore first = OpenStore.in(folder)) {
            assertThat(first.store.uri()).startsWith("mongodb://127.0.0.1:");
            assertThatThrownBy(() -> OpenStore.in(folder))
                    .isInstanceOf(StoreUnavailable.class)
                    .hasMessage("The data folder " + folder + " is in use by another running instance.");
        }
    }

    @Test
    void anAddressInUseIsSaidAtOnceAndTheFolderIsFreeAgain() {
        try (OpenStore other = OpenStore.in(folder.resolve("other"))) {
            URI taken = URI.create(other.store.uri());
            assertThatThrownBy(() -> EvaluationStore.open(
                            folder.resolve("mine"), new InetSocketAddress(taken.getHost(), taken.getPort())))
                    .isInstanceOf(StoreUnavailable.class)
                    .hasMessageContaining(":" + taken.getPort() + " is in use");
        }
        OpenStore.in(folder.resolve("mine")).close();
    }

    @Test
    void aDamagedFileIsSaidAtOnce() throws Exception {
        Files.write(folder.resolve("documents.mv.db"), new byte[20_000]);

        assertThatThrownBy(() -> OpenStore.in(folder))
                .isInstanceOf(StoreUnavailable.class)
                .hasMessageContaining("is damaged and cannot be opened");
    }

    @Test
    void aReaderNeverSeesHalfAChange() {
        List<String> fields = IntStream.range(0, 100).mapToObj(i -> "f" + i).toList();
        try (OpenStore store = OpenStore.in(folder)) {
            MongoCollection<Document> tickets = store.collection("tickets");
            one(tickets.insertOne(allSame(fields, -1).append("_id", 1)));

            Mono<Void> writing = Flux.range(0, 1500)
                    .flatMap(n -> tickets.updateOne(eq("_id", 1), new Document("$set", allSame(fields, n))), 2)
                    .then();
            Flux<Document> reading = Mono.defer(
                            () -> Mono.from(tickets.find(eq("_id", 1)).first()))
                    .repeat()
                    .takeUntilOther(writing);

            List<Long> different = reading.map(document ->
                            fields.stream().map(document::get).distinct().count())
                    .collectList()
                    .block();
            assertThat(different).hasSizeGreaterThan(100).containsOnly(1L);
        }
    }

    private static Document allSame(List<String> fields, int value) {
        Document document = new Document();
        fields.forEach(field -> document.append(field, value));
        return document;
    }
}
