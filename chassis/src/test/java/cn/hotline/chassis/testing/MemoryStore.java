package cn.hotline.chassis.testing;

import com.mongodb.reactivestreams.client.MongoClient;
import com.mongodb.reactivestreams.client.MongoClients;
import com.mongodb.reactivestreams.client.MongoDatabase;
import de.bwaldvogel.mongo.MongoServer;
import de.bwaldvogel.mongo.backend.memory.MemoryBackend;
import java.util.UUID;

/**
 * A document store in memory that speaks the wire protocol to the real driver; for tests of adapters. One connection
 * per client: this store finds and modifies in two steps, so only requests that come one by one are atomic.
 */
public final class MemoryStore implements AutoCloseable {

    private final MongoServer server = new MongoServer(new MemoryBackend());
    private final String uri = server.bindAndGetConnectionString() + "/?maxPoolSize=1";
    private final MongoClient client = MongoClients.create(uri);

    public String uri() {
        return uri;
    }

    /** A fresh, empty database. */
    public MongoDatabase database() {
        return client.getDatabase("test_" + UUID.randomUUID().toString().replace("-", ""));
    }

    @Override
    public void close() {
        client.close();
        server.shutdownNow();
    }
}
