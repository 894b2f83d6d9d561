package cn.hotline.routing.notice;

import static org.assertj.core.api.Assertions.assertThat;

import cn.hotline.chassis.Cause;
import cn.hotline.chassis.event.EventFamily;
import cn.hotline.chassis.mongo.DocumentStore;
import cn.hotline.chassis.testing.MemoryStore;
import cn.hotline.routing.contract.RoutingEvent;
import cn.hotline.routing.dispatch.Tickets;
import cn.hotline.routing.notice.model.Notice;
import cn.hotline.routing.notice.mongo.MongoNotices;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Clock;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The stored ones, through the real driver. */
class StoredNoticesIT extends NoticesContract {

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
    Notices empty() {
        var family = new EventFamily<>(
                RoutingEvent.class,
                RoutingEvent.TOPIC,
                RoutingEvent.WIRE_NAMES,
                RoutingEvent::number,
                RoutingEvent::at);
        return new MongoNotices(new DocumentStore<>(
                memory.database(),
                family,
                (documents, id, outbox) -> {},
                new SimpleMeterRegistry(),
                Clock.systemUTC()));
    }

    @Test
    void nothingIsThereForAnotherTenant() {
        Notices notices = empty();
        done(notices.changeOrOpen(Notice.gathering("630103", Tickets.MONDAY_TEN), notice -> notice));

        assertThat(notices.of("630103", Tickets.MONDAY_TEN, 10)
                        .contextWrite(
                                Cause.command("620100", "test", null, null).context())
                        .collectList()
                        .block())
                .isEmpty();
    }
}
