package cn.hotline.chassis.mongo;

import cn.hotline.chassis.event.EventFamily;
import com.mongodb.MongoException;
import com.mongodb.MongoWriteException;
import com.mongodb.client.model.IndexModel;
import com.mongodb.client.model.IndexOptions;
import com.mongodb.client.model.Indexes;
import com.mongodb.reactivestreams.client.MongoCollection;
import com.mongodb.reactivestreams.client.MongoDatabase;
import io.micrometer.core.instrument.MeterRegistry;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.lang.reflect.RecordComponent;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.bson.BsonDocument;
import org.bson.BsonReader;
import org.bson.BsonWriter;
import org.bson.codecs.Codec;
import org.bson.codecs.DecoderContext;
import org.bson.codecs.EncoderContext;
import org.bson.codecs.configuration.CodecProvider;
import org.bson.codecs.configuration.CodecRegistries;
import org.bson.codecs.configuration.CodecRegistry;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.util.retry.Retry;

/**
 * One service's documents: makes its collections, and knows which indexes they need and which of them tell events.
 *
 * <p>To be filled while the service is wired; afterwards thread-safe.
 *
 * @param <E> family of events the service tells
 */
public final class DocumentStore<E> {

    private static final Logger LOG = LoggerFactory.getLogger(DocumentStore.class);

    private static final IndexModel UNSENT =
            new IndexModel(Indexes.ascending(Outbox.UNSENT_SINCE), new IndexOptions().sparse(true));

    private final MongoDatabase database;
    private final EventFamily<E> codec;
    private final Outbox.Courier courier;
    private final MeterRegistry meters;
    private final Clock clock;
    private final Map<MongoCollection<BsonDocument>, List<IndexModel>> collections = new LinkedHashMap<>();
    private final List<MongoCollection<BsonDocument>> telling = new ArrayList<>();

    public DocumentStore(
            MongoDatabase database, EventFamily<E> codec, Outbox.Courier courier, MeterRegistry meters, Clock clock) {
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

    /**
     * How an edge waits for a store that is away: for ever, since nothing else would be right. A store that is away comes
     * back; a write it will never accept is no reason to wait.
     */
    public static Retry untilItIsBack() {
        return Retry.backoff(Long.MAX_VALUE, Duration.ofMillis(100))
                .maxBackoff(Duration.ofSeconds(5))
                .filter(e -> e instanceof MongoException && !isRefused(e))
                .doBeforeRetry(retry -> LOG.warn(
                        "The store is away, trying again: {}", retry.failure().toString()));
    }

    private static boolean isRefused(Throwable e) {
        return e instanceof MongoWriteException || e instanceof AggregateCollection.NotInserted;
    }

    /** Makes all indexes that are not there yet. */
    public Mono<Void> createIndexes() {
        return Flux.fromIterable(collections.entrySet())
                .filter(entry -> !entry.getValue().isEmpty())
                .concatMap(entry -> entry.getKey().createIndexes(entry.getValue()))
                .then();
    }

    /**
     * Stores a value of the domain, a record of one component called {@code value}, as that value: a ticket number is a
     * string in the document, not a document of its own. All other records are left to the driver's record codec.
     */
    private static final class ValueRecordCodecs implements CodecProvider {

        @Override
        public <T> @Nullable Codec<T> get(Class<T> type, CodecRegistry registry) {
            if (!type.isRecord()) {
                return null;
            }
            RecordComponent[] components = type.getRecordComponents();
            return components.length == 1 && components[0].getName().equals("value")
                    ? new ValueRecordCodec<>(type, components[0], registry)
                    : null;
        }

        private static final class ValueRecordCodec<T> implements Codec<T> {

            private final Class<T> type;
            private final Codec<Object> inner;
            private final MethodHandle read;
            private final MethodHandle make;

            @SuppressWarnings("unchecked")
            ValueRecordCodec(Class<T> type, RecordComponent component, CodecRegistry registry) {
                this.type = type;
                this.inner = (Codec<Object>) registry.get(component.getType());
                try {
                    MethodHandles.Lookup lookup = MethodHandles.privateLookupIn(type, MethodHandles.lookup());
                    this.read = lookup.unreflect(component.getAccessor())
                            .asType(MethodType.methodType(Object.class, Object.class));
                    this.make = lookup.findConstructor(type, MethodType.methodType(void.class, component.getType()))
                            .asType(MethodType.methodType(Object.class, Object.class));
                } catch (ReflectiveOperationException impossible) {
                    throw new IllegalStateException(type + " cannot be opened", impossible);
                }
            }

            @Override
            public void encode(BsonWriter writer, T value, EncoderContext context) {
                try {
                    inner.encode(writer, (Object) read.invokeExact((Object) value), context);
                } catch (Throwable e) {
                    throw rethrown(e);
                }
            }

            @Override
            public T decode(BsonReader reader, DecoderContext context) {
                try {
                    return type.cast((Object) make.invokeExact(inner.decode(reader, context)));
                } catch (Throwable e) {
                    throw rethrown(e);
                }
            }

            @Override
            public Class<T> getEncoderClass() {
                return type;
            }

            private static RuntimeException rethrown(Throwable e) {
                if (e instanceof Error error) {
                    throw error;
                }
                return e instanceof RuntimeException unchecked ? unchecked : new IllegalStateException(e);
            }
        }
    }
}
