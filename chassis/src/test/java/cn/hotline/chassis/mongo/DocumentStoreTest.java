package cn.hotline.chassis.mongo;

import static org.assertj.core.api.Assertions.assertThat;

import cn.hotline.chassis.mongo.AggregateCollection.NotInserted;
import com.mongodb.MongoSocketException;
import com.mongodb.ServerAddress;
import com.mongodb.bulk.BulkWriteError;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import org.bson.BsonDocument;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Mono;
import reactor.test.StepVerifier;

class DocumentStoreTest {

    @Test
    void aStoreThatIsAwayIsWaitedFor() {
        AtomicInteger tries = new AtomicInteger();
        Mono<Integer> write = Mono.fromSupplier(() -> {
            if (tries.incrementAndGet() < 4) {
                throw new MongoSocketException("away", new ServerAddress());
            }
            return tries.get();
        });
        StepVerifier.withVirtualTime(() -> write.retryWhen(DocumentStore.untilItIsBack()))
                .thenAwait(Duration.ofMinutes(1))
                .expectNext(4)
                .verifyComplete();
    }

    @Test
    void aDocumentTheStoreNeverAcceptsIsNotWaitedFor() {
        AtomicInteger tries = new AtomicInteger();
        Mono<Object> write = Mono.error(() -> {
            tries.incrementAndGet();
            return new NotInserted(new BulkWriteError(10_334, "object too large", new BsonDocument(), 0));
        });
        StepVerifier.create(write.retryWhen(DocumentStore.untilItIsBack())).verifyError(NotInserted.class);
        assertThat(tries).hasValue(1);
    }
}
