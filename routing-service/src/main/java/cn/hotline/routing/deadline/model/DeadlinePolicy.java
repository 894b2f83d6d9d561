package cn.hotline.routing.deadline.model;

import cn.hotline.routing.classification.model.Urgency;
import cn.hotline.routing.contract.RoutingEvent.Deadlines;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Turns the moment of a dispatch into deadlines. All clocks start there, the one to acknowledge too: not signing does
 * not stop time. Time limits hold for what is dispatched while they are in force; the calendar in force holds for all.
 *
 * @param limits in force
 * @param calendar in force
 * @param ladder whom an emergency goes to that nobody acknowledges
 * @param former limits that deadlines still running may come from, the newest first
 * @param replaced calendars that a deadline may have been counted by, the newest first
 */
public record DeadlinePolicy(
        TimeLimits limits,
        WorkingCalendar calendar,
        Terms terms,
        Ladder ladder,
        List<TimeLimits> former,
        List<WorkingCalendar> replaced) {

    public DeadlinePolicy {
        former = List.copyOf(former);
        replaced = List.copyOf(replaced);
    }

    /** With nothing before. */
    public DeadlinePolicy(TimeLimits limits, WorkingCalendar calendar, Terms terms, Ladder ladder) {
        this(limits, calendar, terms, ladder, List.of(), List.of());
    }

    /** The same, were that calendar in force. */
    public DeadlinePolicy by(WorkingCalendar other) {
        return new DeadlinePolicy(
                limits, other, terms, ladder, former, calendars().toList());
    }

    /** The calendar of that version; empty when it is not known here. */
    public Optional<WorkingCalendar> calendar(String version) {
        return calendars().filter(known -> known.version().equals(version)).findFirst();
    }

    /** Deadlines of a first handling. */
    public Timing dispatchedAt(Instant at, Urgency urgency) {
        return timing(TimeLimits.Rule.of(urgency), at);
    }

    /** Deadlines of the unit that handles a ticket again after a revisit. */
    public Timing reopenedAt(Instant at) {
        return timing(TimeLimits.Rule.SECOND_HANDLING, at);
    }

    /** Deadlines of the unit whose reply was not good enough. */
    public Timing reworkedAt(Instant at) {
        return timing(TimeLimits.Rule.REWORK, at);
    }

    /**
     * Deadlines of a unit that a ticket is passed down to: as if it were given to it now, and none after the moment whoever
     * is accountable must have finished.
     */
    public Timing passedDownAt(Instant at, TimeLimits.Rule rule, Instant finishBy) {
        return timing(rule, at).endingBy(finishBy);
    }

    /** Whether more than half of the time between two moments is over, as offices are open where the grade counts so. */
    public boolean isMoreThanHalfOver(TimeLimits.Rule rule, Instant from, Instant to, Instant now) {
        if (!limits.of(rule).finish().unit().working()) {
            return now.isAfter(from.plus(Duration.between(from, to).dividedBy(2)));
        }
        return calendar.openBetween(from, now).multipliedBy(2).compareTo(calendar.openBetween(from, to)) > 0;
    }

    /** When one working day more has passed, two, and so on; none where all limits of a grade run day and night. */
    public List<Instant> workdaysAfter(Timing clock, Instant at, int many) {
        if (!limits(clock).of(clock.rule()).working()) {
            return List.of();
        }
        return IntStream.rangeClosed(1, many)
                .mapToObj(days -> new TimeLimit(days, LimitUnit.WORKING_DAYS)
                        .from(at, calendar)
                        .dueAt())
                .toList();
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
    public Instant extended(Timing clock, Instant finishBy, int days) {
        LimitUnit unit = finish(clock).unit().working() ? LimitUnit.WORKING_DAYS : LimitUnit.DAYS;
        return new TimeLimit(days, unit).from(finishBy, calendar).dueAt();
    }

    /** A finish deadline after its clock stood still: what was left then is left now. Overdue stays overdue, and
     * a clock that jumped back takes nothing away. */
    public Instant resumed(Timing clock, Instant finishBy, Instant from, Instant to) {
        if (!finishBy.isAfter(from) || !to.isAfter(from)) {
            return finishBy;
        }
        if (!finish(clock).unit().working()) {
            return to.plus(Duration.between(from, finishBy));
        }
        Duration left = calendar.openBetween(from, finishBy);
        return left.isZero() ? to : calendar.open(to, left).dueAt();
    }

    /** Whether a finish deadline that was granted lies behind days of a year whose holidays are not published yet. */
    public boolean assumes(Timing clock, Instant finishBy) {
        return finish(clock).unit().working() && !calendar.knows(clock.startedAt(), finishBy);
    }

    /**
     * Counted anew by the calendar in force, by the limits it came from and from where it started.
     *
     * @param open what is still to be done; what was done stays as it was judged
     */
    public Timing recounted(Timing timing, Set<LimitKind> open, Instant now) {
        return limitsOf(timing)
                .map(its -> counted(timing.rule(), its, timing.startedAt()))
                .map(anew -> new Timing(
                        timing.rule(),
                        timing.startedAt(),
                        new Deadlines(
                                moved(LimitKind.ACKNOWLEDGE, timing, anew, open, now),
                                moved(LimitKind.CONTACT, timing, anew, open, now),
                                moved(LimitKind.FINISH, timing, anew, open, now)),
                        timing.rules(),
                        calendar.version(),
                        timing.calls(),
                        anew.assumed()))
                .orElseGet(() -> timing.countedBy(calendar.version()));
    }

    /** A deadline counted anew; nobody becomes overdue because a calendar came late. */
    public static Instant moved(Instant before, Instant anew, Instant now) {
        return anew.isBefore(before) && anew.isBefore(now) ? before : anew;
    }

    /** The first moment of a day. */
    public Instant startOf(LocalDate day) {
        return calendar.at(day, LocalTime.MIN);
    }

    /** How deadlines came about: counted once more by the limits and the calendar that give just them. */
    public List<Explained> explain(Timing timing) {
        return Arrays.stream(LimitKind.values())
                .map(kind -> explain(kind, timing))
                .toList();
    }

    private Explained explain(LimitKind kind, Timing timing) {
        Optional<TimeLimit> limit = limitsOf(timing).map(its -> kind.of(its.of(timing.rule())));
        return limit.flatMap(known -> Stream.concat(
                                calendars().filter(by -> by.version().equals(timing.calendar())), calendars())
                        .map(by -> new Explained(kind, timing, known, known.from(timing.startedAt(), by), by.version()))
                        .filter(Explained::tells)
                        .findFirst())
                .orElseGet(() -> new Explained(kind, timing, limit.orElse(null), null, timing.calendar()));
    }

    private Stream<WorkingCalendar> calendars() {
        return Stream.concat(Stream.of(calendar), replaced.stream());
    }

    private Optional<TimeLimits> limitsOf(Timing timing) {
        return Stream.concat(Stream.of(limits), former.stream())
                .filter(known -> known.version().equals(timing.rules()))
                .findFirst();
    }

    private TimeLimit finish(Timing clock) {
        return limits(clock).of(clock.rule()).finish();
    }

    /** Those it came from; those in force where they are not known any more. */
    private TimeLimits limits(Timing clock) {
        return limitsOf(clock).orElse(limits);
    }

    private static Instant moved(LimitKind kind, Timing before, Timing anew, Set<LimitKind> open, Instant now) {
        Instant was = kind.of(before.deadlines());
        return open.contains(kind) ? moved(was, kind.of(anew.deadlines()), now) : was;
    }

    private Timing timing(TimeLimits.Rule rule, Instant at) {
        return counted(rule, limits, at);
    }

    private Timing counted(TimeLimits.Rule rule, TimeLimits by, Instant at) {
        TimeLimits.Three three = by.of(rule);
        Count acknowledge = three.acknowledge().from(at, calendar);
        Count contact = three.contact().from(at, calendar);
        Count finish = three.finish().from(at, calendar);
        List<LimitKind> assumed = Arrays.stream(LimitKind.values())
                .filter(kind -> switch (kind) {
                    case ACKNOWLEDGE -> acknowledge.assumed();
                    case CONTACT -> contact.assumed();
                    case FINISH -> finish.assumed();
                })
                .toList();
        Deadlines deadlines = new Deadlines(acknowledge.dueAt(), contact.dueAt(), finish.dueAt());
        List<Ladder.Call> calls =
                rule == TimeLimits.Rule.EMERGENCY ? ladder.calls(at, deadlines.acknowledgeBy()) : List.of();
        return new Timing(rule, at, deadlines, by.version(), calendar.version(), calls, assumed);
    }
}
