package cn.hotline.chassis.kafka;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.in;
import static com.mongodb.client.model.Filters.regex;
import static com.mongodb.client.model.Sorts.ascending;
import static java.nio.charset.StandardCharsets.UTF_8;

import cn.hotline.chassis.PersonalData;
import cn.hotline.chassis.mongo.DocumentStore;
import com.mongodb.client.model.IndexModel;
import com.mongodb.client.model.Indexes;
import com.mongodb.client.model.ReplaceOptions;
import com.mongodb.reactivestreams.client.MongoCollection;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import java.util.ArrayList;
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
import org.springframework.kafka.support.KafkaHeaders;
import org.springframework.messaging.Message;
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
    public Flux<Arrived> under(String topics, int limit) {
        return Flux.from(parked.find(beginning(topics))
                        .sort(ascending("topic", "offset"))
                        .limit(limit))
                .map(ParkedEvents::arrived);
    }

    /** How many records of topics whose names begin like this are parked. */
    public Mono<Long> countUnder(String topics) {
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
    public Mono<Void> release(Arrived arrived) {
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

    /** An edge whose records may come to wait as dead letters, until somebody drives them again. */
    public interface Edge {

        /** Topic, or what the names of all its topics begin with. */
        String topic();

        /** How many records wait to be driven again. */
        Mono<Long> waiting();

        /**
         * Drives parked records again, oldest first; those that still fail stay parked.
         *
         * @return how many were applied
         */
        Mono<Long> driveAgain();

        /** Blocks on purpose: the binder's own thread waits, so that the offset moves only after our write. */
        static void await(Flux<?> batch) {
            batch.blockLast();
        }
    }

    /**
     * A record as it came from Kafka.
     *
     * @param subject the key; empty when there was none
     * @param headers those that are text
     */
    public record Arrived(
            String topic, int partition, long offset, String subject, Map<String, String> headers, byte[] body) {

        /** So much is kept of what was written by somebody who may have written anything. */
        private static final int KEPT = 64 << 10;

        /** The records of one batch of the binder, in its order. */
        @SuppressWarnings("unchecked")
        public static List<Arrived> in(Message<List<byte[]>> batch) {
            var headers = batch.getHeaders();
            var keys = (List<byte[]>) headers.get(KafkaHeaders.RECEIVED_KEY, List.class);
            var topics = (List<String>) headers.get(KafkaHeaders.RECEIVED_TOPIC, List.class);
            var partitions = (List<Integer>) headers.get(KafkaHeaders.RECEIVED_PARTITION, List.class);
            var offsets = (List<Long>) headers.get(KafkaHeaders.OFFSET, List.class);
            var envelopes = (List<Map<String, Object>>) headers.get(KafkaHeaders.BATCH_CONVERTED_HEADERS, List.class);
            List<Arrived> all = new ArrayList<>();
            for (int i = 0; i < batch.getPayload().size(); i++) {
                all.add(new Arrived(
                        topics.get(i),
                        partitions.get(i),
                        offsets.get(i),
                        keys.get(i) == null ? "" : new String(keys.get(i), UTF_8),
                        texts(envelopes.get(i)),
                        bytes(batch.getPayload().get(i))));
            }
            return all;
        }

        /** The same, told apart by that name from what other readers keep of the record. */
        Arrived under(String name) {
            return name.equals(topic) ? this : new Arrived(name, partition, offset, subject, headers, body);
        }

        /** The same with its text masked and its length bounded: what is kept of a record nobody has read yet. */
        public Arrived masked() {
            String text = new String(body, 0, Math.min(body.length, KEPT), UTF_8);
            Map<String, String> plain = new HashMap<>();
            headers.forEach((name, value) -> plain.put(PersonalData.mask(name), PersonalData.mask(value)));
            return new Arrived(
                    topic,
                    partition,
                    offset,
                    PersonalData.mask(subject),
                    plain,
                    PersonalData.mask(text).getBytes(UTF_8));
        }

        /** A record without a body comes as an object of its own. */
        private static byte[] bytes(Object payload) {
            return payload instanceof byte[] body ? body : new byte[0];
        }

        private static Map<String, String> texts(Map<String, Object> envelope) {
            Map<String, String> texts = new HashMap<>();
            envelope.forEach((name, value) -> {
                if (value instanceof byte[] bytes) {
                    texts.put(name, new String(bytes, UTF_8));
                } else if (value instanceof String text) {
                    texts.put(name, text);
                }
            });
            return texts;
        }
    }
}
