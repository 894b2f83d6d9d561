package cn.hotline.routing.dispatch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.hotline.chassis.Cause;
import cn.hotline.chassis.Refusal.General;
import cn.hotline.chassis.Refused;
import cn.hotline.chassis.event.EventFamily;
import cn.hotline.chassis.mongo.DocumentStore;
import cn.hotline.chassis.testing.MemoryStore;
import cn.hotline.routing.contract.RoutingEvent;
import cn.hotline.routing.dispatch.model.Staff;
import cn.hotline.routing.dispatch.model.TicketNumber;
import cn.hotline.routing.dispatch.model.Viewer;
import cn.hotline.routing.dispatch.mongo.MongoDispatches;
import com.mongodb.reactivestreams.client.MongoDatabase;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.util.List;
import org.bson.Document;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Mono;
import reactor.util.context.Context;

/** The stored ones, through the real driver. */
class StoredDispatchesIT extends DispatchesContract {

    private static MemoryStore store;

    private MongoDatabase database;

    @BeforeAll
    static void start() {
        store = new MemoryStore();
    }

    @AfterAll
    static void stop() {
        store.close();
    }

    @Override
    Dispatches empty() {
        database = store.database();
        EventFamily<RoutingEvent> family = new EventFamily<>(
                RoutingEvent.class,
                RoutingEvent.TOPIC,
                RoutingEvent.WIRE_NAMES,
                RoutingEvent::number,
                RoutingEvent::at);
        return new MongoDispatches(new DocumentStore<>(
                database, family, (documents, id, outbox) -> {}, new SimpleMeterRegistry(), new Desks().clock));
    }

    @Test
    void nothingIsThereForAnotherTenant() {
        Dispatches dispatches = empty();
        TicketNumber number = new TicketNumber("XN261123-000001");
        new Desks()
                .dispatching(dispatches)
                .open(Tickets.plain(number.value()))
                .contextWrite(Cause.event("630100", "/intake/ticket", 1, null).context())
                .block();
        Context elsewhere = Cause.command("620100", "test", null, null).context();

        for (Staff each : List.of(People.DISPATCHER, People.CENTRE_CLERK)) {
            Viewer viewer = People.viewer(each, Tickets.MONDAY_TEN);
            assertThat(dispatches.find(viewer, number).contextWrite(elsewhere).blockOptional())
                    .isEmpty();
            assertThat(dispatches
                            .list(viewer, DispatchFilter.ALL, 0, 50)
                            .contextWrite(elsewhere)
                            .collectList()
                            .block())
                    .isEmpty();
            assertThat(dispatches
                            .count(viewer, DispatchFilter.ALL)
                            .contextWrite(elsewhere)
                            .block())
                    .isZero();
            assertThatThrownBy(() -> dispatches
                            .change(
                                    viewer,
                                    number,
                                    null,
                                    dispatch -> dispatch.acknowledge(People.CENTRE_CLERK, Tickets.MONDAY_TEN))
                            .contextWrite(elsewhere)
                            .block())
                    .isInstanceOfSatisfying(Refused.class, refused -> assertThat(refused.reason())
                            .isEqualTo(General.NOT_FOUND));
        }
    }

    @Test
    void oneRegistrationIsOneDocumentThatHoldsStateAndWhatTellsOfIt() {
        new Desks()
                .dispatching(empty())
                .open(Tickets.plain("XN261123-000001"))
                .contextWrite(Cause.event("630100", "/intake/ticket", 1, null).context())
                .block();

        Document kept = Mono.from(database.getCollection("dispatches").find().first())
                .blockOptional()
                .orElseThrow();
        assertThat(kept.getString("_id")).isEqualTo("XN261123-000001");
        assertThat(kept.getLong("version")).isEqualTo(1);
        assertThat(kept.getList("outbox", Document.class))
                .extracting(told -> told.getString("type"))
                .containsExactly("cn.hotline.routing.ticket-classified.v1", "cn.hotline.routing.ticket-dispatched.v1");
        assertThat(kept.get("seen", Document.class)).containsEntry("intake_ticket", 1L);
    }
}
