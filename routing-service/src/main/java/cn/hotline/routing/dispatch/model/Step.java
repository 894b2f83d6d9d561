package cn.hotline.routing.dispatch.model;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One step in the course of a ticket.
 *
 * @param words Chinese, such as 派单给城中区政府
 * @param detail ground or text; null for none
 * @param by who did it; null for what happens by itself, or in another service
 * @param given to whom it was given in this step, and by which rule; null for every other kind of step
 */
public record Step(
        Instant at,
        StepKind kind,
        String words,
        @Nullable String detail,
        @Nullable Staff by,
        @Nullable Given given) {

    Step(Instant at, StepKind kind, String words, @Nullable String detail, @Nullable Staff by) {
        this(at, kind, words, detail, by, null);
    }

    Step(Instant at, StepKind kind, String words, @Nullable String detail) {
        this(at, kind, words, detail, null);
    }

    /** As somebody sees it to whom the ticket does not open: words may name a class, or whom it accuses. */
    Step withheld() {
        return new Step(at, kind, kind.term(), null, by, given == null ? null : given.withheld());
    }

    /**
     * One decision who is to answer (派单、改派), kept for good: the handling knows the last one only.
     *
     * @param unit code of the lead
     * @param rule catalogue entry, or what stands in its place when a person decided
     * @param version of the catalogue
     * @param category code of the class at that time; null when there was none
     */
    public record Given(
            String unit,
            String rule,
            String version,
            @Nullable String category) {

        /** An entry of the catalogue is of a class. */
        Given withheld() {
            return new Given(unit, Appeal.WITHHELD, version, null);
        }
    }
}
