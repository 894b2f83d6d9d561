package cn.hotline.chassis.mongo;

import cn.hotline.chassis.event.EventCodec;
import com.mongodb.client.model.IndexModel;
import com.mongodb.client.model.IndexOptions;
import com.mongodb.client.model.Indexes;
import com.mongodb.reactivestreams.client.MongoCollection;
import com.mongodb.reactivestreams.client.MongoDatabase;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.bson.BsonDocument;
import org.bson.codecs.configuration.CodecRegistries;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * One service's documents: makes its collections, and knows which indexes they need and which of them tell events.
 *
 * <p>To be filled while the service is wired; afterwards thread-safe.
 *
 * @param <E> family of events the service tells
 */
public final class DocumentStore<E> {

    private static final IndexModel UNSENT =
            new IndexModel(Indexes.ascending(Outbox.UNSENT_SINCE), new IndexOptions().sparse(true));

    private final MongoDatabase database;
    private final EventCodec<E> codec;
    private final Outbox.Courier courier;
    private final MeterRegistry meters;
    private final Clock clock;
    private final Map<MongoCollection<BsonDocument>, List<IndexModel>> collections = new LinkedHashMap<>();
    private final List<MongoCollection<BsonDocument>> telling = new ArrayList<>();

    public DocumentStore(
            MongoDatabase database, EventCodec<E> codec, Outbox.Courier courier, MeterRegistry meters, Clock clock) {
        this.database = database.withCodecRegistry(CodecRegistries.fromRegistries(
                CodecRegistries.fromProviders(new ValueRecordCodecs()), database.getCodecRegistry()));
        this.codec = codec;
        this.courier = courier;
        this.meters = meters;
        this.clock = clock;
    }

    /** Aggregates that tell their events on a stream. */
    public <S> AggregateCollection<S, E> aggregates(String name, Class<S> state, String stream, IndexModel... indexes) {
        List<IndexModel> all = new ArrayList<>(List.of(indexes));
        all.add(UNSENT);
        MongoCollection<BsonDocument> documents = collection(name, all);
        telling.add(documents);
        return new AggregateCollection<>(documents, state, new Outbox<>(codec, stream, courier, meters, clock));
    }

    /** Documents that only listen to events of others. */
    public <S> AggregateCollection<S, Void> readModel(String name, Class<S> state, IndexModel... indexes) {
        return new AggregateCollection<>(
                collection(name, List.of(indexes)), state, new Outbox<>(null, "", courier, meters, clock));
    }

    /** Documents without an aggregate: claims, counters. The caller puts the tenant into every {@code _id}. */
    public MongoCollection<BsonDocument> collection(String name, List<IndexModel> indexes) {
        MongoCollection<BsonDocument> documents = database.getCollection(name, BsonDocument.class);
        collections.put(documents, indexes);
        return documents;
    }

    /** Collections whose documents may hold unsent events. */
    public List<MongoCollection<BsonDocument>> telling() {
        return List.copyOf(telling);
    }

    /** Makes all indexes that are not there yet. */
    public Mono<Void> createIndexes() {
        return Flux.fromIterable(collections.entrySet())
                .filter(entry -> !entry.getValue().isEmpty())
                .concatMap(entry -> entry.getKey().createIndexes(entry.getValue()))
                .then();
    }
}
