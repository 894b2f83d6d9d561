package cn.hotline.intake.attachment.mongo;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.exists;
import static com.mongodb.client.model.Filters.in;
import static com.mongodb.client.model.Filters.lt;
import static com.mongodb.client.model.Indexes.ascending;
import static com.mongodb.client.model.Updates.combine;
import static com.mongodb.client.model.Updates.set;
import static com.mongodb.client.model.Updates.unset;

import cn.hotline.chassis.Cause;
import cn.hotline.chassis.mongo.DocumentStore;
import cn.hotline.intake.attachment.Attachments;
import cn.hotline.intake.attachment.content.Incoming;
import cn.hotline.intake.attachment.model.Attachment;
import cn.hotline.intake.attachment.model.Attachment.Content;
import cn.hotline.intake.callers.model.Ciphertext;
import cn.hotline.intake.registration.model.TicketNumber;
import com.mongodb.client.model.IndexModel;
import com.mongodb.client.model.IndexOptions;
import com.mongodb.client.result.UpdateResult;
import com.mongodb.reactivestreams.client.MongoCollection;
import java.time.Instant;
import java.util.List;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.bson.BsonBinary;
import org.bson.BsonDocument;
import org.bson.BsonString;
import org.bson.codecs.pojo.annotations.BsonId;
import org.bson.conversions.Bson;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * Files in collection {@code attachments}, their sealed parts in {@code attachment_parts}: {@code {_id:
 * <tenant>:<id>:<number>, bytes}}. A file has {@code loose} until it is known to have stayed with a ticket.
 */
public final class MongoAttachments implements Attachments {

    private static final String TICKET = "attachment.ticket";
    private static final String KEEPER = "attachment.keeper";

    private final MongoCollection<Kept> files;
    private final MongoCollection<BsonDocument> parts;

    public MongoAttachments(DocumentStore<?> store) {
        this.files = store.collection(
                        "attachments", List.of(new IndexModel(ascending("loose"), new IndexOptions().sparse(true))))
                .withDocumentClass(Kept.class);
        this.parts = store.collection("attachment_parts", List.of());
    }

    @Override
    public Mono<Void> begin(Attachment begun) {
        return Cause.current()
                .flatMap(cause -> Mono.from(files.insertOne(
                        new Kept(id(cause, begun.id()), cause.tenant(), begun.waitsUntil(), false, begun))))
                .then();
    }

    @Override
    public Mono<Void> keepPart(String id, int number, byte[] sealed) {
        return Cause.current()
                .flatMap(cause ->
                        Mono.from(parts.insertOne(new BsonDocument("_id", new BsonString(partId(id(cause, id), number)))
                                .append("bytes", new BsonBinary(sealed)))))
                .then();
    }

    @Override
    public Mono<Void> finish(String id, Content content) {
        return change(id, own -> own, set("attachment.content", content)).then();
    }

    @Override
    public Mono<Attachment> find(String id) {
        return Cause.current()
                .flatMap(cause -> Mono.from(
                        files.find(and(eq("_id", id(cause, id)), eq("condemned", false), exists("attachment.content")))
                                .limit(1)))
                .map(Kept::attachment);
    }

    @Override
    public Flux<byte[]> parts(Attachment file) {
        return Cause.current().flatMapMany(cause -> Flux.range(0, file.content().parts())
                .concatMap(number -> part(partId(id(cause, file.id()), number)), 1));
    }

    private Mono<byte[]> part(String partId) {
        return Mono.from(parts.find(eq("_id", partId)).limit(1))
                .switchIfEmpty(Mono.error(new IllegalStateException("A part of a file is missing")))
                .map(part -> part.getBinary("bytes").getData());
    }

    @Override
    public Mono<Boolean> give(Attachment seen, TicketNumber ticket, String keeper, Ciphertext key) {
        return change(
                        seen.id(),
                        own -> and(own, as(seen)),
                        combine(set(TICKET, ticket), set(KEEPER, keeper), set("attachment.key", key)))
                .map(result -> result.getMatchedCount() > 0);
    }

    @Override
    public Flux<Loose> loose(Instant before, int most) {
        return Flux.from(
                        files.find(lt("loose", before)).sort(ascending("loose")).limit(most))
                .map(kept -> new Loose(kept.tenant(), kept.attachment()));
    }

    @Override
    public Mono<Void> settle(String id) {
        return change(id, own -> own, unset("loose")).then();
    }

    @Override
    public Mono<Boolean> condemn(Attachment seen) {
        return change(seen.id(), own -> and(own, ticketAs(seen)), set("condemned", true))
                .map(result -> result.getMatchedCount() > 0);
    }

    @Override
    public Mono<Void> remove(String id) {
        return Cause.current()
                .map(cause -> id(cause, id))
                .flatMap(own -> {
                    List<String> all = IntStream.range(0, Incoming.MOST_PARTS)
                            .mapToObj(number -> partId(own, number))
                            .toList();
                    return Mono.from(parts.deleteMany(in("_id", all))).then(Mono.from(files.deleteOne(eq("_id", own))));
                })
                .then();
    }

    private Mono<UpdateResult> change(String id, Function<Bson, Bson> condition, Bson update) {
        return Cause.current()
                .flatMap(cause -> Mono.from(files.updateOne(condition.apply(eq("_id", id(cause, id))), update)));
    }

    private static Bson as(Attachment seen) {
        return and(eq(KEEPER, seen.keeper()), eq("condemned", false), ticketAs(seen));
    }

    private static Bson ticketAs(Attachment seen) {
        return eq(TICKET, seen.ticket());
    }

    private static String id(Cause cause, String id) {
        return cause.tenant() + ":" + id;
    }

    private static String partId(String file, int number) {
        return file + ":" + number;
    }

    /**
     * As it is stored: the record codec only reaches what is public.
     *
     * @param loose until when it waits for a ticket; null once it is known to have stayed with one
     * @param condemned about to be removed
     */
    public record Kept(
            @BsonId String id, String tenant, @Nullable Instant loose, boolean condemned, Attachment attachment) {}
}
