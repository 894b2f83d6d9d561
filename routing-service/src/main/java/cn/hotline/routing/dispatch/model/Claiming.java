package cn.hotline.routing.dispatch.model;

import static cn.hotline.routing.dispatch.model.DispatchRefusal.CLERK_NOT_NAMED;
import static cn.hotline.routing.dispatch.model.DispatchRefusal.NOT_CLAIMED;
import static cn.hotline.routing.dispatch.model.DispatchRefusal.ONLY_HEADS_ASSIGN;
import static cn.hotline.routing.dispatch.model.DispatchRefusal.ONLY_TAKER_OR_HEADS;

import cn.hotline.chassis.Change;
import cn.hotline.chassis.Refused;
import cn.hotline.routing.contract.RoutingEvent;
import cn.hotline.routing.dispatch.model.Assignment.Taker;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * 认领: who within the unit that leads has a ticket in hand. It concerns nobody outside the unit, so nothing is told of it,
 * and it takes nothing from the others: any of them may still act.
 */
public final class Claiming {

    private Claiming() {}

    /** 认领, while nobody else has. */
    public static Change<Dispatch, RoutingEvent> claim(Dispatch ticket, Staff by, Instant at) {
        ticket.admit(Act.CLAIM, by);
        Taker before = ticket.handled().lead().taker();
        if (before != null) {
            throw new Refused(
                    before.account().equals(by.account())
                            ? DispatchRefusal.CLAIMED_ALREADY
                            : DispatchRefusal.CLAIMED_BY_ANOTHER);
        }
        return taken(
                ticket,
                Act.CLAIM,
                new Taker(by.account(), by.name()),
                new Step(at, StepKind.CLAIMED, "认领办理", null, by));
    }

    /** 放回: by whoever has it, or by who heads the unit. */
    public static Change<Dispatch, RoutingEvent> release(Dispatch ticket, Staff by, Instant at) {
        ticket.admit(Act.RELEASE, by);
        Taker before = ticket.handled().lead().taker();
        if (before == null) {
            throw new Refused(NOT_CLAIMED);
        }
        Refused.unless(before.account().equals(by.account()) || by.leads(), ONLY_TAKER_OR_HEADS);
        return taken(
                ticket, Act.RELEASE, null, new Step(at, StepKind.RELEASED, before.name() + "经办的工单放回待领取", null, by));
    }

    /** 指派 to somebody of the unit, by who heads it, whoever had it before. */
    public static Change<Dispatch, RoutingEvent> assign(Dispatch ticket, Taker to, Staff by, Instant at) {
        ticket.admit(Act.ASSIGN, by);
        Refused.unless(by.leads(), ONLY_HEADS_ASSIGN);
        Secrecy secrecy = ticket.sight().secrecy();
        Refused.unless(
                secrecy == null
                        || secrecy.clerks().contains(Sight.clerk(by.ofUnit().code(), to.account())),
                CLERK_NOT_NAMED);
        return taken(ticket, Act.ASSIGN, to, new Step(at, StepKind.ASSIGNED, "指派" + to.name() + "办理", null, by));
    }

    private static Change<Dispatch, RoutingEvent> taken(Dispatch ticket, Act act, @Nullable Taker taker, Step step) {
        return Change.of(ticket.after(act, ticket.status(), ticket.handled().inHandOf(taker), step));
    }
}
