package cn.hotline.reporting.ledger.model;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One step in the course of a ticket.
 *
 * @param by name of the unit, or who decided; null where that says nothing
 * @param code what came of it, a code of the list that belongs to the kind; null when the kind says it all
 * @param note a reason in Chinese; null when none was given
 */
public record Step(
        StepKind kind,
        Instant at,
        @Nullable String by,
        @Nullable String code,
        @Nullable String note) {

    /** So many steps of one publisher stay in the row; older ones are on its topic, which is kept for ever. */
    static final int KEPT = 200;

    /** As it is shown of a confidential ticket; the code of a correction is the class. */
    Step withheld() {
        return new Step(kind, at, by, kind == StepKind.RECLASSIFIED ? null : code, null);
    }

    static Step of(StepKind kind, Instant at) {
        return new Step(kind, at, null, null, null);
    }

    /** The steps with one more, of which the last {@value #KEPT} are kept. */
    static List<Step> after(List<Step> before, Step step) {
        List<Step> steps = new ArrayList<>(before.subList(Math.max(0, before.size() + 1 - KEPT), before.size()));
        steps.add(step);
        return List.copyOf(steps);
    }
}
