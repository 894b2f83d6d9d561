package cn.hotline.followup.supervision.model;

import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * How the handling of a ticket has gone, as far as pressing depends on it.
 *
 * @param lead who has to answer now; null while it waits for a dispatcher
 * @param units codes of everybody who had to, each once; a dispatch that was taken back as wrong does not count
 * @param reworks how often a reply was sent back, or the caller was not served
 * @param overdueSince finish deadline that passed unanswered; null when none did
 * @param pressed how hard the unit was pressed by itself since it was last in time; null when not
 * @param over nobody has to handle it
 */
public record Course(
        @Nullable Unit lead,
        List<String> units,
        int reworks,
        @Nullable Instant overdueSince,
        @Nullable Level pressed,
        boolean over) {

    static final Course NONE = new Course(null, List.of(), 0, null, null, false);

    public Course {
        units = units == null ? List.of() : List.copyOf(units);
    }

    /** Another unit begins with a clean sheet; the ticket's units add up. */
    Course dispatched(Unit unit) {
        boolean same = isLedBy(unit);
        List<String> all = units.contains(unit.code())
                ? units
                : Stream.concat(units.stream(), Stream.of(unit.code())).toList();
        return new Course(unit, all, reworks, same ? overdueSince : null, same ? pressed : null, false);
    }

    Course recalled(@Nullable Unit left, List<String> wronglyHad) {
        List<String> counted =
                units.stream().filter(unit -> !wronglyHad.contains(unit)).toList();
        boolean same = left != null && isLedBy(left);
        return new Course(left, counted, reworks, same ? overdueSince : null, same ? pressed : null, over);
    }

    Course overdue(@Nullable Instant since) {
        return new Course(lead, units, reworks, overdueSince == null ? since : overdueSince, pressed, over);
    }

    Course pressed(Level level) {
        return new Course(lead, units, reworks, overdueSince, level, over);
    }

    /** Answered, or given more time. */
    Course inTime() {
        return new Course(lead, units, reworks, null, null, over);
    }

    /** Sent back: handled again. */
    Course reworked() {
        return new Course(lead, units, reworks + 1, null, null, false);
    }

    Course over(boolean isOver) {
        return new Course(lead, units, reworks, null, null, isOver);
    }

    boolean isLedBy(Unit unit) {
        return lead != null && lead.code().equals(unit.code());
    }
}
