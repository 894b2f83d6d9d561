package cn.hotline.followup.revisit.model;

import static cn.hotline.followup.revisit.model.DissatisfactionCause.CANNOT_BE_MET;
import static cn.hotline.followup.revisit.model.DissatisfactionCause.NOT_DONE;

import org.jspecify.annotations.Nullable;

/**
 * What the caller says of the handling (评价).
 *
 * @param contacted whether the unit contacted the caller (响应)
 * @param cause why dissatisfied; null when not asked
 */
public record Opinion(
        boolean contacted,
        Solved solved,
        Satisfaction satisfaction,
        @Nullable DissatisfactionCause cause) {

    /**
     * Whether the unit still owes something: unsolved, unless it cannot be solved, or bad because it was not done
     * (RATIONALE.md, "When a ticket is handled again").
     */
    boolean notServed() {
        return solved == Solved.NO && cause != CANNOT_BE_MET || satisfaction.isDissatisfied() && cause == NOT_DONE;
    }

    /** 诉求未解决，不满意（未办好）. */
    String inWords() {
        String because = cause == null ? "" : "（" + cause.term() + "）";
        return "来电人表示诉求" + solved.term() + "，" + satisfaction.term() + because + "。";
    }
}
