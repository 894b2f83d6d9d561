package cn.hotline.intake.reveal.mongo;

import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Updates.inc;

import cn.hotline.chassis.Cause;
import cn.hotline.chassis.mongo.DocumentStore;
import cn.hotline.intake.reveal.Readings;
import com.mongodb.client.model.FindOneAndUpdateOptions;
import com.mongodb.client.model.ReturnDocument;
import com.mongodb.reactivestreams.client.MongoCollection;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.bson.BsonDocument;
import org.bson.BsonString;
import reactor.core.publisher.Mono;

/** A counter per tenant, account and hour, in collection {@code readings}. */
public final class MongoReadings implements Readings {

    private static final FindOneAndUpdateOptions UPSERT =
            new FindOneAndUpdateOptions().upsert(true).returnDocument(ReturnDocument.AFTER);

    private final MongoCollection<BsonDocument> readings;

    public MongoReadings(DocumentStore<?> store) {
        readings = store.collection("readings", List.of());
    }

    @Override
    public Mono<Long> count(String account, Instant at) {
        return Cause.current()
                .flatMap(cause -> Mono.from(readings.findOneAndUpdate(
                        eq(
                                "_id",
                                new BsonString(
                                        cause.tenant() + ":" + account + ":" + at.truncatedTo(ChronoUnit.HOURS))),
                        inc("times", 1L),
                        UPSERT)))
                .map(hour -> hour.getNumber("times").longValue());
    }
}
