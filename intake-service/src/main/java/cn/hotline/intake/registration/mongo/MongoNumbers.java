package cn.hotline.intake.registration.mongo;

import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Updates.inc;

import cn.hotline.chassis.Cause;
import cn.hotline.chassis.ChassisWiring;
import cn.hotline.chassis.mongo.DocumentStore;
import cn.hotline.intake.registration.Numbers;
import cn.hotline.intake.registration.model.TicketNumber;
import com.mongodb.client.model.FindOneAndUpdateOptions;
import com.mongodb.client.model.ReturnDocument;
import com.mongodb.reactivestreams.client.MongoCollection;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.stream.LongStream;
import org.bson.BsonDocument;
import org.bson.BsonString;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

/**
 * Numbers from a counter document per tenant, day and kind, taken in blocks: the counter is written once for
 * {@value #BLOCK} numbers, and what is left of a block when the process ends is never given out.
 */
public final class MongoNumbers implements Numbers {

    private static final int BLOCK = 100;
    private static final FindOneAndUpdateOptions UPSERT =
            new FindOneAndUpdateOptions().upsert(true).returnDocument(ReturnDocument.AFTER);

    private final MongoCollection<BsonDocument> counters;
    private final String prefix;
    private final Clock clock;
    private final Map<Counter, Queue<Long>> blocks = new ConcurrentHashMap<>();

    public MongoNumbers(DocumentStore<?> store, String prefix, Clock clock) {
        this.counters = store.collection("counters", List.of());
        this.prefix = prefix;
        this.clock = clock;
    }

    @Override
    public Mono<TicketNumber> nextTicket() {
        return next("ticket");
    }

    @Override
    public Mono<String> nextCall() {
        return next("call").map(number -> "C" + number.value());
    }

    private Mono<TicketNumber> next(String kind) {
        return Cause.current()
                .map(cause ->
                        new Counter(cause.tenant(), kind, LocalDate.ofInstant(clock.instant(), ChassisWiring.ZONE)))
                .flatMap(counter -> running(counter).map(running -> TicketNumber.of(prefix, counter.day(), running)));
    }

    private Mono<Long> running(Counter counter) {
        Long held = take(counter);
        return held == null ? refill(counter) : Mono.just(held);
    }

    private @Nullable Long take(Counter counter) {
        Queue<Long> block = blocks.get(counter);
        return block == null ? null : block.poll();
    }

    /** Several may refill at once; each brings a block of its own. */
    private Mono<Long> refill(Counter counter) {
        return Mono.from(counters.findOneAndUpdate(
                        eq("_id", new BsonString(counter.id())), inc("last", (long) BLOCK), UPSERT))
                .map(document -> document.getNumber("last").longValue())
                .map(last -> {
                    keep(counter, last - BLOCK + 2, last);
                    return last - BLOCK + 1;
                });
    }

    private void keep(Counter counter, long first, long last) {
        blocks.keySet().removeIf(other -> other.day().isBefore(counter.day()));
        Queue<Long> block = blocks.computeIfAbsent(counter, any -> new ConcurrentLinkedQueue<>());
        LongStream.rangeClosed(first, last).forEach(block::add);
    }

    private record Counter(String tenant, String kind, LocalDate day) {

        String id() {
            return tenant + ":" + kind + ":" + day;
        }
    }
}
