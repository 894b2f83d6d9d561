package cn.hotline.routing.roster;

import static org.assertj.core.api.Assertions.assertThat;

import cn.hotline.chassis.Cause;
import cn.hotline.chassis.event.EventFamily;
import cn.hotline.chassis.mongo.DocumentStore;
import cn.hotline.chassis.testing.MemoryStore;
import cn.hotline.routing.contract.RoutingEvent;
import cn.hotline.routing.roster.model.Roster;
import cn.hotline.routing.roster.mongo.MongoRosters;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Clock;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The stored ones, through the real driver. */
class StoredRostersIT extends RostersContract {

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
    Rosters empty() {
        var family = new EventFamily<>(
                RoutingEvent.class,
                RoutingEvent.TOPIC,
                RoutingEvent.WIRE_NAMES,
                RoutingEvent::number,
                RoutingEvent::at);
        return new MongoRosters(new DocumentStore<>(
                memory.database(),
                family,
                (documents, id, outbox) -> {},
                new SimpleMeterRegistry(),
                Clock.systemUTC()));
    }

    @Test
    void anotherTenantsUnitOfThatCodeIsAnotherUnit() {
        Rosters rosters = empty();
        done(rosters.change("630103", roster -> roster.replacedBy(InMemoryRosters.usual("630103"), null)));

        assertThat(rosters.of("630103")
                        .contextWrite(
                                Cause.command("620100", "test", null, null).context())
                        .block())
                .isEqualTo(Roster.blank("630103"));
    }
}
