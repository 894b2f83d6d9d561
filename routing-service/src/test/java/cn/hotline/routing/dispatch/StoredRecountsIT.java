package cn.hotline.routing.dispatch;

import static org.assertj.core.api.Assertions.assertThat;

import cn.hotline.chassis.Cause;
import cn.hotline.chassis.Change;
import cn.hotline.chassis.event.EventFamily;
import cn.hotline.chassis.mongo.DocumentStore;
import cn.hotline.chassis.testing.MemoryStore;
import cn.hotline.routing.contract.RoutingEvent;
import cn.hotline.routing.deadline.Calendars;
import cn.hotline.routing.deadline.model.DeadlinePolicy;
import cn.hotline.routing.dispatch.model.Appeal;
import cn.hotline.routing.dispatch.model.Dispatch;
import cn.hotline.routing.dispatch.model.StepKind;
import cn.hotline.routing.dispatch.model.TicketNumber;
import cn.hotline.routing.dispatch.mongo.MongoDispatches;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Flux;
import reactor.core.scheduler.Schedulers;

/** Two replicas at once, through the real driver: each ticket is counted anew by one of them. */
class StoredRecountsIT {

    private static final int TICKETS = 200;
    private static final DeadlinePolicy SNOW =
            Desks.POLICY.by(Calendars.with(Desks.POLICY.calendar(), 2, Calendars.off("2026-11-24")));

    private static MemoryStore store;

    @BeforeAll
    static void start() {
        store = new MemoryStore();
    }

    @AfterAll
    static void stop() {
        store.close();
    }

    @Test
    void twoReplicasCountEveryTicketOnce() {
        var clock = new Desks().clock;
        MongoDispatches dispatches = empty();
        Flux.fromStream(IntStream.rangeClosed(1, TICKETS).mapToObj("XN261123-%06d"::formatted))
                .concatMap(number -> dispatches.open(opened(number)))
                .contextWrite(ours().context())
                .blockLast(Duration.ofMinutes(2));

        List<Long> counted = Flux.range(1, 2)
                .flatMap(replica ->
                        new Recounts(dispatches, () -> SNOW, clock).recount().subscribeOn(Schedulers.boundedElastic()))
                .collectList()
                .contextWrite(ours().context())
                .block(Duration.ofMinutes(2));

        assertThat(counted.get(0) + counted.get(1)).isEqualTo(TICKETS);
        List<Dispatch> all = dispatches
                .all(DispatchFilter.ALL, clock.instant(), 100)
                .collectList()
                .contextWrite(ours().context())
                .block(Duration.ofMinutes(1));
        assertThat(all).hasSize(TICKETS).allSatisfy(ticket -> {
            assertThat(ticket.turn().calendar()).isEqualTo(2L);
            assertThat(ticket.steps())
                    .filteredOn(step -> step.kind() == StepKind.RECOUNTED)
                    .hasSize(1);
        });
        assertThat(dispatches
                        .toRecount(2, 0, 1)
                        .count()
                        .contextWrite(ours().context())
                        .block())
                .isZero();
    }

    private static Change<Dispatch, RoutingEvent> opened(String number) {
        var told = Tickets.plain(number).registration();
        return Dispatch.open(
                new TicketNumber(number),
                Appeal.of(told),
                Desks.assessed(told.matter()),
                Desks.POLICY,
                Tickets.MONDAY_TEN);
    }

    private static MongoDispatches empty() {
        var family = new EventFamily<>(
                RoutingEvent.class,
                RoutingEvent.TOPIC,
                RoutingEvent.WIRE_NAMES,
                RoutingEvent::number,
                RoutingEvent::at);
        return new MongoDispatches(new DocumentStore<>(
                store.database(), family, (documents, id, outbox) -> {}, new SimpleMeterRegistry(), new Desks().clock));
    }

    private static Cause ours() {
        return Cause.command("630100", "routing", null, null);
    }
}
