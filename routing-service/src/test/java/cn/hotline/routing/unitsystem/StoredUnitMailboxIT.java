package cn.hotline.routing.unitsystem;

import static org.assertj.core.api.Assertions.assertThat;

import cn.hotline.chassis.Cause;
import cn.hotline.chassis.event.EventFamily;
import cn.hotline.chassis.mongo.DocumentStore;
import cn.hotline.chassis.testing.MemoryStore;
import cn.hotline.routing.contract.RoutingEvent;
import cn.hotline.routing.contract.UnitNotice.DispatchRevoked;
import cn.hotline.routing.dispatch.Tickets;
import cn.hotline.routing.unitsystem.Letter.Draft;
import cn.hotline.routing.unitsystem.model.Condition.Delivery;
import cn.hotline.routing.unitsystem.model.Way;
import cn.hotline.routing.unitsystem.mongo.MongoDeliveries;
import cn.hotline.routing.unitsystem.mongo.MongoUnitMailbox;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import java.util.stream.LongStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** The stored one, through the real driver. */
class StoredUnitMailboxIT extends UnitMailboxContract {

    private static final Instant NOW = Tickets.MONDAY_TEN;

    private static MemoryStore memory;

    @BeforeAll
    static void start() {
        memory = new MemoryStore();
    }

    @AfterAll
    static void stop() {
        memory.close();
    }

    @Override
    UnitMailbox empty() {
        return new MongoUnitMailbox(store());
    }

    @Test
    void twoReplicasWriteOneRow() {
        DocumentStore<?> store = store();
        UnitMailbox one = new MongoUnitMailbox(store);
        UnitMailbox other = new MongoUnitMailbox(store);

        got(Flux.range(0, 60)
                .flatMap(i -> (i % 2 == 0 ? one : other)
                        .put(
                                "630104",
                                "T" + i % 10,
                                last -> last.isPresent()
                                        ? Optional.empty()
                                        : Optional.of(new Draft(new DispatchRevoked("T", NOW), 1))))
                .then());

        assertThat(got(one.after("630104", 0, 100).map(Letter::sequence).collectList()))
                .containsExactlyElementsOf(LongStream.rangeClosed(1, 10).boxed().toList());
    }

    @Test
    void aWayIsTakenByOneAtATimeAndComesBackWhenTimeIsUp() {
        Deliveries deliveries = new MongoDeliveries(store());

        assertThat(got(deliveries.take("630104", Way.WEBHOOK, NOW, NOW.plusSeconds(60))))
                .isEqualTo(new Delivery(Way.WEBHOOK, 0, null, null));
        assertThat(got(deliveries.take("630104", Way.WEBHOOK, NOW.plusSeconds(59), NOW.plusSeconds(119))))
                .isNull();
        assertThat(got(deliveries.take("630104", Way.KAFKA, NOW, NOW.plusSeconds(60))))
                .isNotNull();
        assertThat(got(deliveries.take("630104", Way.WEBHOOK, NOW.plusSeconds(60), NOW.plusSeconds(120))))
                .isNotNull();
    }

    @Test
    void whatArrivedAndWhatWentWrongIsKeptUntilTheNextArrives() {
        Deliveries deliveries = new MongoDeliveries(store());
        got(deliveries.take("630104", Way.WEBHOOK, NOW, NOW.plusSeconds(60)));
        got(deliveries.arrived("630104", Way.WEBHOOK, 7, NOW, NOW.plusSeconds(60)));
        got(deliveries.failed("630104", Way.WEBHOOK, "连不上对方", NOW.plusSeconds(5)));

        assertThat(got(deliveries.find("630104", Way.WEBHOOK))).isEqualTo(new Delivery(Way.WEBHOOK, 7, NOW, "连不上对方"));
        got(deliveries.arrived("630104", Way.WEBHOOK, 8, NOW, NOW));
        assertThat(got(deliveries.find("630104", Way.WEBHOOK)).problem()).isNull();
    }

    private static DocumentStore<?> store() {
        EventFamily<RoutingEvent> family = new EventFamily<>(
                RoutingEvent.class,
                RoutingEvent.TOPIC,
                RoutingEvent.WIRE_NAMES,
                RoutingEvent::number,
                RoutingEvent::at);
        return new DocumentStore<>(
                memory.database(), family, (documents, id, outbox) -> {}, new SimpleMeterRegistry(), Clock.systemUTC());
    }

    private static <T> T got(Mono<T> asked) {
        return asked.contextWrite(Cause.command("630100", "test", null, null).context())
                .block();
    }
}
