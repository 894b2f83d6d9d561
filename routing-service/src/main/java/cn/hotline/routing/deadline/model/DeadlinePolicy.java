package cn.hotline.routing.deadline.model;

import cn.hotline.routing.classification.model.Urgency;
import cn.hotline.routing.contract.RoutingEvent.Deadlines;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.Arrays;
import java.util.List;

/**
 * Turns the moment of a dispatch into deadlines. All clocks start there, the one to acknowledge too: not signing does
 * not stop time.
 */
public record DeadlinePolicy(TimeLimits limits, WorkingCalendar calendar, Terms terms, Ladder ladder) {

    /** Deadlines of a first handling. */
    public Timing dispatchedAt(Instant at, Urgency urgency) {
        return timing(TimeLimits.Rule.of(urgency), at);
    }

    /** Deadlines of the unit that handles a ticket again after a revisit. */
    public Timing reopenedAt(Instant at) {
        return timing(TimeLimits.Rule.SECOND_HANDLING, at);
    }

    /** Until when a unit may say that a ticket is not its own. */
    public Instant returnableUntil(Timing own) {
        return terms.objection().from(own.startedAt(), calendar).dueAt();
    }

    /** Until when a dispatch may simply be taken back. */
    public Instant recallableUntil(Timing own) {
        return terms.recall().from(own.startedAt(), calendar).dueAt();
    }

    /** Until when more time may be asked for: on the day it is due up to the cut-off, and never when it is overdue. */
    public Instant extendableUntil(Instant finishBy) {
        Instant cutOff = calendar.at(calendar.dayOf(finishBy), terms.extensionCutOff());
        return cutOff.isBefore(finishBy) ? cutOff : finishBy;
    }

    /** A finish deadline with days more: working days where its grade counts working time. */
    public Instant extended(TimeLimits.Rule rule, Instant finishBy, int days) {
        LimitUnit unit = limits.of(rule).finish().unit().working() ? LimitUnit.WORKING_DAYS : LimitUnit.DAYS;
        return new TimeLimit(days, unit).from(finishBy, calendar).dueAt();
    }

    /** A finish deadline after its clock stood still: what was left then is left now. Overdue stays overdue. */
    public Instant resumed(TimeLimits.Rule rule, Instant finishBy, Instant from, Instant to) {
        if (!finishBy.isAfter(from)) {
            return finishBy;
        }
        if (!limits.of(rule).finish().unit().working()) {
            return to.plus(Duration.between(from, finishBy));
        }
        Duration left = calendar.openBetween(from, finishBy);
        return left.isZero() ? to : calendar.open(to, left).dueAt();
    }

    /** The first moment of a day. */
    public Instant startOf(LocalDate day) {
        return calendar.at(day, LocalTime.MIN);
    }

    /** How deadlines came about. What was decided by former rules is told as decided, never counted anew. */
    public List<Explained> explain(Timing timing) {
        return Arrays.stream(LimitKind.values())
                .map(kind -> explain(kind, timing))
                .toList();
    }

    private Explained explain(LimitKind kind, Timing timing) {
        TimeLimit limit = timing.rules().equals(limits.version()) ? kind.of(limits.of(timing.rule())) : null;
        Count again = limit == null ? null : limit.from(timing.startedAt(), calendar);
        boolean same = again != null && again.dueAt().equals(kind.of(timing.deadlines()));
        return new Explained(kind, timing, limit, same ? again : null);
    }

    private Timing timing(TimeLimits.Rule rule, Instant at) {
        TimeLimits.Three three = limits.of(rule);
        Deadlines deadlines = new Deadlines(
                three.acknowledge().from(at, calendar).dueAt(),
                three.contact().from(at, calendar).dueAt(),
                three.finish().from(at, calendar).dueAt());
        List<Ladder.Call> calls =
                rule == TimeLimits.Rule.EMERGENCY ? ladder.calls(at, deadlines.acknowledgeBy()) : List.of();
        return new Timing(rule, at, deadlines, limits.version(), calendar.version(), calls);
    }
}
