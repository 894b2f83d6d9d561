package cn.hotline.evaluation;

import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Parts that do not need each other and are stopped side by side: each service waits two quiet seconds for its
 * connections to the documents, and four in a row would be long.
 */
final class Together implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(Together.class);

    private final List<AutoCloseable> parts = new CopyOnWriteArrayList<>();

    void add(AutoCloseable part) {
        parts.add(part);
    }

    @Override
    public void close() {
        CompletableFuture.allOf(parts.stream()
                        .map(part -> CompletableFuture.runAsync(() -> close(part), Together::inThreadOfItsOwn))
                        .toArray(CompletableFuture[]::new))
                .join();
    }

    static void inThreadOfItsOwn(Runnable work) {
        new Thread(work, "beside").start();
    }

    /** A part that does not stop cleanly must not keep the others from it. */
    static void close(AutoCloseable part) {
        try {
            part.close();
        } catch (Exception other) {
            LOG.warn("{} did not stop cleanly", part.getClass().getSimpleName(), other);
        }
    }
}
