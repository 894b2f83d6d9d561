package cn.hotline.evaluation.identity;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.TimeUnit;

/**
 * Failed tries to sign in, counted by name. At the limit a name is locked until nothing more was counted for a while;
 * a locked name is not counted further, so nobody can keep it locked by going on. Bounded; safe for many threads.
 */
final class Tries {

    private static final long NAMES = 100_000;

    private final int limit;
    private final Cache<String, Integer> failed;

    /**
     * @param limit failures that lock
     * @param locked for how long after the last of them
     */
    Tries(int limit, Duration locked, Clock clock) {
        this.limit = limit;
        this.failed = Caffeine.newBuilder()
                .maximumSize(NAMES)
                .expireAfterWrite(locked)
                .ticker(() -> TimeUnit.MILLISECONDS.toNanos(clock.millis()))
                .build();
    }

    boolean areOver(String name) {
        Integer counted = failed.getIfPresent(name);
        return counted != null && counted >= limit;
    }

    void failed(String name) {
        if (!areOver(name)) {
            failed.asMap().merge(name, 1, Integer::sum);
        }
    }

    void succeeded(String name) {
        failed.invalidate(name);
    }
}
