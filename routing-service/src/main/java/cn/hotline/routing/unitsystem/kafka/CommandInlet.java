package cn.hotline.routing.unitsystem.kafka;

import cn.hotline.chassis.kafka.ParkedEvents;
import cn.hotline.chassis.kafka.ParkedEvents.Arrived;
import cn.hotline.chassis.mongo.DocumentStore;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.messaging.Message;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * The edge where commands come in that others write on topics of their own, for Spring Cloud Stream's Kafka binder in
 * batch mode: keys side by side, each key of a topic in order.
 *
 * <p>Unlike an event, a command may be refused, and none waits for another: what cannot be handled is parked, masked,
 * and the next one is taken. At least once: the offset moves after everything in the batch is handled or parked; while
 * the store cannot be reached it is tried again for ever.
 */
public final class CommandInlet implements Consumer<Message<List<byte[]>>>, ParkedEvents.Edge {

    private static final Logger LOG = LoggerFactory.getLogger(CommandInlet.class);
    private static final int SIDE_BY_SIDE = 32;
    private static final int AT_ONCE = 10_000;

    private final String topics;
    private final Function<Arrived, Mono<Void>> handler;
    private final ParkedEvents parked;

    /**
     * @param topics what the names of all topics begin with
     * @param handler completes for what it has done and for what it has refused
     */
    public CommandInlet(String topics, Function<Arrived, Mono<Void>> handler, ParkedEvents parked) {
        this.topics = topics;
        this.handler = handler;
        this.parked = parked;
    }

    @Override
    public void accept(Message<List<byte[]>> batch) {
        Map<List<String>, List<Arrived>> byKey = new LinkedHashMap<>();
        Arrived.in(batch).forEach(record -> byKey.computeIfAbsent(
                        List.of(record.topic(), record.subject()), any -> new ArrayList<>())
                .add(record));
        ParkedEvents.Edge.await(Flux.fromIterable(byKey.values())
                .flatMap(records -> Flux.fromIterable(records).concatMap(this::handleOrPark), SIDE_BY_SIDE));
    }

    @Override
    public String topic() {
        return topics;
    }

    @Override
    public Mono<Long> waiting() {
        return parked.countUnder(topics);
    }

    @Override
    public Mono<Long> driveAgain() {
        return parked.under(topics, AT_ONCE)
                .concatMap(record -> handle(record)
                        .then(parked.release(record))
                        .thenReturn(record)
                        .onErrorComplete())
                .count();
    }

    private Mono<Void> handleOrPark(Arrived record) {
        return handle(record).onErrorResume(problem -> {
            LOG.error(
                    "Parked a command of {}: drive it again from the page of dead letters once its reason is gone",
                    record.topic(),
                    problem);
            return parked.park(record.masked(), problem.getClass().getName()).retryWhen(DocumentStore.untilItIsBack());
        });
    }

    private Mono<Void> handle(Arrived record) {
        return Mono.defer(() -> handler.apply(record)).retryWhen(DocumentStore.untilItIsBack());
    }
}
