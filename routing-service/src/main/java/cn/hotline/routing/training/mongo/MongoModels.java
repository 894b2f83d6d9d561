package cn.hotline.routing.training.mongo;

import static com.mongodb.client.model.Filters.empty;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.in;
import static com.mongodb.client.model.Indexes.ascending;
import static com.mongodb.client.model.Indexes.descending;

import cn.hotline.chassis.Aggregates.Versioned;
import cn.hotline.chassis.Cause;
import cn.hotline.chassis.Change;
import cn.hotline.chassis.mongo.AggregateCollection;
import cn.hotline.chassis.mongo.DocumentStore;
import cn.hotline.routing.training.Models;
import cn.hotline.routing.training.model.InUse;
import cn.hotline.routing.training.model.ModelVersion;
import com.mongodb.client.model.IndexModel;
import com.mongodb.client.model.Indexes;
import com.mongodb.client.model.ReplaceOptions;
import com.mongodb.client.model.Sorts;
import com.mongodb.reactivestreams.client.MongoCollection;
import java.io.ByteArrayOutputStream;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.bson.BsonBinary;
import org.bson.BsonDocument;
import org.bson.BsonString;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * Documents of the collections {@code modelVersions}, written once each, {@code modelParts}, the bytes of a version in
 * pieces under the key of the whole, and {@code modelInUse}, one for each tenant.
 */
public final class MongoModels implements Models {

    private static final int PART = 200_000;
    private static final String NUMBER = "state.number";
    private static final String BYTES = "bytes";

    private final AggregateCollection<ModelVersion, Void> versions;
    private final AggregateCollection<InUse, Void> inUse;
    private final MongoCollection<BsonDocument> parts;

    public MongoModels(DocumentStore<?> store) {
        this.versions = store.readModel(
                "modelVersions",
                ModelVersion.class,
                new IndexModel(Indexes.compoundIndex(ascending("tenant"), descending(NUMBER))));
        this.inUse = store.readModel("modelInUse", InUse.class);
        this.parts = store.collection("modelParts", List.of());
    }

    @Override
    public Mono<Boolean> keep(ModelVersion version, byte[] bytes) {
        return ids(version)
                .flatMapMany(ids -> Flux.range(0, ids.size()).concatMap(i -> keep(ids.get(i), part(bytes, i))))
                .then(id(version.number()))
                .flatMap(id -> versions.open(id, Change.of(version)))
                .map(opened -> opened.opened() || opened.stored().state().equals(version));
    }

    @Override
    public Mono<ModelVersion> version(long number) {
        return id(number).flatMap(versions::find).map(Versioned::state);
    }

    @Override
    public Flux<ModelVersion> history(int limit) {
        return versions.list(empty(), Sorts.descending(NUMBER), 0, limit).map(Versioned::state);
    }

    @Override
    public Mono<byte[]> bytes(ModelVersion version) {
        return ids(version)
                .flatMapIterable(ids -> ids)
                .concatMap(id -> Mono.from(parts.find(eq("_id", id)).first()))
                .map(part -> part.getBinary(BYTES).getData())
                .collect(ByteArrayOutputStream::new, ByteArrayOutputStream::writeBytes)
                .map(ByteArrayOutputStream::toByteArray);
    }

    @Override
    public Mono<Void> forget(ModelVersion version) {
        return ids(version)
                .flatMap(ids -> Mono.from(parts.deleteMany(in("_id", ids))))
                .then();
    }

    @Override
    public Mono<InUse> inUse() {
        return id("inUse").flatMap(inUse::find).map(Versioned::state).defaultIfEmpty(InUse.AT_FIRST);
    }

    @Override
    public Mono<InUse> use(InUse next) {
        return id("inUse")
                .flatMap(id -> inUse.changeOrOpen(id, InUse.AT_FIRST, before -> Change.of(next)))
                .map(Versioned::state);
    }

    private Mono<Void> keep(String id, byte[] part) {
        var document = new BsonDocument("_id", new BsonString(id)).append(BYTES, new BsonBinary(part));
        return Mono.from(parts.replaceOne(eq("_id", id), document, new ReplaceOptions().upsert(true)))
                .then();
    }

    private static byte[] part(byte[] bytes, int i) {
        return Arrays.copyOfRange(bytes, i * PART, Math.min(bytes.length, (i + 1) * PART));
    }

    private static Mono<List<String>> ids(ModelVersion version) {
        int count = (version.size() + PART - 1) / PART;
        return id(version.key()).map(prefix -> IntStream.range(0, count)
                .mapToObj(i -> prefix + "/" + i)
                .toList());
    }

    private static Mono<String> id(Object part) {
        return Cause.current().map(cause -> cause.tenant() + "/" + part);
    }
}
