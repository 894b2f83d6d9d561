package cn.hotline.intake.callers.mongo;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.empty;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.gt;
import static com.mongodb.client.model.Indexes.ascending;

import cn.hotline.chassis.mongo.DocumentStore;
import cn.hotline.intake.callers.Rotations;
import cn.hotline.intake.callers.keys.KeyRing;
import cn.hotline.intake.callers.keys.Keys;
import cn.hotline.intake.callers.model.Rotation;
import cn.hotline.intake.callers.model.Rotation.Batch;
import com.mongodb.ErrorCategory;
import com.mongodb.MongoException;
import com.mongodb.client.model.ReplaceOptions;
import com.mongodb.reactivestreams.client.MongoCollection;
import java.util.List;
import org.bson.BsonDocument;
import org.bson.codecs.pojo.annotations.BsonId;
import org.bson.conversions.Bson;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Renewal of collection {@code callers}; how far it has come is a document of collection {@code keys}. */
public final class MongoRotations implements Rotations {

    private static final String ID = "rotation";
    private static final int AT_ONCE = 8;

    private final MongoCollection<BsonDocument> callers;
    private final MongoCollection<Kept> rotations;
    private final KeyRing ring;

    public MongoRotations(DocumentStore<?> store, KeyRing ring) {
        this.callers = store.collection(SealedCaller.COLLECTION, List.of());
        this.rotations = store.collection("keys", List.of()).withDocumentClass(Kept.class);
        this.ring = ring;
    }

    @Override
    public Mono<Rotation> latest() {
        return Mono.from(rotations.find(eq("_id", ID)).limit(1)).map(Kept::rotation);
    }

    @Override
    public Mono<Void> save(Rotation rotation) {
        return Mono.from(rotations.replaceOne(eq("_id", ID), new Kept(ID, rotation), new ReplaceOptions().upsert(true)))
                .then();
    }

    @Override
    public Mono<Long> callers() {
        return Mono.from(callers.estimatedDocumentCount());
    }

    @Override
    public Mono<Batch> renew(@Nullable String after, int most) {
        return Flux.from(callers.find(after == null ? empty() : gt("_id", after))
                        .sort(ascending("_id"))
                        .limit(most))
                .collectList()
                .flatMap(found -> Flux.fromIterable(found)
                        .flatMap(caller -> renew(caller, ring.keys()), AT_ONCE)
                        .filter(renewed -> renewed)
                        .count()
                        .map(renewed -> new Batch(found.size(), renewed, found.isEmpty() ? null : idOf(last(found)))));
    }

    private Mono<Boolean> renew(BsonDocument caller, Keys inForce) {
        BsonDocument renewed = SealedCaller.renewed(caller, inForce);
        if (renewed.equals(caller)) {
            return Mono.just(false);
        }
        return idOf(renewed).equals(idOf(caller))
                ? Mono.from(callers.replaceOne(same(caller), renewed)).thenReturn(true)
                : move(caller, renewed).thenReturn(true);
    }

    /** The new document first: at no moment is the caller nowhere. */
    private Mono<Void> move(BsonDocument caller, BsonDocument renewed) {
        return insert(renewed)
                .flatMap(inserted -> inserted ? Mono.just(renewed) : placeOf(caller, renewed))
                .flatMap(there -> Mono.from(callers.deleteOne(same(caller)))
                        .filter(deleted -> deleted.getDeletedCount() == 0)
                        // Forgotten meanwhile: they must not come back.
                        .flatMap(forgotten -> Mono.from(callers.deleteOne(same(there)))))
                .then();
    }

    /**
     * The place is taken: by the same caller, when somebody was interrupted right here; else by one that was made known
     * to another process at the same time, under newer keys. Then this one stays, for its tickets, under its token.
     */
    private Mono<BsonDocument> placeOf(BsonDocument caller, BsonDocument renewed) {
        return Mono.from(callers.find(same(renewed)).limit(1))
                .hasElement()
                .flatMap(interrupted -> interrupted
                        ? Mono.from(callers.deleteOne(same(caller))).then(Mono.<BsonDocument>empty())
                        : insert(SealedCaller.byToken(renewed)).thenReturn(SealedCaller.byToken(renewed)));
    }

    private Mono<Boolean> insert(BsonDocument caller) {
        return Mono.from(callers.insertOne(caller))
                .thenReturn(true)
                .onErrorResume(MongoRotations::isTaken, taken -> Mono.just(false));
    }

    private static Bson same(BsonDocument caller) {
        return and(eq("_id", caller.get("_id")), eq("token", caller.get("token")));
    }

    private static String idOf(BsonDocument caller) {
        return caller.getString("_id").getValue();
    }

    private static BsonDocument last(List<BsonDocument> found) {
        return found.get(found.size() - 1);
    }

    private static boolean isTaken(Throwable e) {
        return e instanceof MongoException mongo
                && ErrorCategory.fromErrorCode(mongo.getCode()) == ErrorCategory.DUPLICATE_KEY;
    }

    /** As it is stored: the record codec only reaches what is public. */
    public record Kept(@BsonId String id, Rotation rotation) {}
}
