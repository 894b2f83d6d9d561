package cn.hotline.followup.revisit.mongo;

import cn.hotline.chassis.mongo.DocumentStore;
import cn.hotline.chassis.testing.MemoryStore;
import cn.hotline.followup.FollowupWiring;
import cn.hotline.followup.contract.FollowupEvent;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;

/** Empty stores whose events nobody takes to Kafka. */
public final class Stores {

    private Stores() {}

    public static DocumentStore<FollowupEvent> fresh(MemoryStore server) {
        return new DocumentStore<>(
                server.database(),
                FollowupWiring.PUBLISHED,
                (documents, id, outbox) -> {},
                new SimpleMeterRegistry(),
                Clock.fixed(Instant.parse("2024-06-20T06:30:00Z"), ZoneOffset.UTC));
    }
}
