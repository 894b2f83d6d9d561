package cn.hotline.followup.revisit.model;

import static cn.hotline.followup.revisit.model.RevisitRefusal.CAUSE_MISSING;

import cn.hotline.chassis.Refused;
import cn.hotline.chassis.Refused.FieldError;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What came of a revisit (回访结果).
 *
 * @param words the caller's own words; masked, and never told outside this service; null for none
 * @param undone what is still to be done, in the revisitor's words for the unit; masked; null for none
 * @param reopen the revisitor orders a second handling, whatever the rule says
 * @param by who asked; null until it is recorded
 */
public record Verdict(
        Opinion opinion,
        @Nullable String words,
        @Nullable String undone,
        boolean reopen,
        Instant at,
        @Nullable Revisitor by) {

    public Verdict(Opinion opinion, @Nullable String words, @Nullable String undone, boolean reopen, Instant at) {
        this(opinion, words, undone, reopen, at, null);
    }

    Verdict by(Revisitor who) {
        return new Verdict(opinion, words, undone, reopen, at, who);
    }

    /** Without what may tell of a confidential matter. */
    Verdict withheld() {
        return new Verdict(opinion, null, null, reopen, at, by);
    }

    /** Whether the unit has to handle the ticket again (二次办理). */
    public boolean reopens() {
        return reopen || opinion.notServed();
    }

    /** Why it is handled again: a sentence for the unit. */
    String reason() {
        if (undone != null) {
            return undone;
        }
        return opinion.notServed() ? opinion.inWords() : "回访认定需要二次办理，" + opinion.inWords();
    }

    /** Without its cause a bad verdict is neither fair to the unit nor of use to anybody. */
    void refuseWithoutCause() {
        if (opinion.satisfaction().isDissatisfied() && opinion.cause() == null) {
            throw new Refused(CAUSE_MISSING, List.of(new FieldError("cause", "请选择不满意的原因")));
        }
    }
}
