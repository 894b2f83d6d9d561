package cn.hotline.intake;

import cn.hotline.chassis.mongo.DocumentStore;
import cn.hotline.chassis.testing.MemoryStore;
import cn.hotline.intake.contract.IntakeEvent;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;

/** Intake's documents in a store in memory; what they tell goes nowhere. */
public final class StoreInMemory implements AutoCloseable {

    private final MemoryStore store = new MemoryStore();

    /** A fresh database. */
    public DocumentStore<IntakeEvent> documents() {
        return new DocumentStore<>(
                store.database(),
                new IntakeWiring().published(),
                (documents, id, outbox) -> {},
                new SimpleMeterRegistry(),
                Story.CLOCK);
    }

    @Override
    public void close() {
        store.close();
    }
}
