package cn.hotline.routing.dispatch.model;

import static cn.hotline.routing.dispatch.model.DispatchRefusal.RETURNED_TOO_LATE;
import static cn.hotline.routing.dispatch.model.DispatchRefusal.RULED_ALREADY;
import static cn.hotline.routing.dispatch.model.DispatchRefusal.SENT_BACK_TO_WHO_OBJECTS;
import static cn.hotline.routing.dispatch.model.DispatchStatus.ARBITRATION;
import static cn.hotline.routing.dispatch.model.DispatchStatus.PENDING_DISPATCH;
import static cn.hotline.routing.dispatch.model.DispatchStatus.RETURN_REVIEW;

import cn.hotline.chassis.Change;
import cn.hotline.chassis.PersonalData;
import cn.hotline.chassis.Refused;
import cn.hotline.routing.contract.RoutingEvent;
import cn.hotline.routing.contract.RoutingEvent.ArbitrationOpened;
import cn.hotline.routing.contract.RoutingEvent.DispatchRecalled;
import cn.hotline.routing.contract.RoutingEvent.OwnerRuled;
import cn.hotline.routing.contract.RoutingEvent.ReturnDecided;
import cn.hotline.routing.contract.RoutingEvent.ReturnRequested;
import cn.hotline.routing.contract.RoutingEvent.Unit;
import cn.hotline.routing.deadline.model.DeadlinePolicy;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * 退单、审核、裁定: a unit objects with grounds, somebody of the hotline decides; the second objection to one ticket is not
 * decided but ruled on, once for all, while whoever has the ticket acts (先办后议). No clock stops for any of it, and no
 * deadline moves.
 */
public final class Returning {

    /** Ground of a recall: the unit's objection was found right. */
    private static final String RETURN = "RETURN";

    private Returning() {}

    /**
     * 退单.
     *
     * @param objection without a decision
     */
    public static Change<Dispatch, RoutingEvent> request(Dispatch ticket, Objection objection, DeadlinePolicy policy) {
        ticket.admit(Act.RETURN, objection.by());
        Handling handling = ticket.handled();
        Refused.unless(handling.dispute().ruling() == null, RULED_ALREADY);
        Instant until = policy.returnableUntil(handling.lead().timing());
        Refused.unless(!objection.at().isAfter(until), RETURNED_TOO_LATE);
        boolean again = !handling.dispute().objections().isEmpty();
        Handling disputed = handling.with(handling.dispute().raised(objection));
        Step step = new Step(
                objection.at(),
                StepKind.RETURN_REQUESTED,
                objection.unit().name() + "申请退单",
                objection.words(),
                objection.by());
        ReturnRequested told = new ReturnRequested(
                ticket.number().value(),
                objection.unit(),
                objection.ground().name(),
                objection.shouldBe(),
                objection.basis(),
                disputed.dispute().objections().size(),
                objection.attachments(),
                objection.by().account(),
                objection.at());
        if (!again) {
            return Change.of(ticket.after(Act.RETURN, RETURN_REVIEW, disputed, step), told);
        }
        Step opened = new Step(
                objection.at(),
                StepKind.ARBITRATION_OPENED,
                "第二次退单，转会商裁定；裁定前由" + handling.lead().unit().name() + "先行办理",
                null);
        return Change.of(
                ticket.after(Act.RETURN, ARBITRATION, disputed, step, opened),
                told,
                new ArbitrationOpened(
                        ticket.number().value(),
                        handling.lead().unit(),
                        disputed.dispute().objectors(),
                        objection.at()));
    }

    /**
     * 审核退单.
     *
     * @param next who gets it instead, when approved; null to leave that to a dispatcher
     */
    public static Change<Dispatch, RoutingEvent> decide(
            Dispatch ticket, Decision decision, @Nullable Unit next, DeadlinePolicy policy) {
        ticket.admit(Act.DECIDE_RETURN, decision.by());
        Handling handling = ticket.handled();
        Unit objector = handling.lead().unit();
        Handling decided = handling.with(handling.dispute().decided(decision));
        ReturnDecided told = new ReturnDecided(
                ticket.number().value(),
                objector,
                decision.approved(),
                decision.approved() ? next : null,
                ticket.topicCode(),
                ticket.countyCode(),
                decision.reason(),
                decision.by().account(),
                decision.at());
        Step step = new Step(
                decision.at(),
                decision.approved() ? StepKind.RETURN_APPROVED : StepKind.RETURN_REFUSED,
                (decision.approved() ? "同意" : "不同意") + objector.name() + "退单",
                decision.reason(),
                decision.by());
        if (!decision.approved()) {
            return Change.of(ticket.after(Act.DECIDE_RETURN, decided.withItsLead(), decided, step), told);
        }
        if (next == null) {
            return Change.of(
                    ticket.after(Act.DECIDE_RETURN, PENDING_DISPATCH, decided, step),
                    told,
                    new DispatchRecalled(
                            ticket.number().value(),
                            handling.units(),
                            List.of(),
                            true,
                            RETURN,
                            decision.by().account(),
                            decision.at()));
        }
        Refused.unless(!next.code().equals(objector.code()), SENT_BACK_TO_WHO_OBJECTS);
        return ticket.carriedOn(decided, step)
                .passedTo(Act.DECIDE_RETURN, next, decision.reason(), decision.by(), policy, decision.at())
                .precededBy(told);
    }

    /** 裁定: whose it is, for good. Whoever has it already goes on where they are. */
    public static Change<Dispatch, RoutingEvent> rule(
            Dispatch ticket, Unit owner, String reason, Staff by, DeadlinePolicy policy, Instant at) {
        ticket.admit(Act.RULE, by);
        Handling handling = ticket.handled();
        String masked = PersonalData.mask(reason);
        boolean stays = owner.code().equals(handling.lead().unit().code());
        Dispute dispute = handling.dispute().decided(new Decision(!stays, masked, by, at));
        Handling ruled = handling.with(dispute.ruled(new Dispute.Ruling(owner, masked, by, at)));
        Step step = new Step(at, StepKind.RULED, "裁定由" + owner.name() + "办理，不再退单", masked, by);
        OwnerRuled told = new OwnerRuled(
                ticket.number().value(),
                owner,
                dispute.objectors(),
                ticket.topicCode(),
                ticket.countyCode(),
                masked,
                by.account(),
                at);
        return stays
                ? Change.of(ticket.after(Act.RULE, ruled.withItsLead(), ruled, step), told)
                : ticket.carriedOn(ruled, step)
                        .passedTo(Act.RULE, owner, masked, by, policy, at)
                        .precededBy(told);
    }
}
