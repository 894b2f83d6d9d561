package cn.hotline.routing.unitsystem.mongo;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.in;
import static com.mongodb.client.model.Filters.lte;
import static com.mongodb.client.model.Updates.combine;
import static com.mongodb.client.model.Updates.set;
import static com.mongodb.client.model.Updates.setOnInsert;
import static com.mongodb.client.model.Updates.unset;

import cn.hotline.chassis.Cause;
import cn.hotline.chassis.mongo.DocumentStore;
import cn.hotline.routing.unitsystem.Deliveries;
import cn.hotline.routing.unitsystem.model.Condition.Delivery;
import cn.hotline.routing.unitsystem.model.Way;
import com.mongodb.client.model.FindOneAndUpdateOptions;
import com.mongodb.client.model.ReturnDocument;
import com.mongodb.client.model.UpdateOptions;
import com.mongodb.reactivestreams.client.MongoCollection;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import org.bson.BsonDocument;
import org.bson.conversions.Bson;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Documents of the collection {@code unitDeliveries}, one for each unit and way that was ever used. */
public final class MongoDeliveries implements Deliveries {

    private static final String POSITION = "position";
    private static final String TAKEN_UNTIL = "takenUntil";
    private static final String PROBLEM = "problem";
    private static final String AT = "at";

    private final MongoCollection<BsonDocument> documents;

    public MongoDeliveries(DocumentStore<?> store) {
        this.documents = store.collection("unitDeliveries", List.of());
    }

    @Override
    public Mono<Delivery> find(String unit, Way way) {
        return id(unit, way)
                .flatMap(id -> Mono.from(documents.find(eq("_id", id)).limit(1)))
                .map(MongoDeliveries::delivery)
                .defaultIfEmpty(new Delivery(way, 0, null, null));
    }

    @Override
    public Flux<Delivery> of(String unit) {
        return Flux.fromArray(Way.values())
                .concatMap(way -> id(unit, way))
                .collectList()
                .flatMapMany(ids -> documents.find(in("_id", ids)))
                .map(MongoDeliveries::delivery);
    }

    @Override
    public Mono<Delivery> take(String unit, Way way, Instant now, Instant until) {
        return id(unit, way)
                .flatMap(id -> made(id).then(Mono.from(documents.findOneAndUpdate(
                        and(eq("_id", id), lte(TAKEN_UNTIL, Date.from(now))),
                        set(TAKEN_UNTIL, Date.from(until)),
                        new FindOneAndUpdateOptions().returnDocument(ReturnDocument.AFTER)))))
                .map(MongoDeliveries::delivery);
    }

    @Override
    public Mono<Void> arrived(String unit, Way way, long sequence, Instant at, Instant until) {
        return update(
                unit,
                way,
                combine(
                        set(POSITION, sequence),
                        set(AT, Date.from(at)),
                        set(TAKEN_UNTIL, Date.from(until)),
                        unset(PROBLEM)));
    }

    @Override
    public Mono<Void> failed(String unit, Way way, String problem, Instant until) {
        return update(unit, way, combine(set(PROBLEM, problem), set(TAKEN_UNTIL, Date.from(until))));
    }

    @Override
    public Mono<Void> leave(String unit, Way way, Instant now) {
        return update(unit, way, set(TAKEN_UNTIL, Date.from(now)));
    }

    private Mono<?> made(String id) {
        return Mono.from(documents.updateOne(
                eq("_id", id),
                combine(setOnInsert(POSITION, 0L), setOnInsert(TAKEN_UNTIL, Date.from(Instant.EPOCH))),
                new UpdateOptions().upsert(true)));
    }

    private Mono<Void> update(String unit, Way way, Bson update) {
        return id(unit, way)
                .flatMap(id -> Mono.from(documents.updateOne(eq("_id", id), update, new UpdateOptions().upsert(true))))
                .then();
    }

    private static Delivery delivery(BsonDocument document) {
        String id = document.getString("_id").getValue();
        return new Delivery(
                Way.valueOf(id.substring(id.lastIndexOf('/') + 1)),
                document.getNumber(POSITION).longValue(),
                document.containsKey(AT)
                        ? Instant.ofEpochMilli(document.getDateTime(AT).getValue())
                        : null,
                document.containsKey(PROBLEM) ? document.getString(PROBLEM).getValue() : null);
    }

    private static Mono<String> id(String unit, Way way) {
        return Cause.current().map(cause -> cause.tenant() + "/" + unit + "/" + way.name());
    }
}
