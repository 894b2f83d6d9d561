package cn.hotline.routing.dispatch.model;

import static cn.hotline.routing.dispatch.model.DispatchRefusal.NOTHING_TO_HAND_OVER;
import static cn.hotline.routing.dispatch.model.DispatchStatus.PENDING_DISPATCH;

import cn.hotline.chassis.Change;
import cn.hotline.chassis.Refused;
import cn.hotline.routing.contract.RoutingEvent;
import cn.hotline.routing.contract.RoutingEvent.CoUnitReleased;
import cn.hotline.routing.contract.RoutingEvent.DispatchRecalled;
import cn.hotline.routing.contract.RoutingEvent.PassedDownEnded;
import cn.hotline.routing.contract.RoutingEvent.Unit;
import cn.hotline.routing.contract.RoutingEvent.UnitSucceeded;
import java.time.Instant;
import java.util.List;

/**
 * 撤并、承接: a unit is no more and holds tickets. Its successor has each in its place, where it stands and by when it was
 * due; without a successor the lead's go back to the desk, and its other parts end.
 */
public final class Succession {

    /** Ground of a recall: the unit is no more, and nobody took over. */
    private static final String DISSOLVED = "DISSOLVED";

    private static final String WHY = "单位已撤销，没有承接单位";

    private Succession() {}

    /** 承接. */
    public static Change<Dispatch, RoutingEvent> succeed(Dispatch ticket, Unit former, Unit successor, Instant at) {
        Act.SUCCEED.refuseUnlessFrom(ticket.status());
        Refused.unless(ticket.holdingUnits().contains(former), NOTHING_TO_HAND_OVER);
        Handling taken = ticket.handled().succeeded(former, successor);
        Step step = new Step(at, StepKind.SUCCEEDED, former.name() + "已撤并，由" + successor.name() + "承接", null);
        Dispatch after = ticket.carriedOn(taken, step);
        return Change.of(
                after, new UnitSucceeded(ticket.number().value(), former, successor, after.lead(), after.having(), at));
    }

    /** 撤并收回. */
    public static Change<Dispatch, RoutingEvent> dissolve(Dispatch ticket, Unit former, Instant at) {
        Act.SUCCEED.refuseUnlessFrom(ticket.status());
        Refused.unless(ticket.holdingUnits().contains(former), NOTHING_TO_HAND_OVER);
        Handling handling = ticket.handled();
        Step step = new Step(at, StepKind.DISSOLVED, former.name() + "已撤销，没有承接单位", null);
        String number = ticket.number().value();
        if (ticket.lead().equals(former)) {
            Act.DISSOLVE.refuseUnlessFrom(ticket.status());
            return Change.of(
                    ticket.after(Act.DISSOLVE, PENDING_DISPATCH, handling, step),
                    new DispatchRecalled(number, handling.units(), List.of(), true, DISSOLVED, Order.AUTO, at));
        }
        if (handling.helper(former.code()).isPresent()) {
            Handling left = handling.withoutHelpers(former.code()::equals);
            Dispatch after = ticket.carriedOn(left, step);
            return Change.of(after, new CoUnitReleased(number, former, after.having(), WHY, Order.AUTO, at));
        }
        Share share = handling.share(former.code()).orElseThrow();
        Handling left = handling.withoutShare(share, at, Share.Ground.TAKEN_BACK);
        Dispatch after = ticket.carriedOn(left, step);
        return Change.of(
                after,
                new PassedDownEnded(
                        number,
                        former,
                        share.from(),
                        after.having(),
                        Share.Ground.TAKEN_BACK.name(),
                        WHY,
                        List.of(),
                        Order.AUTO,
                        at));
    }
}
