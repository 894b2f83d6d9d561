package cn.hotline.routing.dispatch.model;

import static cn.hotline.routing.dispatch.model.DispatchRefusal.NOTHING_TO_RECOUNT;

import cn.hotline.chassis.Change;
import cn.hotline.chassis.Refused;
import cn.hotline.routing.contract.RoutingEvent;
import cn.hotline.routing.contract.RoutingEvent.DeadlinesRecomputed;
import cn.hotline.routing.contract.RoutingEvent.DeadlinesRecomputed.Former;
import cn.hotline.routing.contract.RoutingEvent.Unit;
import cn.hotline.routing.deadline.model.DeadlinePolicy;
import cn.hotline.routing.deadline.model.LimitKind;
import cn.hotline.routing.deadline.model.MovedDeadline;
import cn.hotline.routing.deadline.model.Timing;
import java.time.Instant;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * 时限重算: counts what is still to be done anew when the working calendar has changed, with all that was granted. Clocks
 * start where they started; what was met stays as it was judged. Nothing else ever moves a deadline.
 */
public final class Recounting {

    /** Those in which a clock runs, or will run on. */
    public static final Set<DispatchStatus> RUNNING =
            Stream.of(DispatchStatus.values()).filter(Act.RECOUNT::startsFrom).collect(Collectors.toUnmodifiableSet());

    private Recounting() {}

    /** @throws Refused when it is counted by this calendar, or a later one, already */
    public static Change<Dispatch, RoutingEvent> recount(Dispatch ticket, DeadlinePolicy policy, Instant now) {
        Act.RECOUNT.refuseUnlessFrom(ticket.status());
        Long counted = ticket.turn().calendar();
        Refused.unless(counted != null && counted < policy.calendar().number(), NOTHING_TO_RECOUNT);
        Handling before = ticket.handled();
        Handling after = recounted(before, policy, now);
        if (former(before).equals(former(after))) {
            return Change.of(ticket.after(Act.RECOUNT, ticket.status(), after));
        }
        Step step =
                new Step(now, StepKind.RECOUNTED, "工作日历更新为第" + policy.calendar().version() + "版，时限重新计算", null);
        return Change.of(
                ticket.after(Act.RECOUNT, ticket.status(), after, step),
                new DeadlinesRecomputed(
                        ticket.number().value(),
                        ticket.holders().isEmpty() ? null : after.lead().unit(),
                        after.ticket().deadlines(),
                        after.lead().timing().deadlines(),
                        after.finishBy(),
                        former(before),
                        policy.calendar().version(),
                        now));
    }

    /** As it would be counted by another calendar; the same where no clock runs. */
    public static Dispatch planned(Dispatch ticket, DeadlinePolicy policy, Instant now) {
        return ticket.turn().calendar() == null
                ? ticket
                : ticket.after(Act.RECOUNT, ticket.status(), recounted(ticket.handled(), policy, now));
    }

    /** Deadlines of a ticket that another calendar would move: its own, then its unit's where that has a clock of its own. */
    public static List<MovedDeadline> moved(Dispatch before, Dispatch planned) {
        Handling was = before.handled();
        Handling is = planned.handled();
        Unit unit = before.holders().isEmpty() ? null : was.lead().unit();
        String number = before.number().value();
        Stream<MovedDeadline> ticket = Stream.of(LimitKind.values())
                .map(kind -> new MovedDeadline(
                        number,
                        unit,
                        kind,
                        false,
                        due(was.ticket(), kind, was.finishBy()),
                        due(is.ticket(), kind, is.finishBy())));
        Stream<MovedDeadline> own =
                was.lead().timing().startedAt().equals(was.ticket().startedAt())
                        ? Stream.empty()
                        : Stream.of(LimitKind.values())
                                .map(kind -> new MovedDeadline(
                                        number,
                                        unit,
                                        kind,
                                        true,
                                        due(was.lead().timing(), kind, was.ownFinishBy()),
                                        due(is.lead().timing(), kind, is.ownFinishBy())));
        return Stream.concat(ticket, own)
                .filter(deadline -> !deadline.from().equals(deadline.to()))
                .toList();
    }

    private static Instant due(Timing clock, LimitKind kind, Instant finishBy) {
        return kind == LimitKind.FINISH ? finishBy : kind.of(clock.deadlines());
    }

    /** Number of the calendar that the clocks of a ticket are counted by; null when none runs. */
    static @Nullable Long calendarOf(DispatchStatus status, @Nullable Handling handling) {
        return handling == null || !Act.RECOUNT.startsFrom(status)
                ? null
                : handling.clocks().stream()
                        .map(Timing::calendarNumber)
                        .min(Comparator.naturalOrder())
                        .orElseThrow();
    }

    /** Until when it is with all that was granted. */
    static Grace granted(
            Grace grace,
            Timing clock,
            @Nullable Instant finishBy,
            Timing own,
            @Nullable Instant ownFinishBy,
            DeadlinePolicy policy) {
        boolean assumed = finishBy != null && policy.assumes(clock, finishBy)
                || ownFinishBy != null && policy.assumes(own, ownFinishBy);
        return grace.until(finishBy, ownFinishBy, assumed);
    }

    private static Former former(Handling handling) {
        return new Former(
                handling.ticket().deadlines(), handling.lead().timing().deadlines(), handling.finishBy());
    }

    private static Handling recounted(Handling before, DeadlinePolicy policy, Instant now) {
        Set<LimitKind> open = open(before.lead());
        Timing own = policy.recounted(before.lead().timing(), open, now);
        Timing ticket = before.round() == 1 ? policy.recounted(before.ticket(), open, now) : before.ticket();
        Timing clock = before.round() == 1 ? ticket : own;
        Grace grace = before.grace();
        Grace granted = granted(
                grace,
                clock,
                regranted(grace.finishBy(), grace, clock, policy, now),
                own,
                regranted(grace.ownFinishBy(), grace, own, policy, now),
                policy);
        Instant dueBefore = before.ownFinishBy();
        Instant due = granted.ownFinishBy(own.deadlines());
        return before.recounted(
                before.lead().recounted(own),
                before.helpers().stream()
                        .map(helper -> helper.recounted(policy.recounted(helper.timing(), open(helper), now)))
                        .map(helper -> helper.dueWith(dueBefore, due))
                        .toList(),
                ticket,
                granted,
                before.shares().stream()
                        .map(share -> recounted(share, policy, due, now))
                        .toList());
    }

    /** What a unit below has ends with what whoever is accountable has. */
    private static Share recounted(Share share, DeadlinePolicy policy, Instant due, Instant now) {
        Assignment below = share.to();
        return share.stands()
                ? share.with(below.recounted(
                        policy.recounted(below.timing(), open(below), now).endingBy(due)))
                : share;
    }

    private static Set<LimitKind> open(Assignment assignment) {
        Set<LimitKind> open = EnumSet.of(LimitKind.FINISH);
        if (assignment.acknowledgedAt() == null) {
            open.add(LimitKind.ACKNOWLEDGE);
        }
        if (assignment.contact() == null) {
            open.add(LimitKind.CONTACT);
        }
        return open;
    }

    /** Extensions and pauses once more, in the order in which they came, on a deadline counted anew. */
    private static @Nullable Instant regranted(
            @Nullable Instant before, Grace grace, Timing clock, DeadlinePolicy policy, Instant now) {
        if (before == null) {
            return null;
        }
        Stream<Relief> extensions = grace.extensions().stream()
                .filter(asked -> asked.decision() != null && asked.decision().approved())
                .map(asked ->
                        new Relief(asked.decision().at(), finishBy -> policy.extended(clock, finishBy, asked.days())));
        Stream<Relief> pauses = grace.suspensions().stream()
                .filter(pause -> pause.until() != null)
                .map(pause -> new Relief(
                        pause.until(), finishBy -> policy.resumed(clock, finishBy, pause.from(), pause.until())));
        Instant anew = Stream.concat(extensions, pauses)
                .filter(relief -> !relief.at().isBefore(clock.startedAt()))
                .sorted(Comparator.comparing(Relief::at))
                .reduce(
                        clock.deadlines().finishBy(),
                        (finishBy, relief) -> relief.given().apply(finishBy),
                        (one, other) -> other);
        return DeadlinePolicy.moved(before, anew, now);
    }

    /** More time, and when it was given. */
    private record Relief(Instant at, UnaryOperator<Instant> given) {}
}
