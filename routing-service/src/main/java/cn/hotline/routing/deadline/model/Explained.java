package cn.hotline.routing.deadline.model;

import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * One deadline with how it came about.
 *
 * @param timing whose clock it is
 * @param limit the time limit it was counted by; null when the rules have changed since
 * @param count how it was counted; null when rules or calendar have changed since, so that counting again would tell
 *     another story
 */
public record Explained(
        LimitKind kind,
        Timing timing,
        @Nullable TimeLimit limit,
        @Nullable Count count) {

    public Instant dueAt() {
        return kind.of(timing.deadlines());
    }

    /** How it was counted, where that can still be told. */
    public Optional<Count> counting() {
        return Optional.ofNullable(count);
    }
}
