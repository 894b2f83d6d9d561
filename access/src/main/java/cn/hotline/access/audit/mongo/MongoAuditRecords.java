package cn.hotline.access.audit.mongo;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.gt;
import static com.mongodb.client.model.Filters.gte;
import static com.mongodb.client.model.Filters.lt;
import static com.mongodb.client.model.Filters.lte;
import static com.mongodb.client.model.Indexes.ascending;
import static com.mongodb.client.model.Indexes.compoundIndex;
import static com.mongodb.client.model.Indexes.descending;

import cn.hotline.access.audit.AuditRecords;
import cn.hotline.access.audit.Question;
import cn.hotline.access.audit.model.Anchor;
import cn.hotline.access.audit.model.Link;
import cn.hotline.access.audit.model.RegisterLine;
import cn.hotline.access.audit.model.RegisterLine.Kind;
import cn.hotline.chassis.Cause;
import cn.hotline.chassis.mongo.DocumentStore;
import cn.hotline.chassis.web.Page;
import com.mongodb.ErrorCategory;
import com.mongodb.MongoException;
import com.mongodb.client.model.CountOptions;
import com.mongodb.client.model.IndexModel;
import com.mongodb.reactivestreams.client.MongoCollection;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import org.bson.BsonDocument;
import org.bson.conversions.Bson;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.util.retry.Retry;

/** Audit records in two collections, {@code audit} and {@code audit_register}: inserts and reads, nothing else. */
public final class MongoAuditRecords implements AuditRecords {

    /** Beyond this a list says how many there are at least. */
    private static final int COUNTED = 10_000;

    private static final Bson LATEST_FIRST = descending("at");

    private final MongoCollection<BsonDocument> audit;
    private final MongoCollection<BsonDocument> register;

    public MongoAuditRecords(DocumentStore<?> store) {
        this.audit = store.collection(
                "audit",
                List.of(
                        index("subject"),
                        index("who"),
                        index("action"),
                        new IndexModel(compoundIndex(ascending("tenant"), LATEST_FIRST))));
        this.register = store.collection("audit_register", List.of());
    }

    private static IndexModel index(String field) {
        return new IndexModel(compoundIndex(ascending("tenant", field), LATEST_FIRST));
    }

    @Override
    public Mono<Void> append(List<Link> links) {
        return Mono.from(audit.insertMany(links.stream().map(RecordDocument::of).toList()))
                .then()
                .onErrorResume(MongoException.class, failure -> missing(links)
                        .flatMap(rest -> rest.isEmpty()
                                ? Mono.empty()
                                : rest.size() < links.size() ? append(rest) : Mono.error(failure)));
    }

    /** Those that are not there: an insertion that failed may have come some way, or all the way without an answer. */
    private Mono<List<Link>> missing(List<Link> links) {
        String first = RecordDocument.id(links.get(0).head());
        String last = RecordDocument.id(links.get(links.size() - 1).head());
        return Flux.from(audit.find(and(gte("_id", first), lte("_id", last)))
                        .sort(ascending("_id"))
                        .limit(links.size()))
                .map(RecordDocument::link)
                .collectList()
                .map(there -> {
                    for (int i = 0; i < there.size(); i++) {
                        if (!there.get(i).hash().equals(links.get(i).hash())) {
                            throw new Overwritten(links.get(i).head());
                        }
                    }
                    return List.copyOf(links.subList(there.size(), links.size()));
                });
    }

    @Override
    public Mono<RegisterLine> register(Instant at, Kind kind, Anchor reached) {
        return Mono.from(register.find(gt("_id", LineDocument.id(0)))
                        .sort(descending("_id"))
                        .limit(1))
                .map(last -> LineDocument.line(last).place())
                .defaultIfEmpty(RegisterLine.NONE)
                .map(last -> RegisterLine.after(last, at, kind, reached))
                .flatMap(line ->
                        Mono.from(register.insertOne(LineDocument.of(line))).thenReturn(line))
                .retryWhen(Retry.backoff(50, Duration.ofMillis(2))
                        .maxBackoff(Duration.ofMillis(100))
                        .filter(MongoAuditRecords::isTaken));
    }

    @Override
    public Mono<List<RegisterLine>> lines(Anchor after, int limit) {
        return Flux.from(register.find(gt("_id", LineDocument.id(after.sequence())))
                        .sort(ascending("_id"))
                        .limit(limit))
                .map(LineDocument::line)
                .collectList();
    }

    @Override
    public Mono<List<Link>> links(Anchor after, int limit) {
        return Flux.from(audit.find(gt("_id", after.chain().isEmpty() ? "" : RecordDocument.id(after)))
                        .sort(ascending("_id"))
                        .limit(limit))
                .map(RecordDocument::link)
                .collectList();
    }

    @Override
    public Mono<Page<Link>> find(Question question, Page.Asked page) {
        return Cause.current().map(cause -> filter(cause, question)).flatMap(filter -> Flux.from(
                        audit.find(filter).sort(LATEST_FIRST).skip(page.skip()).limit(page.size()))
                .map(RecordDocument::link)
                .collectList()
                .zipWith(
                        Mono.from(audit.countDocuments(filter, new CountOptions().limit(COUNTED))),
                        (links, count) -> new Page<>(links, page.page(), page.size(), count)));
    }

    private static Bson filter(Cause cause, Question question) {
        List<Bson> parts = new ArrayList<>(List.of(eq("tenant", cause.tenant())));
        if (question.who() != null) {
            parts.add(eq("who", question.who()));
        }
        if (question.subject() != null) {
            parts.add(eq("subject", question.subject()));
        }
        if (question.action() != null) {
            parts.add(eq("action", question.action()));
        }
        if (question.from() != null) {
            parts.add(gte("at", Date.from(question.from())));
        }
        if (question.to() != null) {
            parts.add(lt("at", Date.from(question.to())));
        }
        return and(parts);
    }

    private static boolean isTaken(Throwable e) {
        return e instanceof MongoException mongo
                && ErrorCategory.fromErrorCode(mongo.getCode()) == ErrorCategory.DUPLICATE_KEY;
    }
}
