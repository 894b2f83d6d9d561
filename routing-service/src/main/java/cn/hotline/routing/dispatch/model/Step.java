package cn.hotline.routing.dispatch.model;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One step in the course of a ticket.
 *
 * @param words Chinese, such as 派单给城中区政府
 * @param detail ground or text; null for none
 * @param by who did it; null for what happens by itself, or in another service
 */
public record Step(
        Instant at,
        StepKind kind,
        String words,
        @Nullable String detail,
        @Nullable Staff by) {

    Step(Instant at, StepKind kind, String words, @Nullable String detail) {
        this(at, kind, words, detail, null);
    }

    /** As somebody sees it to whom the ticket does not open. */
    Step withheld() {
        return new Step(at, kind, words, null, by);
    }
}
