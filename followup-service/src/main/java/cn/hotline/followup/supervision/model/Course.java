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
 * @param workdays those told with the deadline that passed; none before
 * @param pressed how hard the unit was pressed by itself since it was last in time; null when not
 * @param over nobody has to handle it
 */
public record Course(
        @Nullable Unit lead,
        List<String> units,
        int reworks,
        @Nullable Instant overdueSince,
        Workdays workdays,
        @Nullable Level pressed,
        boolean over) {

    static final Course NONE = new Course(null, List.of(), 0, null, Workdays.NONE, null, false);

    public Course {
        units = units == null ? List.of() : List.copyOf(units);
        workdays = workdays == null ? Workdays.NONE : workdays;
    }

    /** Another unit begins with a clean sheet; the ticket's units add up. */
    Course dispatched(Unit unit) {
        boolean same = isLedBy(unit);
        List<String> all = units.contains(unit.code())
                ? units
                : Stream.concat(units.stream(), Stream.of(unit.code())).toList();
        return same
                ? new Course(unit, all, reworks, overdueSince, workdays, pressed, false)
                : new Course(unit, all, reworks, null, Workdays.NONE, null, false);
    }

    Course recalled(@Nullable Unit left, List<String> wronglyHad) {
        List<String> counted =
                units.stream().filter(unit -> !wronglyHad.contains(unit)).toList();
        boolean same = left != null && isLedBy(left);
        return same
                ? new Course(left, counted, reworks, overdueSince, workdays, pressed, over)
                : new Course(left, counted, reworks, null, Workdays.NONE, null, over);
    }

    /** @param since the finish deadline, when it was that; the first that passed stays, with the days told then */
    Course overdue(@Nullable Instant since, Workdays told) {
        return overdueSince == null ? new Course(lead, units, reworks, since, told, pressed, over) : this;
    }

    Course pressed(Level level) {
        return new Course(lead, units, reworks, overdueSince, workdays, level, over);
    }

    /** Answered, or given more time. */
    Course inTime() {
        return new Course(lead, units, reworks, null, workdays, null, over);
    }

    /** Sent back: handled again. */
    Course reworked() {
        return new Course(lead, units, reworks + 1, null, workdays, null, false);
    }

    Course over(boolean isOver) {
        return new Course(lead, units, reworks, null, workdays, null, isOver);
    }

    boolean isLedBy(Unit unit) {
        return lead != null && lead.code().equals(unit.code());
    }
}
