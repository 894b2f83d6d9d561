package cn.hotline.chassis.kafka;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.lt;
import static com.mongodb.client.model.Updates.combine;
import static com.mongodb.client.model.Updates.set;
import static com.mongodb.client.model.Updates.unset;

import cn.hotline.chassis.event.EventFamily;
import cn.hotline.chassis.event.EventFamily.Told;
import cn.hotline.chassis.mongo.Outbox;
import com.mongodb.WriteConcern;
import com.mongodb.client.model.BulkWriteOptions;
import com.mongodb.client.model.Projections;
import com.mongodb.client.model.Sorts;
import com.mongodb.client.model.UpdateOneModel;
import com.mongodb.reactivestreams.client.MongoCollection;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import java.time.Duration;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.kafka.clients.producer.Producer;
import org.bson.BsonArray;
import org.bson.BsonDocument;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import reactor.core.Disposable;
import reactor.core.Disposables;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * Takes the events that documents have told to Kafka: at once after the write, and again by a sweep for whatever was
 * left behind when a process died or Kafka was away.
 *
 * <p>Always a document's whole outbox, from its oldest event, in order. So with any number of replicas, and wherever
 * one of them dies, a reader may see a beginning twice but never a gap. Sent events are taken out of their documents
 * by the documents' next write or else in batches, and only if nothing was told meanwhile; taking out too late costs a
 * doubled event, never a lost one.
 *
 * <p>Thread-safe.
 */
public final class OutboxRelay implements Outbox.Courier, AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(OutboxRelay.class);
    /** Long enough that the next write of a busy document comes first and takes the sent events out with it. */
    private static final Duration TIDY_EVERY = Duration.ofSeconds(2);

    private static final Duration SWEEP_EVERY = Duration.ofSeconds(5);
    private static final Duration LEFT_BEHIND_AFTER = Duration.ofSeconds(10);
    private static final int SWEPT_AT_ONCE = 500;

    private final Producer<byte[], byte[]> producer;
    private final String topic;
    private final Clock clock;
    private final Counter sent;
    private final Counter failed;
    private final Map<Mailbox, Long> delivered = new ConcurrentHashMap<>();
    private final Disposable.Composite rounds = Disposables.composite();

    /** Sending may wait for Kafka, so it has a thread of its own. What does not fit its queue is left to the sweep. */
    private final ThreadPoolExecutor sender = new ThreadPoolExecutor(
            1, 1, 0, TimeUnit.SECONDS, new ArrayBlockingQueue<>(20_000), OutboxRelay::thread, (task, full) -> {});

    public OutboxRelay(Producer<byte[], byte[]> producer, String topic, MeterRegistry meters, Clock clock) {
        this.producer = producer;
        this.topic = topic;
        this.clock = clock;
        this.sent = Counter.builder("hotline.outbox.sent")
                .description("Events acknowledged by Kafka")
                .register(meters);
        this.failed = Counter.builder("hotline.outbox.failed")
                .description("Events Kafka did not take; the sweep sends them again")
                .register(meters);
    }

    @Override
    public void send(MongoCollection<BsonDocument> documents, String id, List<Told> outbox) {
        sender.execute(() -> sendNow(new Mailbox(documents, id), outbox));
    }

    @Override
    public long sentUpTo(MongoCollection<BsonDocument> documents, String id) {
        return delivered.getOrDefault(new Mailbox(documents, id), 0L);
    }

    @Override
    public void takenOut(MongoCollection<BsonDocument> documents, String id, long sequence) {
        delivered.remove(new Mailbox(documents, id), sequence);
    }

    /** Begins to tidy and to sweep these collections. */
    public void start(List<MongoCollection<BsonDocument>> collections) {
        rounds.add(every(TIDY_EVERY, tidy()));
        rounds.add(every(
                SWEEP_EVERY,
                Flux.fromIterable(collections).concatMap(this::sweep).then()));
    }

    /** Sends what is queued, waits for Kafka and takes the sent events out; bounded to a few seconds. */
    @Override
    public void close() {
        rounds.dispose();
        sender.shutdown();
        try {
            sender.awaitTermination(5, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        producer.close(Duration.ofSeconds(5));
        tidy().timeout(Duration.ofSeconds(5)).onErrorComplete().block();
    }

    /** What Kafka refuses at once keeps those behind it: a later event that came through alone would be a gap. */
    private void sendNow(Mailbox mailbox, List<Told> outbox) {
        try {
            long last = outbox.get(outbox.size() - 1).sequence();
            AtomicInteger missing = new AtomicInteger(outbox.size());
            for (Told told : outbox) {
                Future<?> sending = producer.send(EventFamily.record(topic, told), (metadata, problem) -> {
                    if (problem != null) {
                        failed.increment();
                        return;
                    }
                    sent.increment();
                    if (missing.decrementAndGet() == 0) {
                        delivered.merge(mailbox, last, Math::max);
                    }
                });
                if (isRefused(sending)) {
                    LOG.warn("Kafka does not take events of {}: the sweep sends them again", mailbox.id());
                    return;
                }
            }
        } catch (RuntimeException kafkaIsAway) {
            LOG.warn("Kafka does not take events of {}: {}", mailbox.id(), kafkaIsAway.toString());
        }
    }

    private static boolean isRefused(Future<?> sending) {
        if (!sending.isDone()) {
            return false;
        }
        try {
            sending.get();
            return false;
        } catch (ExecutionException refused) {
            return true;
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            return true;
        }
    }

    /** Empties the outboxes of which the last event is sent; those that have told more since keep theirs. */
    private Mono<Void> tidy() {
        return Flux.defer(() -> Flux.fromIterable(List.copyOf(delivered.entrySet())))
                .doOnNext(entry -> delivered.remove(entry.getKey(), entry.getValue()))
                .groupBy(entry -> entry.getKey().documents(), Integer.MAX_VALUE)
                .flatMap(group -> group.map(entry -> emptied(entry.getKey().id(), entry.getValue()))
                        .buffer(1_000)
                        .concatMap(updates -> group.key()
                                .withWriteConcern(WriteConcern.W1)
                                .bulkWrite(updates, new BulkWriteOptions().ordered(false))))
                .then();
    }

    private static UpdateOneModel<BsonDocument> emptied(String id, long lastSent) {
        return new UpdateOneModel<>(
                and(eq("_id", id), eq("sequence", lastSent)),
                combine(set(Outbox.FIELD, new BsonArray()), unset(Outbox.UNSENT_SINCE)));
    }

    private Mono<Void> sweep(MongoCollection<BsonDocument> documents) {
        return Flux.from(documents
                        .find(lt(Outbox.UNSENT_SINCE, Date.from(clock.instant().minus(LEFT_BEHIND_AFTER))))
                        .projection(Projections.include(Outbox.FIELD))
                        .sort(Sorts.ascending(Outbox.UNSENT_SINCE))
                        .limit(SWEPT_AT_ONCE))
                .doOnNext(document -> send(documents, document.getString("_id").getValue(), Outbox.entries(document)))
                .then();
    }

    private static Disposable every(Duration pause, Mono<Void> round) {
        return round.onErrorResume(problem -> {
                    LOG.warn("Outbox round failed, the next one will do it: {}", problem.toString());
                    return Mono.empty();
                })
                .repeatWhen(done -> done.delayElements(pause))
                .subscribe();
    }

    private static Thread thread(Runnable work) {
        Thread thread = new Thread(work, "outbox-relay");
        thread.setDaemon(true);
        return thread;
    }

    /** Whose outbox. */
    private record Mailbox(MongoCollection<BsonDocument> documents, String id) {}
}
