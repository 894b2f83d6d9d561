package cn.hotline.routing.unitsystem.kafka;

import cn.hotline.chassis.event.EventFamily;
import cn.hotline.routing.unitsystem.Courier;
import cn.hotline.routing.unitsystem.Envelope;
import cn.hotline.routing.unitsystem.Letter;
import cn.hotline.routing.unitsystem.model.Line;
import cn.hotline.routing.unitsystem.model.UnitSystem;
import cn.hotline.routing.unitsystem.model.Way;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;
import org.apache.kafka.clients.producer.Producer;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;

/**
 * Onto the topic of a unit. A load is sent as one: the producer keeps its order and never gives up a record, so of what
 * did not arrive nothing later can have.
 */
public final class KafkaCourier implements Courier, AutoCloseable {

    private final Supplier<Producer<byte[], byte[]>> connecting;
    private final String tenant;
    private @Nullable Producer<byte[], byte[]> producer;

    /** @param connecting asked once, when the first letter is to go */
    public KafkaCourier(Supplier<Producer<byte[], byte[]>> connecting, String tenant) {
        this.connecting = connecting;
        this.tenant = tenant;
    }

    @Override
    public Way way() {
        return Way.KAFKA;
    }

    @Override
    public Flux<Long> carry(UnitSystem system, List<Letter> letters) {
        String topic = Line.of(system.unit().code()).dispatchTopic();
        return Mono.fromCallable(() -> sent(topic, letters))
                .subscribeOn(Schedulers.boundedElastic())
                .flatMap(Mono::fromFuture)
                .thenReturn(letters.get(letters.size() - 1).sequence())
                .flux();
    }

    /** What is refused at once, such as for its size, stops those behind it. */
    private CompletableFuture<Void> sent(String topic, List<Letter> letters) {
        List<CompletableFuture<Void>> all = new ArrayList<>();
        for (Letter letter : letters) {
            CompletableFuture<Void> sent = send(topic, letter);
            all.add(sent);
            if (sent.isCompletedExceptionally()) {
                break;
            }
        }
        return CompletableFuture.allOf(all.toArray(CompletableFuture[]::new));
    }

    private CompletableFuture<Void> send(String topic, Letter letter) {
        CompletableFuture<Void> sent = new CompletableFuture<>();
        connected().send(EventFamily.record(topic, Envelope.told(letter, tenant)), (place, problem) -> {
            if (problem == null) {
                sent.complete(null);
            } else {
                sent.completeExceptionally(problem);
            }
        });
        return sent;
    }

    private synchronized Producer<byte[], byte[]> connected() {
        if (producer == null) {
            producer = connecting.get();
        }
        return producer;
    }

    @Override
    public synchronized void close() {
        if (producer != null) {
            producer.close(Duration.ofSeconds(2));
        }
    }
}
