package cn.hotline.routing.unitsystem.mongo;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.gt;
import static com.mongodb.client.model.Projections.include;
import static com.mongodb.client.model.Sorts.ascending;
import static com.mongodb.client.model.Sorts.descending;

import cn.hotline.chassis.Cause;
import cn.hotline.chassis.mongo.DocumentStore;
import cn.hotline.routing.unitsystem.Letter;
import cn.hotline.routing.unitsystem.Letter.Draft;
import cn.hotline.routing.unitsystem.UnitMailbox;
import com.mongodb.ErrorCategory;
import com.mongodb.MongoWriteException;
import com.mongodb.client.model.IndexModel;
import com.mongodb.client.model.Indexes;
import com.mongodb.reactivestreams.client.MongoCollection;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import org.bson.BsonDateTime;
import org.bson.BsonDocument;
import org.bson.BsonInt64;
import org.bson.BsonString;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.util.retry.Retry;

/**
 * Documents of the collection {@code unitLetters}. The id is unit and number: two writers cannot both write the next one,
 * and none can be written before the one it follows. Within a process the writers of one box go one after another.
 */
public final class MongoUnitMailbox implements UnitMailbox {

    private static final String BOX = "box";
    private static final String UNIT = "unit";
    private static final String SEQUENCE = "sequence";
    private static final String THREAD = "thread";
    private static final int ATTEMPTS = 50;

    private final MongoCollection<BsonDocument> letters;
    private final Map<String, Lane> lanes = new ConcurrentHashMap<>();

    public MongoUnitMailbox(DocumentStore<?> store) {
        this.letters = store.collection(
                "unitLetters",
                List.of(
                        new IndexModel(Indexes.ascending(BOX, SEQUENCE)),
                        new IndexModel(Indexes.ascending(THREAD, UNIT, SEQUENCE))));
    }

    @Override
    public Mono<Letter> put(String unit, String thread, Function<Optional<Letter>, Optional<Draft>> decision) {
        return ofTenant(unit).flatMap(box -> lanes.computeIfAbsent(box, any -> new Lane())
                .inTurn(next(box, unit, thread, decision)
                        .retryWhen(Retry.backoff(ATTEMPTS, Duration.ofMillis(2))
                                .maxBackoff(Duration.ofMillis(100))
                                .jitter(0.8)
                                .filter(MongoUnitMailbox::wasFaster))));
    }

    /** The end of the box is read first: whoever writes afterwards, to this thread or another, takes our number. */
    private Mono<Letter> next(
            String box, String unit, String thread, Function<Optional<Letter>, Optional<Draft>> decision) {
        return size(unit).flatMap(size -> last(unit, thread)
                .map(Optional::of)
                .defaultIfEmpty(Optional.empty())
                .flatMap(last -> Mono.justOrEmpty(decision.apply(last)))
                .map(draft -> new Letter(unit, size + 1, thread, draft.version(), draft.notice()))
                .flatMap(letter -> ofTenant(thread)
                        .flatMap(key -> Mono.from(letters.insertOne(document(box, key, letter))))
                        .thenReturn(letter)));
    }

    @Override
    public Flux<Letter> after(String unit, long sequence, int most) {
        return ofTenant(unit)
                .flatMapMany(box -> letters.find(and(eq(BOX, box), gt(SEQUENCE, sequence)))
                        .sort(ascending(SEQUENCE))
                        .limit(most))
                .map(MongoUnitMailbox::letter);
    }

    @Override
    public Mono<Letter> last(String unit, String thread) {
        return ofTenant(thread)
                .flatMap(key -> Mono.from(letters.find(and(eq(THREAD, key), eq(UNIT, unit)))
                        .sort(descending(SEQUENCE))
                        .limit(1)))
                .map(MongoUnitMailbox::letter);
    }

    @Override
    public Flux<String> unitsOf(String thread) {
        return ofTenant(thread)
                .flatMapMany(key -> letters.find(eq(THREAD, key)).projection(include(UNIT)))
                .map(letter -> letter.getString(UNIT).getValue())
                .distinct();
    }

    @Override
    public Flux<String> threadsSince(String unit, Instant time) {
        return ofTenant(unit)
                .flatMapMany(box -> letters.find(and(eq(BOX, box), gt("at", new BsonDateTime(time.toEpochMilli())))))
                .map(document -> letter(document).thread())
                .distinct();
    }

    @Override
    public Mono<Long> size(String unit) {
        return ofTenant(unit)
                .flatMap(box -> Mono.from(
                        letters.find(eq(BOX, box)).sort(descending(SEQUENCE)).limit(1)))
                .map(last -> last.getNumber(SEQUENCE).longValue())
                .defaultIfEmpty(0L);
    }

    private static BsonDocument document(String box, String thread, Letter letter) {
        return new BsonDocument("_id", new BsonString(box + "/" + letter.sequence()))
                .append(BOX, new BsonString(box))
                .append(UNIT, new BsonString(letter.unit()))
                .append(SEQUENCE, new BsonInt64(letter.sequence()))
                .append(THREAD, new BsonString(thread))
                .append("version", new BsonInt64(letter.version()))
                .append("at", new BsonDateTime(letter.notice().at().toEpochMilli()))
                .append("type", new BsonString(Letter.FAMILY.wireNameOf(letter.notice())))
                .append("json", new BsonString(Letter.FAMILY.written(letter.notice())));
    }

    private static Letter letter(BsonDocument document) {
        String thread = document.getString(THREAD).getValue();
        return new Letter(
                document.getString(UNIT).getValue(),
                document.getNumber(SEQUENCE).longValue(),
                thread.substring(thread.indexOf('/') + 1),
                document.getNumber("version").longValue(),
                Letter.FAMILY.read(
                        document.getString("type").getValue(),
                        document.getString("json").getValue().getBytes(StandardCharsets.UTF_8)));
    }

    private static Mono<String> ofTenant(String part) {
        return Cause.current().map(cause -> cause.tenant() + "/" + part);
    }

    private static boolean wasFaster(Throwable problem) {
        return problem instanceof MongoWriteException write
                && ErrorCategory.fromErrorCode(write.getCode()) == ErrorCategory.DUPLICATE_KEY;
    }
}
