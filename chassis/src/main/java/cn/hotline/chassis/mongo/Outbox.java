package cn.hotline.chassis.mongo;

import cn.hotline.chassis.Cause;
import cn.hotline.chassis.Refused;
import cn.hotline.chassis.event.EventFamily;
import cn.hotline.chassis.event.EventFamily.Told;
import com.mongodb.reactivestreams.client.MongoCollection;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import org.bson.BsonArray;
import org.bson.BsonDateTime;
import org.bson.BsonDocument;
import org.bson.BsonInt64;
import org.bson.BsonString;
import org.jspecify.annotations.Nullable;

/**
 * The events a document has told and perhaps not yet sent, and how one collection tells them.
 *
 * @param codec null where nothing is told (read models)
 */
public record Outbox<E>(
        @Nullable EventFamily<E> codec, String source, Courier courier, MeterRegistry meters, Clock clock) {

    /** Field that holds the events, oldest first. */
    public static final String FIELD = "outbox";

    /** Field that says since when there may be unsent events; absent when all are sent. */
    public static final String UNSENT_SINCE = "unsentSince";

    Told tell(E event, long sequence, Cause cause) {
        if (codec == null) {
            throw new IllegalStateException("A read model tells no events: " + event);
        }
        return codec.tell(event, source, sequence, cause);
    }

    void send(MongoCollection<BsonDocument> documents, String id, List<Told> told) {
        if (!told.isEmpty()) {
            courier.send(documents, id, told);
        }
    }

    long sentUpTo(MongoCollection<BsonDocument> documents, String id) {
        return courier.sentUpTo(documents, id);
    }

    void takenOut(MongoCollection<BsonDocument> documents, String id, long sequence) {
        courier.takenOut(documents, id, sequence);
    }

    BsonDateTime now() {
        return new BsonDateTime(clock.millis());
    }

    /** A fact of another service that the model could not accept: kept for the desk to show, and counted. */
    BsonDocument contradiction(MongoCollection<?> documents, Cause cause, Refused refused) {
        meters.counter(
                        "hotline.contradictions",
                        "collection",
                        documents.getNamespace().getCollectionName(),
                        "reason",
                        refused.reason().name())
                .increment();
        return new BsonDocument("source", new BsonString(cause.actor()))
                .append("reason", new BsonString(refused.reason().name()))
                .append("at", now());
    }

    static BsonArray entries(List<Told> told) {
        return new BsonArray(told.stream().map(Outbox::entry).toList());
    }

    /** The unsent events of a stored document, oldest first. */
    public static List<Told> entries(BsonDocument document) {
        return document.getArray(FIELD, new BsonArray()).stream()
                .map(entry -> told(entry.asDocument()))
                .toList();
    }

    private static BsonDocument entry(Told told) {
        return new BsonDocument("source", new BsonString(told.source()))
                .append("sequence", new BsonInt64(told.sequence()))
                .append("type", new BsonString(told.type()))
                .append("subject", new BsonString(told.subject()))
                .append("tenant", new BsonString(told.tenant()))
                .append("time", new BsonDateTime(told.time().toEpochMilli()))
                .append("traceparent", new BsonString(told.traceparent()))
                .append("json", new BsonString(told.json()));
    }

    private static Told told(BsonDocument entry) {
        return new Told(
                entry.getString("source").getValue(),
                entry.getNumber("sequence").longValue(),
                entry.getString("type").getValue(),
                entry.getString("subject").getValue(),
                entry.getString("tenant").getValue(),
                Instant.ofEpochMilli(entry.getDateTime("time").getValue()),
                entry.getString("traceparent").getValue(),
                entry.getString("json").getValue());
    }

    /** Takes told events to where they are read. */
    public interface Courier {

        /** Sends the whole outbox of a document, soon and in order; returns at once. */
        void send(MongoCollection<BsonDocument> documents, String id, List<Told> outbox);

        /** Up to which sequence a document's events are known to be sent; 0 when nothing is known of them. */
        default long sentUpTo(MongoCollection<BsonDocument> documents, String id) {
            return 0;
        }

        /** Events up to that sequence have been taken out of their document. */
        default void takenOut(MongoCollection<BsonDocument> documents, String id, long sequence) {}
    }
}
