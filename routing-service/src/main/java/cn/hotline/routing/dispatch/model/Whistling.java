package cn.hotline.routing.dispatch.model;

import static cn.hotline.routing.dispatch.model.DispatchRefusal.ARRIVAL_DUE_TOO_LATE;
import static cn.hotline.routing.dispatch.model.DispatchRefusal.CHECKED_IN_ALREADY;
import static cn.hotline.routing.dispatch.model.DispatchRefusal.HELPS_ALREADY;
import static cn.hotline.routing.dispatch.model.DispatchRefusal.NOT_CALLED;
import static cn.hotline.routing.dispatch.model.DispatchRefusal.TOO_MANY_HELPERS;
import static cn.hotline.routing.dispatch.model.DispatchRefusal.WHISTLED_ALREADY;

import cn.hotline.chassis.Change;
import cn.hotline.chassis.PersonalData;
import cn.hotline.chassis.Refused;
import cn.hotline.routing.contract.RoutingEvent;
import cn.hotline.routing.contract.RoutingEvent.DepartmentCheckedIn;
import cn.hotline.routing.contract.RoutingEvent.Unit;
import cn.hotline.routing.contract.RoutingEvent.WhistleBlown;
import cn.hotline.routing.deadline.model.DeadlinePolicy;
import cn.hotline.routing.dispatch.model.Errand.Call;
import java.time.Instant;
import java.util.List;
import java.util.stream.Collectors;

/**
 * 街道吹哨、部门报到: who has a ticket and no power to solve it calls departments to the spot. They help with it from then on;
 * told is of the one side whether it called in the first half of its time, of the other whether it came in time.
 */
public final class Whistling {

    private Whistling() {}

    /**
     * 吹哨.
     *
     * @param departments some of them may help already
     * @param arriveBy until when they are to be there
     */
    public static Change<Dispatch, RoutingEvent> blow(
            Dispatch ticket,
            List<Unit> departments,
            Instant arriveBy,
            String note,
            Staff by,
            DeadlinePolicy policy,
            Instant at) {
        ticket.admit(Act.BLOW_WHISTLE, by);
        Recusing.refuse(ticket, departments);
        Handling handling = ticket.handled();
        Instant due = handling.ownFinishBy();
        Refused.unless(arriveBy.isAfter(at) && !arriveBy.isAfter(due), ARRIVAL_DUE_TOO_LATE);
        Unit caller = by.ofUnit();
        String masked = PersonalData.mask(note);
        Handling called = handling;
        for (Unit department : departments) {
            called = called(called, department, masked, due, new Call(caller, arriveBy, null), policy, ticket, at);
        }
        Refused.unless(called.helpers().size() <= Helping.MOST, TOO_MANY_HELPERS);
        boolean late = isLate(handling, caller, policy, at);
        Step step = new Step(
                at,
                StepKind.WHISTLE_BLOWN,
                caller.name() + "吹哨，请" + departments.stream().map(Unit::name).collect(Collectors.joining("、")) + "到场",
                masked,
                by);
        Dispatch after = ticket.after(Act.BLOW_WHISTLE, ticket.status(), called, step);
        return Change.of(
                after,
                new WhistleBlown(
                        ticket.number().value(),
                        caller,
                        departments,
                        after.having(),
                        arriveBy,
                        due,
                        late,
                        masked,
                        by.account(),
                        at));
    }

    /** 报到. */
    public static Change<Dispatch, RoutingEvent> checkIn(Dispatch ticket, Staff by, Instant at) {
        ticket.admit(Act.CHECK_IN, by);
        Unit unit = by.ofUnit();
        Handling handling = ticket.handled();
        Errand errand = handling.helper(unit.code()).orElseThrow().errand();
        if (errand == null || errand.call() == null) {
            throw new Refused(NOT_CALLED);
        }
        Refused.unless(errand.call().arrivedAt() == null, CHECKED_IN_ALREADY);
        Errand arrived = errand.arrived(at);
        boolean inTime = !at.isAfter(errand.call().arriveBy());
        Step step = new Step(at, StepKind.CHECKED_IN, unit.name() + (inTime ? "报到" : "报到（超时）"), null, by);
        return Change.of(
                ticket.after(
                        Act.CHECK_IN,
                        ticket.status(),
                        handling.helping(unit.code(), helper -> helper.with(arrived)),
                        step),
                new DepartmentCheckedIn(
                        ticket.number().value(), unit, errand.call().by(), inTime, by.account(), at));
    }

    private static Handling called(
            Handling handling,
            Unit department,
            String note,
            Instant due,
            Call call,
            DeadlinePolicy policy,
            Dispatch ticket,
            Instant at) {
        if (handling.helper(department.code()).isEmpty()) {
            Refused.unless(!handling.units().contains(department), HELPS_ALREADY);
            Assignment joined = Assignment.of(
                    department, policy.dispatchedAt(at, ticket.classification().urgency()));
            return handling.helpedBy(List.of(joined.with(new Errand(note, due, null, call))));
        }
        return handling.helping(department.code(), helper -> {
            Errand errand = helper.errand() == null ? Errand.BY_CATALOGUE : helper.errand();
            Refused.unless(errand.call() == null || errand.call().arrivedAt() != null, WHISTLED_ALREADY);
            return helper.with(errand.called(note, due, call));
        });
    }

    private static boolean isLate(Handling handling, Unit caller, DeadlinePolicy policy, Instant at) {
        Assignment own = handling.share(caller.code()).map(Share::to).orElse(handling.lead());
        return policy.isMoreThanHalfOver(own.timing().rule(), own.timing().startedAt(), handling.ownFinishBy(), at);
    }
}
