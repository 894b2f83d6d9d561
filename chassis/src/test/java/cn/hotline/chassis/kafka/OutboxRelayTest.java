package cn.hotline.chassis.kafka;

import static org.assertj.core.api.Assertions.assertThat;

import cn.hotline.chassis.event.EventFamily.Told;
import com.mongodb.reactivestreams.client.MongoCollection;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Future;
import org.apache.kafka.clients.producer.Callback;
import org.apache.kafka.clients.producer.MockProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.errors.TimeoutException;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.bson.BsonDocument;
import org.junit.jupiter.api.Test;

class OutboxRelayTest {

    private static final MongoCollection<BsonDocument> NOWHERE = null;

    private final Refusing kafka = new Refusing();
    private final OutboxRelay relay =
            new OutboxRelay(kafka, "hotline.test", new SimpleMeterRegistry(), Clock.systemUTC());

    @Test
    void whatKafkaDoesNotTakeKeepsTheEventsBehindIt() {
        kafka.refusals = 1;
        relay.send(NOWHERE, "T1", List.of(told("T1", 1), told("T1", 2)));
        relay.send(NOWHERE, "T2", List.of(told("T2", 1)));
        relay.close();

        assertThat(kafka.taken).containsExactly("T2.1");
        assertThat(relay.sentUpTo(NOWHERE, "T1")).isZero();
    }

    private static Told told(String subject, long sequence) {
        return new Told("/test/counter", sequence, "counted", subject, "630100", Instant.EPOCH, "", "{}");
    }

    /** As a producer that does not know the brokers yet: it tells the callback, and throws nothing. */
    private static final class Refusing extends MockProducer<byte[], byte[]> {

        private final List<String> taken = new ArrayList<>();
        private int refusals;

        private Refusing() {
            super(true, null, new ByteArraySerializer(), new ByteArraySerializer());
        }

        @Override
        public synchronized Future<RecordMetadata> send(ProducerRecord<byte[], byte[]> event, Callback told) {
            if (refusals > 0) {
                refusals--;
                var away = new TimeoutException("no brokers");
                told.onCompletion(null, away);
                return CompletableFuture.failedFuture(away);
            }
            taken.add(new String(event.headers().lastHeader("ce_id").value()));
            return super.send(event, (place, problem) -> {});
        }
    }
}
