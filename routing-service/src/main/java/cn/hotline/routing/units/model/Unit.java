package cn.hotline.routing.units.model;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * Who may be made responsible for an appeal.
 *
 * @param code ASCII, stable, never used again for another unit
 * @param countyCode six-digit code of the county it belongs to, null for units of the whole city
 * @param parent code of the unit that stays accountable for it, null at the top
 * @param from its first day; null when it has always been there, as far as anybody asks
 * @param until its last day, included, when it was abolished or renamed; null while it goes on
 * @param successor code of the unit that took over its duties then; null when there is none
 */
public record Unit(
        String code,
        String name,
        UnitLevel level,
        @Nullable String countyCode,
        @Nullable String parent,
        @Nullable LocalDate from,
        @Nullable LocalDate until,
        @Nullable String successor) {

    /** Whether there is such a unit on that day. */
    public boolean existsOn(LocalDate day) {
        return !isGoneOn(day) && (from == null || !day.isBefore(from));
    }

    /** Whether there is no such unit any more; one that begins later is not gone. */
    public boolean isGoneOn(LocalDate day) {
        return until != null && day.isAfter(until);
    }
}
