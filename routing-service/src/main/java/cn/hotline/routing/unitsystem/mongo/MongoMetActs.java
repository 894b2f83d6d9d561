package cn.hotline.routing.unitsystem.mongo;

import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Indexes.ascending;
import static com.mongodb.client.model.Sorts.descending;

import cn.hotline.chassis.Cause;
import cn.hotline.chassis.mongo.DocumentStore;
import cn.hotline.routing.unitsystem.MetActs;
import com.mongodb.client.model.IndexModel;
import com.mongodb.client.model.ReplaceOptions;
import com.mongodb.reactivestreams.client.MongoCollection;
import java.time.Instant;
import java.util.List;
import org.bson.BsonDateTime;
import org.bson.BsonDocument;
import org.bson.BsonString;
import reactor.core.publisher.Mono;

/** Documents of the collection {@code unitActs}, one for each act, without what it said. */
public final class MongoMetActs implements MetActs {

    private final MongoCollection<BsonDocument> acts;

    public MongoMetActs(DocumentStore<?> store) {
        this.acts = store.collection("unitActs", List.of(new IndexModel(ascending("unit", "at"))));
    }

    @Override
    public Mono<String> find(String unit, String id) {
        return ofTenant(unit)
                .flatMap(whose ->
                        Mono.from(acts.find(eq("_id", whose + "/" + id)).limit(1)))
                .map(act -> act.getString("hash").getValue());
    }

    @Override
    public Mono<Void> keep(String unit, String id, String hash, Instant at) {
        return ofTenant(unit)
                .flatMap(whose -> Mono.from(acts.replaceOne(
                        eq("_id", whose + "/" + id),
                        new BsonDocument("_id", new BsonString(whose + "/" + id))
                                .append("unit", new BsonString(whose))
                                .append("hash", new BsonString(hash))
                                .append("at", new BsonDateTime(at.toEpochMilli())),
                        new ReplaceOptions().upsert(true))))
                .then();
    }

    @Override
    public Mono<Instant> lastAt(String unit) {
        return ofTenant(unit)
                .flatMap(whose -> Mono.from(
                        acts.find(eq("unit", whose)).sort(descending("at")).limit(1)))
                .map(act -> Instant.ofEpochMilli(act.getDateTime("at").getValue()));
    }

    private static Mono<String> ofTenant(String unit) {
        return Cause.current().map(cause -> cause.tenant() + "/" + unit);
    }
}
