package cn.hotline.intake.relay.mongo;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.lte;
import static com.mongodb.client.model.Updates.combine;
import static com.mongodb.client.model.Updates.push;
import static com.mongodb.client.model.Updates.set;

import cn.hotline.chassis.mongo.DocumentStore;
import cn.hotline.intake.callers.model.PhoneNumber;
import cn.hotline.intake.relay.RelayNumbers;
import cn.hotline.intake.relay.model.RelayCall;
import com.mongodb.ErrorCategory;
import com.mongodb.MongoException;
import com.mongodb.client.model.FindOneAndUpdateOptions;
import com.mongodb.client.model.IndexModel;
import com.mongodb.client.model.Indexes;
import com.mongodb.client.model.ReturnDocument;
import com.mongodb.reactivestreams.client.MongoCollection;
import java.time.Clock;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.UUID;
import org.bson.BsonArray;
import org.bson.BsonDateTime;
import org.bson.BsonDocument;
import org.bson.BsonInt64;
import org.bson.BsonString;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * An exchange for evaluation: lends the numbers of a pool, one loan at a time, and keeps a log of calls. It is in no
 * telephone network, so it has no use for the caller's number and keeps none.
 */
public final class PooledRelayNumbers implements RelayNumbers {

    private static final FindOneAndUpdateOptions UPSERT =
            new FindOneAndUpdateOptions().upsert(true).returnDocument(ReturnDocument.AFTER);

    private final MongoCollection<BsonDocument> pool;
    private final MongoCollection<BsonDocument> log;
    private final List<PhoneNumber> numbers;
    private final Clock clock;

    public PooledRelayNumbers(DocumentStore<?> store, List<PhoneNumber> numbers, Clock clock) {
        this.pool = store.collection("relay_pool", List.of());
        this.log = store.collection("relay_log", List.of(new IndexModel(Indexes.ascending("number", "until"))));
        this.numbers = List.copyOf(numbers);
        this.clock = clock;
    }

    @Override
    public Mono<Lent> bind(PhoneNumber caller, Instant until) {
        String binding = "x-" + UUID.randomUUID();
        return Flux.fromIterable(numbers)
                .concatMap(number -> take(number, binding, until), 1)
                .next()
                .switchIfEmpty(Mono.error(new IllegalStateException("All relay numbers are lent")))
                .delayUntil(lent -> Mono.from(log.insertOne(new BsonDocument("_id", new BsonString(binding))
                        .append("number", new BsonString(lent.number().value()))
                        .append("until", new BsonDateTime(until.toEpochMilli()))
                        .append("calls", new BsonArray()))));
    }

    @Override
    public Mono<List<RelayCall>> calls(String binding) {
        return Mono.from(log.find(eq("_id", binding)).limit(1))
                .map(loan -> loan.getArray("calls").stream()
                        .map(call -> new RelayCall(
                                Instant.ofEpochMilli(
                                        call.asDocument().getDateTime("at").getValue()),
                                call.asDocument().getInt64("seconds").getValue()))
                        .toList())
                .defaultIfEmpty(List.of());
    }

    /** As when somebody dials the number: written to the loan that is good now; false when it is lent to nobody. */
    public Mono<Boolean> dialled(PhoneNumber number, long seconds) {
        Instant now = clock.instant();
        BsonDocument call =
                new BsonDocument("at", new BsonDateTime(now.toEpochMilli())).append("seconds", new BsonInt64(seconds));
        return Mono.from(pool.find(eq("_id", number.value())).limit(1))
                .filter(lent -> lent.getDateTime("until").getValue() > now.toEpochMilli())
                .flatMap(lent -> Mono.from(log.updateOne(eq("_id", lent.get("binding")), push("calls", call))))
                .map(updated -> updated.getMatchedCount() == 1)
                .defaultIfEmpty(false);
    }

    /** Empty when somebody has it. */
    private Mono<Lent> take(PhoneNumber number, String binding, Instant until) {
        return Mono.from(pool.findOneAndUpdate(
                        and(eq("_id", number.value()), lte("until", Date.from(clock.instant()))),
                        combine(set("binding", binding), set("until", Date.from(until))),
                        UPSERT))
                .map(lent -> new Lent(binding, number, until))
                .onErrorResume(PooledRelayNumbers::isTaken, taken -> Mono.empty());
    }

    private static boolean isTaken(Throwable e) {
        return e instanceof MongoException mongo
                && ErrorCategory.fromErrorCode(mongo.getCode()) == ErrorCategory.DUPLICATE_KEY;
    }
}
