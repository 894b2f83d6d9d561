package cn.hotline.ui;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One time limit as a page knows it: what is to be done, since when, until when, and whether it was done.
 *
 * @param kind what is to be done
 * @param startedAt when the time began to run; not after {@code dueAt}
 * @param dueAt the last moment that is still in time
 * @param doneAt when it was done; null while it is not
 * @param paused whether the time stands still (挂账、待补充)
 */
public record Deadline(
        DeadlineKind kind,
        Instant startedAt,
        Instant dueAt,
        @Nullable Instant doneAt,
        boolean paused) {

    /** @throws IllegalArgumentException when the deadline lies before its start */
    public Deadline {
        if (dueAt.isBefore(startedAt)) {
            throw new IllegalArgumentException("due " + dueAt + " before start " + startedAt);
        }
    }

    /** A time limit that runs. */
    public static Deadline running(DeadlineKind kind, Instant startedAt, Instant dueAt) {
        return new Deadline(kind, startedAt, dueAt, null, false);
    }

    /** The same, done at that moment. */
    public Deadline doneAt(Instant at) {
        return new Deadline(kind, startedAt, dueAt, at, false);
    }

    /** The same, standing still. */
    public Deadline pausedNow() {
        return new Deadline(kind, startedAt, dueAt, null, true);
    }

    Duration total() {
        return Duration.between(startedAt, dueAt);
    }

    boolean doneLate() {
        return doneAt != null && doneAt.isAfter(dueAt);
    }
}
