package cn.hotline.intake.codes.model;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * 区划: county (6 digits), street or township (9) or community (12).
 *
 * @param name of its own, without those above
 * @param from first day of its code; null when it has always been
 * @param until last day of its code, included; null while it goes on
 * @param successors codes of those that took over then
 */
public record Division(
        String code,
        String name,
        @Nullable LocalDate from,
        @Nullable LocalDate until,
        List<String> successors) {

    /** Whether it is a county or a street: as exact as an operator chooses. */
    public boolean isCountyOrStreet() {
        return code.length() <= 9;
    }

    /** Whether its code is to be used on that day. */
    public boolean holdsOn(LocalDate day) {
        return (from == null || !day.isBefore(from)) && !isGoneOn(day);
    }

    /** Whether there is no such division any more. */
    public boolean isGoneOn(LocalDate day) {
        return until != null && day.isAfter(until);
    }
}
