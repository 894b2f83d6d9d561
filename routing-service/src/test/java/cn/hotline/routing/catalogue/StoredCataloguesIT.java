package cn.hotline.routing.catalogue;

import static org.assertj.core.api.Assertions.assertThat;

import cn.hotline.chassis.Cause;
import cn.hotline.chassis.event.EventFamily;
import cn.hotline.chassis.mongo.DocumentStore;
import cn.hotline.chassis.testing.MemoryStore;
import cn.hotline.routing.catalogue.mongo.MongoCatalogues;
import cn.hotline.routing.contract.RoutingEvent;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The stored ones, through the real driver. */
class StoredCataloguesIT extends CataloguesContract {

    private static MemoryStore store;

    @BeforeAll
    static void start() {
        store = new MemoryStore();
    }

    @AfterAll
    static void stop() {
        store.close();
    }

    @Override
    Catalogues empty() {
        var family = new EventFamily<>(
                RoutingEvent.class,
                RoutingEvent.TOPIC,
                RoutingEvent.WIRE_NAMES,
                RoutingEvent::number,
                RoutingEvent::at);
        return new MongoCatalogues(new DocumentStore<>(
                store.database(), family, (documents, id, outbox) -> {}, new SimpleMeterRegistry(), City.CLOCK));
    }

    @Test
    void everyTenantHasItsOwn() {
        var catalogues = empty();
        var elsewhere = Cause.command("620100", "admin", null, null).context();
        City.asked(catalogues.publish(version(1, "西宁")));

        assertThat(catalogues.version(1).contextWrite(elsewhere).block()).isNull();
        assertThat(catalogues.publish(version(1, "兰州")).contextWrite(elsewhere).block())
                .isTrue();
        assertThat(City.asked(catalogues.history(9).collectList())).hasSize(1);
    }
}
