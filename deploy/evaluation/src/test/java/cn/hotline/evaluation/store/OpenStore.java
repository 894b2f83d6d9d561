package cn.hotline.evaluation.store;

import com.mongodb.WriteConcern;
import com.mongodb.reactivestreams.client.MongoClient;
import com.mongodb.reactivestreams.client.MongoClients;
import com.mongodb.reactivestreams.client.MongoCollection;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.function.ToLongFunction;
import java.util.function.UnaryOperator;
import org.bson.Document;
import org.reactivestreams.Publisher;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** A store with the real reactive driver at it. */
final class OpenStore implements AutoCloseable {

    static final InetSocketAddress ANYWHERE = new InetSocketAddress(InetAddress.getLoopbackAddress(), 0);

    final EvaluationStore store;
    final MongoClient client;

    private OpenStore(EvaluationStore store) {
        this.store = store;
        this.client = MongoClients.create(store.uri());
    }

    static OpenStore in(Path folder) {
        return new OpenStore(EvaluationStore.open(folder, ANYWHERE));
    }

    static OpenStore in(Path folder, EvaluationStore.Settings settings) {
        return new OpenStore(EvaluationStore.open(folder, ANYWHERE, settings));
    }

    static EvaluationStore.Settings syncing(UnaryOperator<Runnable> aroundSync) {
        return settings(DocumentFile::room, aroundSync);
    }

    static EvaluationStore.Settings onDisk(ToLongFunction<Path> room) {
        return settings(room, UnaryOperator.identity());
    }

    private static EvaluationStore.Settings settings(ToLongFunction<Path> room, UnaryOperator<Runnable> aroundSync) {
        return new EvaluationStore.Settings(64, Duration.ofMillis(1), Duration.ofMillis(100), room, aroundSync);
    }

    MongoCollection<Document> collection(String name) {
        return client.getDatabase("intake").getCollection(name).withWriteConcern(WriteConcern.JOURNALED);
    }

    static <T> T one(Publisher<T> publisher) {
        return Mono.from(publisher).block();
    }

    static <T> List<T> all(Publisher<T> publisher) {
        return Flux.from(publisher).collectList().block();
    }

    @Override
    public void close() {
        client.close();
        store.close();
    }
}
