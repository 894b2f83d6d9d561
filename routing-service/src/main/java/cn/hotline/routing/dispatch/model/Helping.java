package cn.hotline.routing.dispatch.model;

import static cn.hotline.routing.dispatch.model.DispatchRefusal.HELPS_ALREADY;
import static cn.hotline.routing.dispatch.model.DispatchRefusal.HELP_DUE_TOO_LATE;
import static cn.hotline.routing.dispatch.model.DispatchRefusal.NOT_A_HELPER;
import static cn.hotline.routing.dispatch.model.DispatchRefusal.TOO_MANY_HELPERS;

import cn.hotline.chassis.Change;
import cn.hotline.chassis.PersonalData;
import cn.hotline.chassis.Refused;
import cn.hotline.routing.contract.RoutingEvent;
import cn.hotline.routing.contract.RoutingEvent.CoReplyMade;
import cn.hotline.routing.contract.RoutingEvent.CoUnitReleased;
import cn.hotline.routing.contract.RoutingEvent.CoUnitsAdded;
import cn.hotline.routing.contract.RoutingEvent.Unit;
import cn.hotline.routing.deadline.model.DeadlinePolicy;
import cn.hotline.routing.dispatch.model.Errand.CoReply;
import java.time.Instant;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** 协办: other units are asked for their part, each with a deadline, and say what they did; the lead answers for all. */
public final class Helping {

    /** So many units may help with one ticket. */
    public static final int MOST = 10;

    private Helping() {}

    /**
     * 请协办.
     *
     * @param dueAt null for the lead's own deadline
     */
    public static Change<Dispatch, RoutingEvent> ask(
            Dispatch ticket,
            List<Unit> units,
            @Nullable Instant dueAt,
            String note,
            Staff by,
            DeadlinePolicy policy,
            Instant at) {
        ticket.admit(Act.ASK_FOR_HELP, by);
        Recusing.refuse(ticket, units);
        Handling handling = ticket.handled();
        Instant due = dueAt == null ? handling.ownFinishBy() : dueAt;
        Refused.unless(due.isAfter(at) && !due.isAfter(handling.ownFinishBy()), HELP_DUE_TOO_LATE);
        List<String> holding = handling.units().stream().map(Unit::code).toList();
        Refused.unless(units.stream().map(Unit::code).noneMatch(holding::contains), HELPS_ALREADY);
        Refused.unless(handling.helpers().size() + units.size() <= MOST, TOO_MANY_HELPERS);
        String masked = PersonalData.mask(note);
        Handling joined = handling.helpedBy(units.stream()
                .map(unit -> Assignment.of(
                                unit,
                                policy.dispatchedAt(at, ticket.classification().urgency()))
                        .with(new Errand(masked, due, null, null)))
                .toList());
        Step step = new Step(
                at,
                StepKind.HELP_ASKED,
                "请" + units.stream().map(Unit::name).collect(Collectors.joining("、")) + "协办",
                masked,
                by);
        Dispatch helped = ticket.after(Act.ASK_FOR_HELP, ticket.status(), joined, step);
        return Change.of(
                helped,
                new CoUnitsAdded(ticket.number().value(), units, helped.having(), due, masked, by.account(), at));
    }

    /** 不再协办: whoever asked finds that a unit has no part in it. */
    public static Change<Dispatch, RoutingEvent> end(
            Dispatch ticket, String unitCode, String reason, Staff by, Instant at) {
        ticket.admit(Act.END_HELP, by);
        Handling handling = ticket.handled();
        Unit unit = handling.helper(unitCode)
                .orElseThrow(() -> new Refused(NOT_A_HELPER))
                .unit();
        Handling left = handling.withoutHelpers(unitCode::equals);
        String masked = PersonalData.mask(reason);
        Step step = new Step(at, StepKind.HELP_ENDED, unit.name() + "不再协办", masked, by);
        Dispatch after = ticket.after(Act.END_HELP, ticket.status(), left, step);
        return Change.of(
                after, new CoUnitReleased(ticket.number().value(), unit, after.having(), masked, by.account(), at));
    }

    /** 协办意见 of a unit that helps; a later one takes the place of the former. */
    public static Change<Dispatch, RoutingEvent> reply(Dispatch ticket, CoReply reply) {
        ticket.admit(Act.CO_REPLY, reply.by());
        Unit unit = reply.by().ofUnit();
        Handling handling = ticket.handled();
        Errand errand = handling.helper(unit.code()).orElseThrow().errand();
        Step step = new Step(reply.at(), StepKind.CO_REPLIED, unit.name() + "协办意见", reply.content(), reply.by());
        return Change.of(
                ticket.after(Act.CO_REPLY, ticket.status(), handling.coReplied(unit.code(), reply), step),
                new CoReplyMade(
                        ticket.number().value(),
                        unit,
                        errand == null || errand.dueAt() == null || !reply.at().isAfter(errand.dueAt()),
                        reply.by().account(),
                        reply.at()));
    }
}
