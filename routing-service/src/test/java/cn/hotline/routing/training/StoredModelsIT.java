package cn.hotline.routing.training;

import static org.assertj.core.api.Assertions.assertThat;

import cn.hotline.chassis.Cause;
import cn.hotline.chassis.event.EventFamily;
import cn.hotline.chassis.mongo.DocumentStore;
import cn.hotline.chassis.testing.MemoryStore;
import cn.hotline.routing.contract.RoutingEvent;
import cn.hotline.routing.training.model.Contest;
import cn.hotline.routing.training.model.Contest.Figures;
import cn.hotline.routing.training.model.InUse;
import cn.hotline.routing.training.model.ModelVersion;
import cn.hotline.routing.training.mongo.MongoModels;
import cn.hotline.routing.version.model.Editor;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Clock;
import java.time.Instant;
import java.util.Random;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Mono;

/** Versions of the model in a store, through the real driver. */
class StoredModelsIT {

    private static final Instant NOW = Instant.parse("2026-11-22T19:00:00Z");
    private static final Editor ADMIN = new Editor("admin", "管理员");
    private static MemoryStore store;

    private final byte[] bytes = new byte[450_000];
    private Models models;

    @BeforeAll
    static void start() {
        store = new MemoryStore();
    }

    @AfterAll
    static void stop() {
        store.close();
    }

    @BeforeEach
    void empty() {
        new Random(1).nextBytes(bytes);
        models = new MongoModels(new DocumentStore<>(
                store.database(),
                new EventFamily<>(
                        RoutingEvent.class,
                        RoutingEvent.TOPIC,
                        RoutingEvent.WIRE_NAMES,
                        RoutingEvent::number,
                        RoutingEvent::at),
                (documents, id, outbox) -> {},
                new SimpleMeterRegistry(),
                Clock.systemUTC()));
    }

    @Test
    void aVersionIsReadAsItWasKept() {
        assertThat(asked(models.keep(version(1), bytes))).isTrue();

        assertThat(asked(models.version(1))).isEqualTo(version(1));
        assertThat(asked(models.bytes(version(1)))).isEqualTo(bytes);
    }

    @Test
    void keptTwiceItIsOne() {
        asked(models.keep(version(1), bytes));

        assertThat(asked(models.keep(version(1), bytes))).isTrue();
        assertThat(asked(models.history(10).collectList())).containsExactly(version(1));
    }

    @Test
    void theNumberOfAnotherVersionIsNotTaken() {
        asked(models.keep(version(1), bytes));
        var other = new ModelVersion(1, NOW, 7, 2, version(1).contest(), ADMIN, "other", 3);

        assertThat(asked(models.keep(other, new byte[3]))).isFalse();
        assertThat(asked(models.bytes(version(1)))).isEqualTo(bytes);
    }

    @Test
    void theNewestComesFirst() {
        asked(models.keep(version(1), bytes));
        asked(models.keep(version(2), bytes));

        assertThat(asked(models.history(10).map(ModelVersion::number).collectList()))
                .containsExactly(2L, 1L);
    }

    @Test
    void aForgottenVersionIsKnownWithoutItsBytes() {
        asked(models.keep(version(1), bytes));

        asked(models.forget(version(1)));

        assertThat(asked(models.bytes(version(1)))).isEmpty();
        assertThat(asked(models.version(1))).isEqualTo(version(1));
    }

    @Test
    void whatIsInUseIsTheLastThatWasSaid() {
        assertThat(asked(models.inUse())).isEqualTo(InUse.AT_FIRST);

        asked(models.use(new InUse(1, ADMIN, NOW, "启用")));
        asked(models.use(new InUse(2, ADMIN, NOW, "启用新版")));

        assertThat(asked(models.inUse())).isEqualTo(new InUse(2, ADMIN, NOW, "启用新版"));
    }

    @Test
    void anotherTenantHasItsOwn() {
        asked(models.keep(version(1), bytes));

        assertThat(models.version(1)
                        .contextWrite(
                                Cause.command("630200", "admin", null, null).context())
                        .blockOptional())
                .isEmpty();
    }

    private static ModelVersion version(long number) {
        var figures = new Figures(0.9, 0.91, 0.8, 0.97);
        return new ModelVersion(
                number,
                NOW,
                240,
                2,
                new Contest(60, figures, figures, "词库", 0.01, null),
                ADMIN,
                "key" + number,
                450_000);
    }

    private static <T> T asked(Mono<T> answer) {
        return answer.contextWrite(Cause.command("630100", "admin", null, null).context())
                .block();
    }
}
