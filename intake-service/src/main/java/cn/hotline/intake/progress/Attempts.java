package cn.hotline.intake.progress;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * 次数限制: how often something was tried in a window of time that begins with the first try. Kept in memory, for the most
 * recent only, so that nobody fills it. Thread-safe.
 */
public final class Attempts {

    private static final int MOST_KEPT = 100_000;

    private final int most;
    private final Duration window;
    private final Clock clock;
    private final Map<String, Window> tried = new LinkedHashMap<>(16, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Window> eldest) {
            return size() > MOST_KEPT;
        }
    };

    /** @param most how often within a window */
    public Attempts(int most, Duration window, Clock clock) {
        this.most = most;
        this.window = window;
        this.clock = clock;
    }

    /** Tries once more. @return how long to wait, when that is too often */
    public synchronized Optional<Duration> tryOnceMore(String what) {
        Instant now = clock.instant();
        Window current = tried.get(what);
        Window next = current == null || !now.isBefore(current.ends())
                ? new Window(now.plus(window), 1)
                : new Window(current.ends(), current.times() + 1);
        tried.put(what, next);
        return next.times() > most ? Optional.of(Duration.between(now, next.ends())) : Optional.empty();
    }

    private record Window(Instant ends, int times) {}
}
