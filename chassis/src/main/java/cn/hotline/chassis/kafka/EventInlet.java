package cn.hotline.chassis.kafka;

import cn.hotline.chassis.Cause;
import cn.hotline.chassis.event.EventFamily;
import cn.hotline.chassis.event.EventHandlers;
import cn.hotline.chassis.kafka.ParkedEvents.Arrived;
import cn.hotline.chassis.mongo.DocumentStore;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.messaging.Message;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * The edge where events of a publisher come in, for Spring Cloud Stream's Kafka binder in batch mode: subjects side by
 * side, each subject strictly in order.
 *
 * <p>At least once: the offset moves after everything in the batch is written or parked, and documents know what they
 * have met. While the store cannot be reached the batch is tried again for ever, since nothing else would be right;
 * an event that cannot be applied for any other reason is parked with everything of its subject that follows.
 */
public final class EventInlet<E> implements Consumer<Message<List<byte[]>>>, ParkedEvents.Edge {

    private static final Logger LOG = LoggerFactory.getLogger(EventInlet.class);
    private static final int SIDE_BY_SIDE = 128;

    private final EventFamily<E> family;
    private final EventHandlers<E> handlers;
    private final ParkedEvents parked;
    private final String parkedAs;

    public EventInlet(EventFamily<E> family, EventHandlers<E> handlers, ParkedEvents parked) {
        this(family, handlers, parked, family.topic());
    }

    /** @param parkedAs stands for the topic among dead letters: another one for a second reader of the same topic */
    public EventInlet(EventFamily<E> family, EventHandlers<E> handlers, ParkedEvents parked, String parkedAs) {
        this.family = family;
        this.handlers = handlers;
        this.parked = parked;
        this.parkedAs = parkedAs;
    }

    @Override
    public void accept(Message<List<byte[]>> batch) {
        Map<String, List<Arrived>> bySubject = new LinkedHashMap<>();
        Arrived.in(batch).forEach(event -> bySubject
                .computeIfAbsent(event.subject(), any -> new ArrayList<>())
                .add(event.under(topic())));
        ParkedEvents.Edge.await(parked.among(topic(), bySubject.keySet())
                .retryWhen(DocumentStore.untilItIsBack())
                .flatMapMany(blocked -> Flux.fromIterable(bySubject.entrySet())
                        .flatMap(entry -> inOrder(entry.getValue(), blocked.contains(entry.getKey())), SIDE_BY_SIDE)));
    }

    /** Those that still fail stay parked with all that follow them. */
    @Override
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

    @Override
    public String topic() {
        return parkedAs;
    }

    @Override
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
        return parked.park(event, reason).retryWhen(DocumentStore.untilItIsBack());
    }

    private Mono<Void> apply(Arrived event) {
        return Mono.defer(() -> {
                    Cause cause = family.cause(event.headers());
                    E told = family.read(EventFamily.required(event.headers(), "ce_type"), event.body());
                    return handlers.handle(told).contextWrite(cause.context());
                })
                .retryWhen(DocumentStore.untilItIsBack());
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
