package cn.hotline.chassis.kafka;

import static java.nio.charset.StandardCharsets.UTF_8;

import cn.hotline.chassis.Cause;
import cn.hotline.chassis.event.EventFamily;
import cn.hotline.chassis.event.EventHandlers;
import cn.hotline.chassis.kafka.ParkedEvents.Arrived;
import com.mongodb.MongoException;
import com.mongodb.MongoWriteException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.kafka.support.KafkaHeaders;
import org.springframework.messaging.Message;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.util.retry.Retry;

/**
 * The edge where events of a publisher come in, for Spring Cloud Stream's Kafka binder in batch mode: subjects side by
 * side, each subject strictly in order.
 *
 * <p>At least once: the offset moves after everything in the batch is written or parked, and documents know what they
 * have met. While the store cannot be reached the batch is tried again for ever, since nothing else would be right;
 * an event that cannot be applied for any other reason is parked with everything of its subject that follows.
 */
public final class EventInlet<E> implements Consumer<Message<List<byte[]>>> {

    private static final Logger LOG = LoggerFactory.getLogger(EventInlet.class);
    private static final int SIDE_BY_SIDE = 128;

    private final EventFamily<E> family;
    private final EventHandlers<E> handlers;
    private final ParkedEvents parked;

    public EventInlet(EventFamily<E> family, EventHandlers<E> handlers, ParkedEvents parked) {
        this.family = family;
        this.handlers = handlers;
        this.parked = parked;
    }

    /** Blocks on purpose: the binder's own thread waits, so that the offset moves only after our write. */
    @Override
    public void accept(Message<List<byte[]>> batch) {
        Map<String, List<Arrived>> bySubject = arrived(batch);
        parked.among(topic(), bySubject.keySet())
                .retryWhen(untilTheStoreIsBack())
                .flatMapMany(blocked -> Flux.fromIterable(bySubject.entrySet())
                        .flatMap(entry -> inOrder(entry.getValue(), blocked.contains(entry.getKey())), SIDE_BY_SIDE))
                .blockLast();
    }

    /**
     * Drives parked events again, oldest first; those that still fail stay parked with all that follow them.
     *
     * @return how many were applied
     */
    public Mono<Long> driveAgain() {
        return parked.of(topic(), 10_000)
                .collectMultimap(Arrived::subject, arrived -> arrived, LinkedHashMap::new)
                .flatMapIterable(Map::values)
                .flatMap(events -> Flux.fromIterable(events)
                        .concatMap(event ->
                                apply(event).then(parked.release(event)).thenReturn(event))
                        .onErrorComplete())
                .count();
    }

    public String topic() {
        return family.topic();
    }

    /** How many events wait to be driven again. */
    public Mono<Long> waiting() {
        return parked.count(topic());
    }

    private Mono<Void> inOrder(List<Arrived> events, boolean blocked) {
        if (blocked) {
            return Flux.fromIterable(events)
                    .concatMap(event -> park(event, "follows a parked event"))
                    .then();
        }
        return Flux.range(0, events.size())
                .concatMap(i -> apply(events.get(i)).onErrorResume(problem -> {
                    LOG.error(
                            "Parked {} {} of {}: drive it again from the page of dead letters once its reason is gone",
                            topic(),
                            events.get(i).headers().get("ce_type"),
                            events.get(i).subject(),
                            problem);
                    return parkAll(events.subList(i, events.size()), problem).then(Mono.error(Parked.INSTANCE));
                }))
                .then()
                .onErrorResume(Parked.class, parkedFromHere -> Mono.empty());
    }

    private Mono<Void> parkAll(List<Arrived> events, Throwable problem) {
        return Flux.fromIterable(events)
                .index()
                .concatMap(event -> park(
                        event.getT2(), event.getT1() == 0 ? problem.getClass().getName() : "follows a parked event"))
                .then();
    }

    private Mono<Void> park(Arrived event, String reason) {
        return parked.park(event, reason).retryWhen(untilTheStoreIsBack());
    }

    private Mono<Void> apply(Arrived event) {
        return Mono.defer(() -> {
                    Cause cause = family.cause(event.headers());
                    E told = family.read(EventFamily.required(event.headers(), "ce_type"), event.body());
                    return handlers.handle(told).contextWrite(cause.context());
                })
                .retryWhen(untilTheStoreIsBack());
    }

    /** A store that is away comes back; a write it will never accept is no reason to wait. */
    private static Retry untilTheStoreIsBack() {
        return Retry.backoff(Long.MAX_VALUE, Duration.ofMillis(100))
                .maxBackoff(Duration.ofSeconds(5))
                .filter(e -> e instanceof MongoException && !(e instanceof MongoWriteException))
                .doBeforeRetry(retry -> LOG.warn(
                        "The store is away, trying again: {}", retry.failure().toString()));
    }

    @SuppressWarnings("unchecked")
    private Map<String, List<Arrived>> arrived(Message<List<byte[]>> batch) {
        var headers = batch.getHeaders();
        var keys = (List<byte[]>) headers.get(KafkaHeaders.RECEIVED_KEY, List.class);
        var partitions = (List<Integer>) headers.get(KafkaHeaders.RECEIVED_PARTITION, List.class);
        var offsets = (List<Long>) headers.get(KafkaHeaders.OFFSET, List.class);
        var envelopes = (List<Map<String, Object>>) headers.get(KafkaHeaders.BATCH_CONVERTED_HEADERS, List.class);
        Map<String, List<Arrived>> bySubject = new LinkedHashMap<>();
        for (int i = 0; i < batch.getPayload().size(); i++) {
            String subject = keys.get(i) == null ? "" : new String(keys.get(i), UTF_8);
            Arrived arrived = new Arrived(
                    topic(),
                    partitions.get(i),
                    offsets.get(i),
                    subject,
                    texts(envelopes.get(i)),
                    batch.getPayload().get(i));
            bySubject.computeIfAbsent(subject, any -> new ArrayList<>()).add(arrived);
        }
        return bySubject;
    }

    private static Map<String, String> texts(Map<String, Object> envelope) {
        Map<String, String> texts = new HashMap<>();
        envelope.forEach((name, value) -> {
            if (value instanceof byte[] bytes) {
                texts.put(name, new String(bytes, UTF_8));
            } else if (value instanceof String text) {
                texts.put(name, text);
            }
        });
        return texts;
    }

    /** The rest of a subject's events is parked already. */
    private static final class Parked extends RuntimeException {
        private static final long serialVersionUID = 1L;
        static final Parked INSTANCE = new Parked();

        private Parked() {
            super("parked", null, false, false);
        }
    }
}
