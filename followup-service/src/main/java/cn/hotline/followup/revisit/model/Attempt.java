package cn.hotline.followup.revisit.model;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A call that came to nothing (回访未成).
 *
 * @param note the revisitor's note; masked; null for none
 * @param nextAt when the caller wished to be called again; null to leave it to the rule
 * @param by who called; null until it is recorded
 */
public record Attempt(
        AttemptResult result,
        @Nullable String note,
        @Nullable Instant nextAt,
        Instant at,
        @Nullable Revisitor by) {

    public Attempt(AttemptResult result, @Nullable String note, @Nullable Instant nextAt, Instant at) {
        this(result, note, nextAt, at, null);
    }

    Attempt by(Revisitor who) {
        return new Attempt(result, note, nextAt, at, who);
    }

    /** Without what may tell of a confidential matter. */
    Attempt withheld() {
        return new Attempt(result, null, nextAt, at, by);
    }
}
