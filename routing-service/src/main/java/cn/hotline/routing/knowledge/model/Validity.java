package cn.hotline.routing.knowledge.model;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * 有效期.
 *
 * @param from the first day; null for since ever
 * @param to the last day, included; null for ever
 */
public record Validity(@Nullable LocalDate from, @Nullable LocalDate to) {

    public static final Validity ALWAYS = new Validity(null, null);

    public boolean holdsOn(LocalDate day) {
        return (from == null || !day.isBefore(from)) && !endsBefore(day);
    }

    /** Whether it is over on that day. */
    public boolean endsBefore(LocalDate day) {
        return to != null && to.isBefore(day);
    }

    /** Whether there is a day on which both hold. */
    public boolean meets(Validity other) {
        return !(from != null && other.endsBefore(from) || other.from != null && endsBefore(other.from));
    }
}
