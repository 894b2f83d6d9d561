package cn.hotline.gateway.signin;

import com.mongodb.client.model.Filters;
import com.mongodb.client.model.FindOneAndUpdateOptions;
import com.mongodb.client.model.IndexOptions;
import com.mongodb.client.model.Indexes;
import com.mongodb.client.model.ReturnDocument;
import com.mongodb.client.model.Updates;
import com.mongodb.reactivestreams.client.MongoCollection;
import java.security.GeneralSecurityException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.bson.Document;
import org.bson.conversions.Bson;
import org.bson.types.Binary;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/**
 * Everybody's sessions: encrypted, and found by the digest of the browser's cookie, so that the store holds nothing
 * anybody could take part with. Times in documents are milliseconds.
 */
final class Sessions {

    /** An idle clock that is right to a minute spares a write with every request. */
    private static final Duration SEEN_AGAIN_AFTER = Duration.ofMinutes(1);

    private final MongoCollection<Document> collection;
    private final Seal seal;
    private final JsonMapper json;
    private final Duration idle;
    private final Duration longest;
    private final Clock clock;
    private final Mono<String> indexed;

    Sessions(
            MongoCollection<Document> collection,
            Seal seal,
            JsonMapper json,
            Duration idle,
            Duration longest,
            Clock clock) {
        this.collection = collection;
        this.seal = seal;
        this.json = json;
        this.idle = idle;
        this.longest = longest;
        this.clock = clock;
        this.indexed = Mono.defer(() -> Mono.from(
                        collection.createIndex(Indexes.ascending("endsAt"), new IndexOptions().name("byEnd"))))
                .cache(done -> longest, failed -> Duration.ZERO, () -> Duration.ZERO);
    }

    /** Keeps a new session; the value for the browser's cookie. Sweeps away what has ended, too. */
    Mono<String> open(Session session) {
        return Mono.defer(() -> {
            String cookie = Secrets.made();
            String id = Secrets.digest(cookie);
            Instant now = clock.instant();
            Document document = new Document("_id", id)
                    .append("version", 1L)
                    .append("seenAt", now.toEpochMilli())
                    .append("endsAt", endsAt(session, now))
                    .append("renewingUntil", 0L)
                    .append("sealed", sealed(id, session));
            return indexed.then(Mono.from(collection.deleteMany(Filters.lt("endsAt", now.toEpochMilli()))))
                    .then(Mono.from(collection.insertOne(document)))
                    .thenReturn(cookie);
        });
    }

    /** The session of a cookie; empty when there is none, it has ended, or it was sealed with a key now lost. */
    Mono<Kept> find(String cookie) {
        String id = Secrets.digest(cookie);
        return Mono.defer(() -> Mono.from(collection.find(running(id)).first()))
                .mapNotNull(this::kept)
                .flatMap(kept -> seen(kept).thenReturn(kept));
    }

    /** The same again, as it is now. */
    Mono<Kept> again(Kept kept) {
        return Mono.defer(() -> Mono.from(collection.find(running(kept.id())).first()))
                .mapNotNull(this::kept);
    }

    private Bson running(String id) {
        return Filters.and(Filters.eq(id), Filters.gt("endsAt", clock.millis()));
    }

    private Mono<Void> seen(Kept kept) {
        Instant now = clock.instant();
        if (kept.seenAt() + SEEN_AGAIN_AFTER.toMillis() > now.toEpochMilli()) {
            return Mono.empty();
        }
        return Mono.from(collection.updateOne(
                        Filters.eq(kept.id()),
                        Updates.combine(
                                Updates.set("seenAt", now.toEpochMilli()),
                                Updates.set("endsAt", endsAt(kept.session(), now)))))
                .then();
    }

    private long endsAt(Session session, Instant now) {
        return Math.min(
                now.plus(idle).toEpochMilli(), session.startedAt().plus(longest).toEpochMilli());
    }

    /**
     * Whether it is for the caller to renew the token, and for nobody else until then: neither another request nor
     * another gateway.
     */
    Mono<Boolean> claim(Kept kept, Duration patience) {
        return Mono.defer(() -> Mono.from(collection.updateOne(
                        Filters.and(
                                Filters.eq(kept.id()),
                                Filters.eq("version", kept.version()),
                                Filters.lt("renewingUntil", clock.millis())),
                        Updates.set("renewingUntil", clock.millis() + patience.toMillis()))))
                .map(result -> result.getModifiedCount() == 1);
    }

    /** Puts what has been renewed in its place; empty when the session has ended meanwhile. */
    Mono<Kept> replace(Kept kept, Session renewed) {
        return Mono.defer(() -> Mono.from(collection.findOneAndUpdate(
                        Filters.and(Filters.eq(kept.id()), Filters.eq("version", kept.version())),
                        Updates.combine(
                                Updates.set("version", kept.version() + 1),
                                Updates.set("renewingUntil", 0L),
                                Updates.set("sealed", sealed(kept.id(), renewed))),
                        new FindOneAndUpdateOptions().returnDocument(ReturnDocument.AFTER))))
                .mapNotNull(this::kept);
    }

    Mono<Void> close(Kept kept) {
        return Mono.defer(() -> Mono.from(collection.deleteOne(Filters.eq(kept.id()))))
                .then();
    }

    private Binary sealed(String id, Session session) {
        return new Binary(seal.close(json.writeValueAsBytes(session), place(id)));
    }

    private @Nullable Kept kept(Document document) {
        String id = document.getString("_id");
        try {
            byte[] opened = seal.open(document.get("sealed", Binary.class).getData(), place(id));
            return new Kept(
                    id, document.getLong("version"), document.getLong("seenAt"), json.readValue(opened, Session.class));
        } catch (GeneralSecurityException | JacksonException notOurs) {
            return null;
        }
    }

    private static String place(String id) {
        return "session:" + id;
    }

    /**
     * A session as it stands in the store.
     *
     * @param id digest of the cookie
     * @param version counts what has been put in its place
     * @param seenAt when a request came with it, to a minute; milliseconds
     */
    record Kept(String id, long version, long seenAt, Session session) {}
}
