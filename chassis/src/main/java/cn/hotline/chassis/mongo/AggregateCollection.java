package cn.hotline.chassis.mongo;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.in;
import static com.mongodb.client.model.Projections.include;

import cn.hotline.chassis.Aggregates;
import cn.hotline.chassis.Aggregates.Versioned;
import cn.hotline.chassis.Cause;
import cn.hotline.chassis.Change;
import cn.hotline.chassis.Refusal.General;
import cn.hotline.chassis.Refused;
import cn.hotline.chassis.event.EventFamily.Told;
import com.mongodb.ErrorCategory;
import com.mongodb.MongoBulkWriteException;
import com.mongodb.MongoException;
import com.mongodb.bulk.BulkWriteError;
import com.mongodb.client.model.BulkWriteOptions;
import com.mongodb.client.model.InsertManyOptions;
import com.mongodb.client.model.UpdateOneModel;
import com.mongodb.reactivestreams.client.MongoCollection;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Semaphore;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.stream.Stream;
import org.bson.BsonArray;
import org.bson.BsonDocument;
import org.bson.BsonDocumentReader;
import org.bson.BsonDocumentWriter;
import org.bson.BsonInt32;
import org.bson.BsonInt64;
import org.bson.BsonString;
import org.bson.BsonValue;
import org.bson.codecs.Codec;
import org.bson.codecs.DecoderContext;
import org.bson.codecs.EncoderContext;
import org.bson.conversions.Bson;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.publisher.MonoSink;
import reactor.util.retry.Retry;

/**
 * Aggregates as documents: one aggregate, one document, one atomic write per decision.
 *
 * <pre>
 * { _id, tenant, version,            which, whose, how often written
 *   state: {…},                      the aggregate
 *   sequence,                        how many events it has told
 *   outbox: [events], unsentSince,   told but perhaps not yet sent
 *   seen: { stream: sequence },      events of others it has met
 *   keys: [command keys],            commands it has met, the last {@value #KEYS_KEPT}
 *   contradictions: [...] }          facts of others that came out of place
 * </pre>
 *
 * <p>The tenant of the {@link Cause} stands in every filter this class makes; callers cannot leave it out.
 * Thread-safe.
 */
public final class AggregateCollection<S, E> implements Aggregates<S, E> {

    private static final int KEYS_KEPT = 20;
    private static final int ATTEMPTS = 50;

    private final MongoCollection<BsonDocument> documents;
    private final Codec<S> states;
    private final Outbox<E> outbox;
    private final Convoy<Wanted, Optional<BsonDocument>> loads = new Convoy<>(this::loadAll);
    private final Convoy<BsonDocument, Optional<BulkWriteError>> inserts = new Convoy<>(this::insertAll);
    private final Convoy<UpdateOneModel<BsonDocument>, Boolean> updates = new Convoy<>(this::updateAll);

    AggregateCollection(MongoCollection<BsonDocument> documents, Class<S> state, Outbox<E> outbox) {
        this.documents = documents;
        this.states = documents.getCodecRegistry().get(state);
        this.outbox = outbox;
    }

    @Override
    public Mono<Versioned<S>> find(String id) {
        return Cause.current().flatMap(cause -> load(cause, id)).map(this::versioned);
    }

    /**
     * States that match, in order.
     *
     * @param filter over {@code state.…} fields
     * @param limit at most so many, 1 or more
     */
    public Flux<Versioned<S>> list(Bson filter, Bson sort, int skip, int limit) {
        return Cause.current()
                .flatMapMany(cause -> documents
                        .find(and(eq("tenant", cause.tenant()), filter))
                        .sort(sort)
                        .skip(skip)
                        .limit(limit))
                .map(this::versioned);
    }

    /** Ids of those that match, in order: without their states, and so of documents too that cannot be read. */
    public Flux<String> ids(Bson filter, Bson sort, int skip, int limit) {
        return Cause.current()
                .flatMapMany(cause -> documents
                        .find(and(eq("tenant", cause.tenant()), filter))
                        .projection(include("_id"))
                        .sort(sort)
                        .skip(skip)
                        .limit(limit))
                .map(document -> document.getString("_id").getValue());
    }

    /** How many match. */
    public Mono<Long> count(Bson filter) {
        return Cause.current()
                .flatMap(cause -> Mono.from(documents.countDocuments(and(eq("tenant", cause.tenant()), filter))));
    }

    @Override
    public Mono<Opened<S>> open(String id, Change<S, E> change) {
        return Cause.current().flatMap(cause -> insert(cause, id, change)
                .map(stored -> new Opened<>(stored, true))
                .onErrorResume(AggregateCollection::isTaken, taken -> load(cause, id)
                        .map(document -> new Opened<>(versioned(document), false))));
    }

    @Override
    public Mono<Versioned<S>> change(String id, Function<S, Change<S, E>> decision) {
        return change(id, (cause, document) -> decide(cause, document, decision), AggregateCollection::absent);
    }

    @Override
    public Mono<Versioned<S>> change(String id, long version, Function<S, Change<S, E>> decision) {
        return change(
                id,
                (cause, document) -> hasMet(cause, document) || versionOf(document) == version
                        ? decide(cause, document, decision)
                        : Mono.error(new Refused(General.VERSION_CONFLICT)),
                AggregateCollection::absent);
    }

    @Override
    public Mono<Versioned<S>> changeOrOpen(String id, S blank, Function<S, Change<S, E>> decision) {
        return change(
                id,
                (cause, document) -> decide(cause, document, decision),
                cause -> insert(cause, id, decision.apply(blank)));
    }

    /** Who loses a race, to a newer version or to a document that was not there, decides again on what is there now. */
    private Mono<Versioned<S>> change(
            String id,
            BiFunction<Cause, BsonDocument, Mono<Versioned<S>>> present,
            Function<Cause, Mono<Versioned<S>>> absent) {
        return Cause.current().flatMap(cause -> load(cause, id)
                .flatMap(document -> present.apply(cause, document))
                .switchIfEmpty(Mono.defer(() -> absent.apply(cause)))
                .retryWhen(Retry.backoff(ATTEMPTS, Duration.ofMillis(2))
                        .maxBackoff(Duration.ofMillis(100))
                        .jitter(0.8)
                        .filter(e -> e == Overtaken.INSTANCE || isTaken(e))
                        .onRetryExhaustedThrow((retry, signal) -> new Refused(General.BUSY))));
    }

    private static <T> Mono<T> absent(Cause cause) {
        return cause.position() == null ? Mono.error(new Refused(General.NOT_FOUND)) : Mono.empty();
    }

    private Mono<BsonDocument> load(Cause cause, String id) {
        return loads.join(new Wanted(cause.tenant(), id)).flatMap(Mono::justOrEmpty);
    }

    private Mono<List<Optional<BsonDocument>>> loadAll(List<Wanted> wanted) {
        List<String> ids = wanted.stream().map(Wanted::id).toList();
        List<String> tenants = wanted.stream().map(Wanted::tenant).distinct().toList();
        return Flux.from(documents.find(and(in("_id", ids), in("tenant", tenants))))
                .collectMap(Wanted::of)
                .map(found -> wanted.stream()
                        .map(one -> Optional.ofNullable(found.get(one)))
                        .toList());
    }

    /** For each document why it was not inserted, or nothing. */
    private Mono<List<Optional<BulkWriteError>>> insertAll(List<BsonDocument> all) {
        return Mono.from(documents.insertMany(all, new InsertManyOptions().ordered(false)))
                .map(inserted -> Collections.nCopies(all.size(), Optional.<BulkWriteError>empty()))
                .onErrorResume(MongoBulkWriteException.class, some -> {
                    if (some.getWriteConcernError() != null) {
                        return Mono.error(some);
                    }
                    List<Optional<BulkWriteError>> problems =
                            new ArrayList<>(Collections.nCopies(all.size(), Optional.empty()));
                    some.getWriteErrors().forEach(error -> problems.set(error.getIndex(), Optional.of(error)));
                    return Mono.just(problems);
                });
    }

    /**
     * For each update whether it is known to have hit its document. The store says only how many did: when not all,
     * nobody knows, and all must look again.
     */
    private Mono<List<Boolean>> updateAll(List<UpdateOneModel<BsonDocument>> all) {
        return Mono.from(documents.bulkWrite(all, new BulkWriteOptions().ordered(false)))
                .map(result -> Collections.nCopies(all.size(), result.getMatchedCount() == all.size()));
    }

    private Mono<Versioned<S>> decide(Cause cause, BsonDocument document, Function<S, Change<S, E>> decision) {
        Versioned<S> before = versioned(document);
        if (hasMet(cause, document)) {
            // It may have been met just now, on a convoy that could not say so: nobody has sent its events yet.
            outbox.send(documents, document.getString("_id").getValue(), Outbox.entries(document));
            return Mono.just(before);
        }
        try {
            return save(cause, document, decision.apply(before.state()), null);
        } catch (Refused refused) {
            return cause.position() == null
                    ? Mono.error(refused)
                    : save(cause, document, new Change<>(before.state(), List.of()), refused);
        }
    }

    private Mono<Versioned<S>> insert(Cause cause, String id, Change<S, E> change) {
        List<Told> told = told(cause, change, 0);
        BsonDocument document = new BsonDocument("_id", new BsonString(id))
                .append("tenant", new BsonString(cause.tenant()))
                .append("version", new BsonInt64(1))
                .append("state", encoded(change.state()))
                .append("sequence", new BsonInt64(told.size()))
                .append(Outbox.FIELD, Outbox.entries(told));
        if (!told.isEmpty()) {
            document.append(Outbox.UNSENT_SINCE, outbox.now());
        }
        if (cause.position() != null) {
            document.append(
                    "seen",
                    new BsonDocument(
                            field(cause.position().source()),
                            new BsonInt64(cause.position().sequence())));
        }
        if (cause.commandKey() != null) {
            document.append("keys", new BsonArray(List.of(new BsonString(cause.commandKey()))));
        }
        return inserts.join(document).map(problem -> {
            if (problem.isPresent()) {
                throw new NotInserted(problem.get());
            }
            outbox.send(documents, id, told);
            return new Versioned<>(change.state(), 1);
        });
    }

    private Mono<Versioned<S>> save(
            Cause cause, BsonDocument before, Change<S, E> change, @Nullable Refused outOfPlace) {
        long version = versionOf(before);
        String id = before.getString("_id").getValue();
        long sequence = before.getNumber("sequence").longValue();
        List<Told> told = told(cause, change, sequence);
        BsonDocument set =
                new BsonDocument("state", encoded(change.state())).append("version", new BsonInt64(version + 1));
        BsonDocument unset = new BsonDocument();
        BsonDocument push = new BsonDocument();
        boolean sent = sequence > 0 && outbox.sentUpTo(documents, id) >= sequence;
        if (sent) {
            set.append(Outbox.FIELD, Outbox.entries(told));
        }
        if (!told.isEmpty()) {
            set.append("sequence", new BsonInt64(sequence + told.size()));
            set.append(Outbox.UNSENT_SINCE, outbox.now());
            if (!sent) {
                push.append(Outbox.FIELD, new BsonDocument("$each", Outbox.entries(told)));
            }
        } else if (sent) {
            unset.append(Outbox.UNSENT_SINCE, new BsonString(""));
        }
        if (cause.position() != null) {
            set.append(
                    "seen." + field(cause.position().source()),
                    new BsonInt64(cause.position().sequence()));
        }
        if (cause.commandKey() != null) {
            push.append(
                    "keys",
                    new BsonDocument("$each", new BsonArray(List.of(new BsonString(cause.commandKey()))))
                            .append("$slice", new BsonInt32(-KEYS_KEPT)));
        }
        if (outOfPlace != null) {
            push.append("contradictions", outbox.contradiction(documents, cause, outOfPlace));
        }
        BsonDocument update = new BsonDocument("$set", set);
        if (!push.isEmpty()) {
            update.append("$push", push);
        }
        if (!unset.isEmpty()) {
            update.append("$unset", unset);
        }
        Bson asItWas = and(mine(cause, id), eq("version", version));
        return update(cause, new UpdateOneModel<>(asItWas, update)).map(hit -> {
            if (!hit) {
                throw Overtaken.INSTANCE;
            }
            List<Told> unsent = new ArrayList<>();
            if (sent) {
                outbox.takenOut(documents, id, sequence);
            } else {
                unsent.addAll(Outbox.entries(before));
            }
            unsent.addAll(told);
            outbox.send(documents, id, unsent);
            return new Versioned<>(change.state(), version + 1);
        });
    }

    /** An event may go in a convoy, since its document remembers it; a command must know at once whether it was done. */
    private Mono<Boolean> update(Cause cause, UpdateOneModel<BsonDocument> update) {
        return cause.position() != null
                ? updates.join(update)
                : Mono.from(documents.updateOne(update.getFilter(), update.getUpdate()))
                        .map(result -> result.getMatchedCount() == 1);
    }

    private List<Told> told(Cause cause, Change<S, E> change, long sequence) {
        List<Told> told = new ArrayList<>(change.events().size());
        for (E event : change.events()) {
            told.add(outbox.tell(event, ++sequence, cause));
        }
        return told;
    }

    private static boolean hasMet(Cause cause, BsonDocument document) {
        if (cause.position() != null) {
            BsonValue seen = document.getDocument("seen", new BsonDocument())
                    .get(field(cause.position().source()));
            return seen != null
                    && seen.asNumber().longValue() >= cause.position().sequence();
        }
        return cause.commandKey() != null
                && document.getArray("keys", new BsonArray()).contains(new BsonString(cause.commandKey()));
    }

    private Versioned<S> versioned(BsonDocument document) {
        S state = states.decode(
                new BsonDocumentReader(document.getDocument("state")),
                DecoderContext.builder().build());
        return new Versioned<>(state, versionOf(document));
    }

    private BsonDocument encoded(S state) {
        BsonDocument document = new BsonDocument();
        states.encode(
                new BsonDocumentWriter(document),
                state,
                EncoderContext.builder().build());
        return document;
    }

    private static long versionOf(BsonDocument document) {
        return document.getNumber("version").longValue();
    }

    private static Bson mine(Cause cause, String id) {
        return and(eq("_id", id), eq("tenant", cause.tenant()));
    }

    /** A stream's name as a field name: {@code /intake/ticket} is {@code intake_ticket}. */
    private static String field(String source) {
        return source.substring(1).replace('/', '_');
    }

    private static boolean isTaken(Throwable e) {
        return e instanceof NotInserted mongo
                && ErrorCategory.fromErrorCode(mongo.getCode()) == ErrorCategory.DUPLICATE_KEY;
    }

    /** Whose document of which id. */
    private record Wanted(String tenant, String id) {

        static Wanted of(BsonDocument document) {
            return new Wanted(
                    document.getString("tenant").getValue(),
                    document.getString("_id").getValue());
        }
    }

    /** What the store said of one document of many. */
    static final class NotInserted extends MongoException {
        private static final long serialVersionUID = 1L;

        NotInserted(BulkWriteError error) {
            super(error.getCode(), error.getMessage());
        }
    }

    /** Somebody else wrote first. */
    private static final class Overtaken extends RuntimeException {
        private static final long serialVersionUID = 1L;
        static final Overtaken INSTANCE = new Overtaken();

        private Overtaken() {
            super("overtaken", null, false, false);
        }
    }

    /**
     * Trips to the store that are cheaper together: whoever comes while trips are under way goes along on the next one.
     * Who comes alone leaves at once.
     *
     * @param <I> what one traveller asks
     * @param <O> what one traveller is told
     */
    private static final class Convoy<I, O> {

        private static final int TRIPS_AT_ONCE = 2;
        private static final int LONGEST = 200;

        private final Function<List<I>, Mono<List<O>>> trip;
        private final Queue<Traveller<I, O>> waiting = new ConcurrentLinkedQueue<>();
        private final Semaphore trips = new Semaphore(TRIPS_AT_ONCE);

        Convoy(Function<List<I>, Mono<List<O>>> trip) {
            this.trip = trip;
        }

        /** Goes along; the answer is this traveller's own, an error is everybody's on the trip. */
        Mono<O> join(I asked) {
            return Mono.create(answer -> {
                waiting.add(new Traveller<>(asked, answer));
                leave();
            });
        }

        private void leave() {
            while (!waiting.isEmpty() && trips.tryAcquire()) {
                List<Traveller<I, O>> together = Stream.generate(waiting::poll)
                        .limit(LONGEST)
                        .takeWhile(Objects::nonNull)
                        .toList();
                if (together.isEmpty()) {
                    trips.release();
                } else {
                    travel(together);
                }
            }
        }

        private void travel(List<Traveller<I, O>> together) {
            Mono.defer(() -> trip.apply(together.stream().map(Traveller::asked).toList()))
                    .doFinally(end -> {
                        trips.release();
                        leave();
                    })
                    .subscribe(
                            answers -> {
                                for (int i = 0; i < answers.size(); i++) {
                                    together.get(i).answer().success(answers.get(i));
                                }
                            },
                            problem -> together.forEach(one -> one.answer().error(problem)));
        }

        private record Traveller<I, O>(I asked, MonoSink<O> answer) {}
    }
}
