package cn.hotline.routing.deadline.model;

import cn.hotline.routing.contract.RoutingEvent.Deadlines;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Deadlines with what is needed to explain them later.
 *
 * @param rule what set them
 * @param startedAt from when they were counted; never moved
 * @param rules version of the time limits; a later one is for later dispatches
 * @param calendar version of the working calendar; a later one counts them anew
 * @param calls whom it goes to when it is not acknowledged; none but for an emergency
 * @param assumed those that were counted over a year whose holidays are not published yet
 */
public record Timing(
        TimeLimits.Rule rule,
        Instant startedAt,
        Deadlines deadlines,
        String rules,
        String calendar,
        List<Ladder.Call> calls,
        List<LimitKind> assumed) {

    public Timing(
            TimeLimits.Rule rule,
            Instant startedAt,
            Deadlines deadlines,
            String rules,
            String calendar,
            @Nullable List<Ladder.Call> calls,
            @Nullable List<LimitKind> assumed) {
        this.rule = rule;
        this.startedAt = startedAt;
        this.deadlines = deadlines;
        this.rules = rules;
        this.calendar = calendar;
        this.calls = calls == null ? List.of() : List.copyOf(calls);
        this.assumed = assumed == null ? List.of() : List.copyOf(assumed);
    }

    /** Of a unit below: finished when whoever is accountable must have, and nothing due or called for after that. */
    public Timing endingBy(Instant last) {
        Instant end = last.isBefore(startedAt) ? startedAt : last;
        Deadlines cut =
                new Deadlines(earlier(deadlines.acknowledgeBy(), end), earlier(deadlines.contactBy(), end), end);
        List<Ladder.Call> before = calls.stream()
                .filter(call -> call.at().isBefore(cut.acknowledgeBy()))
                .toList();
        return new Timing(rule, startedAt, cut, rules, calendar, before, assumed);
    }

    private static Instant earlier(Instant one, Instant other) {
        return one.isBefore(other) ? one : other;
    }

    /** By limits that nobody knows any more it is not counted anew, and that is noted once. */
    Timing countedBy(String version) {
        return new Timing(rule, startedAt, deadlines, rules, version, calls, assumed);
    }

    /** Which version of the calendar it is counted by, as a number to compare. */
    public long calendarNumber() {
        return WorkingCalendar.number(calendar);
    }
}
