package cn.hotline.followup.revisit.model;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A call that came to nothing (回访未成).
 *
 * @param note the revisitor's note; masked; null for none
 * @param nextAt when the caller wished to be called again; null to leave it to the rule
 */
public record Attempt(
        AttemptResult result,
        @Nullable String note,
        @Nullable Instant nextAt,
        Instant at) {}
