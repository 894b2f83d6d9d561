package cn.hotline.followup.supervision.model;

import static cn.hotline.followup.supervision.model.Standing.ANSWERED;
import static cn.hotline.followup.supervision.model.Standing.LIFTED;
import static cn.hotline.followup.supervision.model.Standing.OPEN;

import cn.hotline.followup.revisit.model.Matter;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One urge or supervision (催办、督办) of a unit. All texts are masked.
 *
 * @param text what the unit is to do
 * @param answerBy until when it is to answer
 * @param by {@code AUTO} or account of who presses
 * @param answer null while the unit has not answered
 * @param lift null while something is expected of the unit
 */
public record Supervision(
        String id,
        Level level,
        Unit unit,
        String text,
        Instant answerBy,
        String by,
        Instant at,
        Standing standing,
        @Nullable Answer answer,
        @Nullable Lift lift) {

    /** Nobody in person. */
    public static final String AUTO = "AUTO";

    static Supervision issued(String id, Level level, Unit unit, String text, Instant answerBy, String by, Instant at) {
        return new Supervision(id, level, unit, text, answerBy, by, at, OPEN, null, null);
    }

    Supervision answered(Answer given) {
        return new Supervision(id, level, unit, text, answerBy, by, at, ANSWERED, given, lift);
    }

    Supervision lifted(Lift given) {
        return new Supervision(id, level, unit, text, answerBy, by, at, LIFTED, answer, given);
    }

    /** Without what may tell of a confidential matter; what presses by itself says no more than that it is late. */
    Supervision withheld() {
        return new Supervision(
                id,
                level,
                unit,
                isByHand() ? Matter.WITHHELD : text,
                answerBy,
                by,
                at,
                standing,
                answer == null ? null : new Answer(Matter.WITHHELD, answer.by(), answer.at()),
                lift);
    }

    boolean isByHand() {
        return !by.equals(AUTO);
    }

    /** What a unit says to it. */
    public record Answer(String text, String by, Instant at) {}

    /** @param by {@code AUTO} or account of who lifted it */
    public record Lift(String by, Instant at) {}
}
