package cn.hotline.intake.registration.mongo;

import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Updates.inc;

import cn.hotline.chassis.Cause;
import cn.hotline.chassis.mongo.DocumentStore;
import cn.hotline.intake.registration.Numbers;
import cn.hotline.intake.registration.model.TicketNumber;
import com.mongodb.client.model.FindOneAndUpdateOptions;
import com.mongodb.client.model.ReturnDocument;
import com.mongodb.reactivestreams.client.MongoCollection;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentHashMap;
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
    private final Map<String, Queue<Long>> blocks = new ConcurrentHashMap<>();

    public MongoNumbers(DocumentStore<?> store, String prefix, Clock clock) {
        this.counters = store.collection("counters", List.of());
        this.prefix = prefix;
        this.clock = clock;
    }

    @Override
    public Mono<TicketNumber> nextTicket() {
        return Mono.defer(() -> {
            LocalDate day = LocalDate.now(clock);
            return next("ticket", day).map(running -> TicketNumber.of(prefix, day, running));
        });
    }

    @Override
    public Mono<String> nextCall() {
        return Mono.defer(() -> {
            LocalDate day = LocalDate.now(clock);
            return next("call", day)
                    .map(running -> "C" + TicketNumber.of(prefix, day, running).value());
        });
    }

    private Mono<Long> next(String kind, LocalDate day) {
        return Cause.current().flatMap(cause -> {
            String counter = cause.tenant() + ":" + kind + ":" + day;
            Long held = take(counter);
            return held == null ? refill(counter) : Mono.just(held);
        });
    }

    /** Several may refill at once; each brings a block of its own. */
    private Mono<Long> refill(String counter) {
        return Mono.from(counters.findOneAndUpdate(
                        eq("_id", new BsonString(counter)), inc("last", (long) BLOCK), UPSERT))
                .map(document -> {
                    long last = document.getNumber("last").longValue();
                    keep(counter, last - BLOCK + 2, last);
                    return last - BLOCK + 1;
                });
    }

    private @Nullable Long take(String counter) {
        Queue<Long> block = blocks.get(counter);
        if (block == null) {
            return null;
        }
        synchronized (block) {
            return block.poll();
        }
    }

    private void keep(String counter, long first, long last) {
        blocks.keySet().removeIf(other -> !other.equals(counter) && isOfAnotherDay(other, counter));
        Queue<Long> block = blocks.computeIfAbsent(counter, any -> new ArrayDeque<>());
        synchronized (block) {
            LongStream.rangeClosed(first, last).forEach(block::add);
        }
    }

    private static boolean isOfAnotherDay(String one, String other) {
        return !one.substring(one.lastIndexOf(':')).equals(other.substring(other.lastIndexOf(':')));
    }
}
