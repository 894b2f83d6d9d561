package cn.hotline.reporting.ledger.web;

import cn.hotline.chassis.Termed.Coded;
import cn.hotline.reporting.codes.Terms;
import cn.hotline.reporting.ledger.model.Step;
import cn.hotline.reporting.ledger.model.StepKind;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A step in the course of a ticket.
 *
 * @param by name of the unit; absent where that says nothing
 * @param result what came of it; absent when the kind says it all
 * @param note a reason in Chinese; absent when none was given
 */
record StepView(
        Coded kind,
        Instant at,
        @Nullable String by,
        @Nullable Coded result,
        @Nullable String note) {

    static StepView of(Step step, Terms terms) {
        return new StepView(
                Coded.of(step.kind()),
                step.at(),
                step.by(),
                terms.coded(listOf(step.kind()), step.code()),
                step.note());
    }

    /** Which list the code of such a step belongs to. */
    private static String listOf(StepKind kind) {
        return switch (kind) {
            case REPLIED -> Terms.REPLY_OUTCOME;
            case REVISIT_ATTEMPTED -> Terms.ATTEMPT;
            case REVISITED -> Terms.SATISFACTION;
            case CLOSED -> Terms.CLOSING;
            case EXCLUDED -> Terms.EXCLUSION;
            default -> "";
        };
    }
}
