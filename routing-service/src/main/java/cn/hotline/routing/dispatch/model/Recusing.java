package cn.hotline.routing.dispatch.model;

import static cn.hotline.routing.dispatch.model.DispatchRefusal.UNIT_CONCERNED;
import static cn.hotline.routing.dispatch.model.DispatchStatus.PENDING_DISPATCH;

import cn.hotline.chassis.Change;
import cn.hotline.chassis.Refused;
import cn.hotline.chassis.Refused.FieldError;
import cn.hotline.routing.contract.RoutingEvent;
import cn.hotline.routing.contract.RoutingEvent.DispatchRecalled;
import cn.hotline.routing.contract.RoutingEvent.Unit;
import cn.hotline.routing.recusal.model.Concern;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * 回避: whom a ticket accuses is not given it, does not see it, and has it no longer when that turns out later. A unit that
 * a supervisor cleared is treated as any other.
 */
final class Recusing {

    /** Ground of a recall: the ticket accuses who had it. */
    private static final String GROUND = "RECUSAL";

    private Recusing() {}

    /** The units it accuses, as far as no supervisor cleared them. */
    static List<Concern> standing(Classification read, Sight sight) {
        return read.proposal().concerns().stream()
                .filter(concern -> !sight.cleared().contains(concern.unit()))
                .toList();
    }

    static boolean keepsAway(List<Concern> standing, String unitCode) {
        return standing.stream().anyMatch(concern -> concern.keepsAway(unitCode));
    }

    /** @throws Refused when it accuses one of those chosen, with who may have it instead */
    static void refuse(Dispatch ticket, DispatcherChoice choice) {
        if (choice.units().anyMatch(ticket::keepsAway)) {
            String instead = ticket.classification().proposal().units().stream()
                    .findFirst()
                    .map(candidate -> "建议派给" + candidate.name())
                    .orElse("请派给其上级单位");
            String field = ticket.keepsAway(choice.lead().code()) ? "unit" : "coUnits";
            throw new Refused(UNIT_CONCERNED, List.of(new FieldError(field, instead)));
        }
    }

    /** @throws Refused when it accuses one of them */
    static void refuse(Dispatch ticket, List<Unit> units) {
        Refused.unless(units.stream().map(Unit::code).noneMatch(ticket::keepsAway), UNIT_CONCERNED);
    }

    /** Who turns out to be accused has it no longer: the lead's goes back to the desk, helpers and shares fall away. */
    static Dispatch withoutTheAccused(Dispatch ticket, Instant at) {
        Handling handling = ticket.handling();
        if (handling == null || handling.units().stream().map(Unit::code).noneMatch(ticket::keepsAway)) {
            return ticket;
        }
        Unit lead = ticket.lead();
        if (ticket.keepsAway(lead.code()) && Act.RECUSE.startsFrom(ticket.status())) {
            Step step = new Step(at, StepKind.TAKEN_BACK, "诉求反映的是" + lead.name() + "或其工作人员，收回重新派单", null);
            return ticket.after(Act.RECUSE, PENDING_DISPATCH, handling, step);
        }
        return ticket.handledAs(handling.withoutHelpers(ticket::keepsAway).withoutShares(ticket::keepsAway, at));
    }

    /** Who had it, and has it no longer as it reads now. */
    static Optional<RoutingEvent> recalled(Dispatch before, Dispatch now, Instant at) {
        List<Unit> left = now.having();
        List<Unit> lost = without(left, before.having());
        return lost.isEmpty() ? Optional.empty() : Optional.of(told(now, lost, left, at));
    }

    /** Given back to a unit that it accuses by now, it is not theirs all the same. */
    static Change<Dispatch, RoutingEvent> recused(Change<Dispatch, RoutingEvent> change, Instant at) {
        Dispatch before = change.state();
        Dispatch after = withoutTheAccused(before, at);
        if (after.equals(before)) {
            return change;
        }
        List<Unit> left = after.holdingUnits();
        RoutingEvent told = told(after, without(left, before.holdingUnits()), left, at);
        return new Change<>(
                after, Stream.concat(change.events().stream(), Stream.of(told)).toList());
    }

    private static List<Unit> without(List<Unit> left, List<Unit> all) {
        return all.stream().filter(unit -> !left.contains(unit)).toList();
    }

    private static RoutingEvent told(Dispatch now, List<Unit> lost, List<Unit> left, Instant at) {
        return new DispatchRecalled(
                now.number().value(), lost, left, now.status() == PENDING_DISPATCH, GROUND, Order.AUTO, at);
    }
}
