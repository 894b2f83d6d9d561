package cn.hotline.chassis.mongo;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.lt;
import static com.mongodb.client.model.Updates.combine;
import static com.mongodb.client.model.Updates.set;
import static com.mongodb.client.model.Updates.setOnInsert;

import cn.hotline.chassis.Cause;
import com.mongodb.client.model.FindOneAndUpdateOptions;
import com.mongodb.client.model.IndexModel;
import com.mongodb.client.model.Indexes;
import com.mongodb.client.model.ReturnDocument;
import com.mongodb.reactivestreams.client.MongoCollection;
import java.time.Clock;
import java.time.Duration;
import java.util.Date;
import java.util.List;
import org.bson.BsonDocument;
import org.bson.BsonString;
import reactor.core.publisher.Mono;

/**
 * Things that may belong to one owner only, such as a channel's own number for a message: a document whose
 * {@code _id} is the thing claimed. First come, first served; whoever comes again finds what the first one wrote.
 *
 * <p>Uniqueness on anything but {@code _id} could not be sharded. Thread-safe.
 */
public final class Claims {

    private static final FindOneAndUpdateOptions UPSERT =
            new FindOneAndUpdateOptions().upsert(true).returnDocument(ReturnDocument.AFTER);

    private final MongoCollection<BsonDocument> claims;
    private final Clock clock;

    public Claims(DocumentStore<?> store, Clock clock) {
        this.claims = store.collection("claims", List.of(new IndexModel(Indexes.ascending("expiring"))));
        this.clock = clock;
    }

    /**
     * Claims a thing for an owner.
     *
     * @return the owner: the proposed one, or the one who was first
     */
    public Mono<String> claim(String thing, String proposedOwner) {
        return upsert(thing, setOnInsert("owner", proposedOwner))
                .map(claim -> claim.getString("owner").getValue());
    }

    /** Claims a thing that is forgotten some time after; {@link #forget} takes the old ones away. */
    public Mono<BsonDocument> claimForAWhile(String thing, String proposedOwner) {
        return upsert(
                thing,
                combine(setOnInsert("owner", proposedOwner), setOnInsert("expiring", Date.from(clock.instant()))));
    }

    /** Who owns a thing; empty when nobody has claimed it. */
    public Mono<String> ownerOf(String thing) {
        return Cause.current()
                .flatMap(cause ->
                        Mono.from(claims.find(eq("_id", id(cause, thing))).limit(1)))
                .map(claim -> claim.getString("owner").getValue());
    }

    /** Writes what came of it. */
    public Mono<Void> answer(String thing, BsonDocument answer) {
        return Cause.current()
                .flatMap(cause -> Mono.from(claims.updateOne(eq("_id", id(cause, thing)), set("answer", answer))))
                .then();
    }

    /** Gives back what nothing came of; a claim with an answer stays. */
    public Mono<Void> release(String thing) {
        return Cause.current()
                .flatMap(cause -> Mono.from(claims.deleteOne(and(eq("_id", id(cause, thing)), eq("answer", null)))))
                .then();
    }

    /** Takes away the claims for a while that are older than that, of all tenants. */
    public Mono<Long> forget(Duration age) {
        return Mono.from(claims.deleteMany(
                        lt("expiring", Date.from(clock.instant().minus(age)))))
                .map(result -> result.getDeletedCount());
    }

    private Mono<BsonDocument> upsert(String thing, org.bson.conversions.Bson update) {
        return Cause.current()
                .flatMap(cause -> Mono.from(
                        claims.findOneAndUpdate(eq("_id", new BsonString(id(cause, thing))), update, UPSERT)));
    }

    private static String id(Cause cause, String thing) {
        return cause.tenant() + ":" + thing;
    }
}
