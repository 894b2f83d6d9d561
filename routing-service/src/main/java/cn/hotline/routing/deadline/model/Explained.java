package cn.hotline.routing.deadline.model;

import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * One deadline with how it came about.
 *
 * @param timing whose clock it is
 * @param limit the time limit it was counted by; null when that version is not known
 * @param count how it was counted; null when no version of rules and calendar gives just this deadline
 * @param calendar version of the calendar that tells it
 */
public record Explained(
        LimitKind kind,
        Timing timing,
        @Nullable TimeLimit limit,
        @Nullable Count count,
        String calendar) {

    public Instant dueAt() {
        return kind.of(timing.deadlines());
    }

    /** How it was counted, where that can still be told. */
    public Optional<Count> counting() {
        return Optional.ofNullable(count);
    }

    boolean tells() {
        return count != null && count.dueAt().equals(dueAt());
    }
}
