package cn.hotline.chassis.kafka;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.in;
import static com.mongodb.client.model.Filters.regex;
import static com.mongodb.client.model.Sorts.ascending;

import cn.hotline.chassis.mongo.DocumentStore;
import com.mongodb.client.model.IndexModel;
import com.mongodb.client.model.Indexes;
import com.mongodb.client.model.ReplaceOptions;
import com.mongodb.reactivestreams.client.MongoCollection;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.bson.BsonBinary;
import org.bson.BsonDateTime;
import org.bson.BsonDocument;
import org.bson.BsonInt32;
import org.bson.BsonInt64;
import org.bson.BsonString;
import org.bson.conversions.Bson;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * Dead letters (死信): events that could not be applied, kept in order until somebody drives them again. Once one event
 * of a subject is parked, the later ones of that subject and topic follow it, so that their order holds.
 *
 * <p>Kept in the store beside the aggregates, so that they can be listed, counted and driven again per subject.
 * Thread-safe.
 */
public final class ParkedEvents {

    private final MongoCollection<BsonDocument> parked;
    private final MeterRegistry meters;
    private final Clock clock;

    public ParkedEvents(DocumentStore<?> store, MeterRegistry meters, Clock clock) {
        this.parked =
                store.collection("parked", List.of(new IndexModel(Indexes.ascending("topic", "subject", "offset"))));
        this.meters = meters;
        this.clock = clock;
    }

    /** Which of these subjects have parked events of that topic. */
    Mono<Set<String>> among(String topic, Collection<String> subjects) {
        return Flux.from(parked.find(and(eq("topic", topic), in("subject", subjects))))
                .map(document -> document.getString("subject").getValue())
                .collect(Collectors.toSet());
    }

    /** Keeps an event; parking it twice keeps it once. */
    public Mono<Void> park(Arrived arrived, String reason) {
        meters.counter("hotline.events.parked", "topic", arrived.topic()).increment();
        BsonDocument headers = new BsonDocument();
        arrived.headers().forEach((name, value) -> headers.append(name, new BsonString(value)));
        String id = arrived.topic() + "-" + arrived.partition() + "-" + arrived.offset();
        BsonDocument document = new BsonDocument("_id", new BsonString(id))
                .append("topic", new BsonString(arrived.topic()))
                .append("partition", new BsonInt32(arrived.partition()))
                .append("offset", new BsonInt64(arrived.offset()))
                .append("subject", new BsonString(arrived.subject()))
                .append("headers", headers)
                .append("body", new BsonBinary(arrived.body()))
                .append("reason", new BsonString(reason))
                .append("parkedAt", new BsonDateTime(clock.millis()));
        return Mono.from(parked.replaceOne(eq("_id", id), document, new ReplaceOptions().upsert(true)))
                .then();
    }

    /** Parked events of a topic, oldest first; one subject lies in one partition, so this is its order. */
    Flux<Arrived> of(String topic, int limit) {
        return Flux.from(parked.find(eq("topic", topic))
                        .sort(ascending("topic", "subject", "offset"))
                        .limit(limit))
                .map(ParkedEvents::arrived);
    }

    /** Parked records of all topics whose names begin like this, oldest first within each. */
    Flux<Arrived> under(String topics, int limit) {
        return Flux.from(parked.find(beginning(topics))
                        .sort(ascending("topic", "offset"))
                        .limit(limit))
                .map(ParkedEvents::arrived);
    }

    /** How many records of topics whose names begin like this are parked. */
    Mono<Long> countUnder(String topics) {
        return Mono.from(parked.countDocuments(beginning(topics)));
    }

    private static Bson beginning(String topics) {
        return regex("topic", "^" + Pattern.quote(topics));
    }

    /** How many events of a topic are parked. */
    public Mono<Long> count(String topic) {
        return Mono.from(parked.countDocuments(eq("topic", topic)));
    }

    /** Takes an event out after it has been applied. */
    Mono<Void> release(Arrived arrived) {
        String id = arrived.topic() + "-" + arrived.partition() + "-" + arrived.offset();
        return Mono.from(parked.deleteOne(eq("_id", id))).then();
    }

    private static Arrived arrived(BsonDocument document) {
        Map<String, String> headers = new HashMap<>();
        document.getDocument("headers")
                .forEach((name, value) -> headers.put(name, value.asString().getValue()));
        return new Arrived(
                document.getString("topic").getValue(),
                document.getInt32("partition").getValue(),
                document.getInt64("offset").getValue(),
                document.getString("subject").getValue(),
                headers,
                document.getBinary("body").getData());
    }
}
