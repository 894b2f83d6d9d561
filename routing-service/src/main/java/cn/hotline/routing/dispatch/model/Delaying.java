package cn.hotline.routing.dispatch.model;

import static cn.hotline.routing.dispatch.model.DispatchRefusal.EXTENDED_ENOUGH;
import static cn.hotline.routing.dispatch.model.DispatchRefusal.EXTENSION_ASKED_TOO_LATE;
import static cn.hotline.routing.dispatch.model.DispatchRefusal.EXTENSION_TOO_LONG;
import static cn.hotline.routing.dispatch.model.DispatchRefusal.NO_EXTENSION_TO_DECIDE;
import static cn.hotline.routing.dispatch.model.DispatchRefusal.REVIEW_NOT_AHEAD;
import static cn.hotline.routing.dispatch.model.DispatchStatus.IN_PROGRESS;
import static cn.hotline.routing.dispatch.model.DispatchStatus.SECOND_HANDLING;
import static cn.hotline.routing.dispatch.model.DispatchStatus.SUSPENDED;

import cn.hotline.chassis.Change;
import cn.hotline.chassis.PersonalData;
import cn.hotline.chassis.Refused;
import cn.hotline.routing.contract.RoutingEvent;
import cn.hotline.routing.contract.RoutingEvent.ExtensionDecided;
import cn.hotline.routing.contract.RoutingEvent.ExtensionRequested;
import cn.hotline.routing.contract.RoutingEvent.TicketResumed;
import cn.hotline.routing.contract.RoutingEvent.TicketSuspended;
import cn.hotline.routing.deadline.model.DeadlinePolicy;
import cn.hotline.routing.deadline.model.Timing;
import java.time.Instant;

/**
 * 延期与挂账: more time, asked for before the cut-off and decided by the hotline; and a clock that stands still with a
 * day on which somebody looks again. Asking stops no clock.
 */
public final class Delaying {

    private Delaying() {}

    /**
     * 申请延期.
     *
     * @param extension without a decision
     */
    public static Change<Dispatch, RoutingEvent> ask(Dispatch ticket, Extension extension, DeadlinePolicy policy) {
        ticket.admit(Act.ASK_FOR_TIME, extension.by());
        Handling handling = ticket.handled();
        long counting = handling.grace().extensions().stream()
                .filter(asked -> !asked.refused())
                .count();
        Refused.unless(counting < policy.terms().extensions(), EXTENDED_ENOUGH);
        Refused.unless(extension.days() <= policy.terms().extensionDays(), EXTENSION_TOO_LONG);
        Refused.unless(
                !extension.at().isAfter(policy.extendableUntil(handling.ownFinishBy())), EXTENSION_ASKED_TOO_LATE);
        Step step = new Step(
                extension.at(),
                StepKind.EXTENSION_REQUESTED,
                handling.lead().unit().name() + "申请延期 " + extension.days() + " 天",
                extension.reason(),
                extension.by());
        return Change.of(
                ticket.after(
                        Act.ASK_FOR_TIME,
                        ticket.status(),
                        handling.with(handling.grace().asked(extension)),
                        step),
                new ExtensionRequested(
                        ticket.number().value(),
                        handling.lead().unit(),
                        extension.days(),
                        extension.reason(),
                        extension.interim(),
                        extension.by().account(),
                        extension.at()));
    }

    /** 审批延期. */
    public static Change<Dispatch, RoutingEvent> decide(Dispatch ticket, Decision decision, DeadlinePolicy policy) {
        ticket.admit(Act.DECIDE_EXTENSION, decision.by());
        Handling handling = ticket.handled();
        Extension asked = handling.grace().waiting().orElseThrow(() -> new Refused(NO_EXTENSION_TO_DECIDE));
        Grace decided = handling.grace().decided(decision);
        Timing own = handling.lead().timing();
        Grace granted = decision.approved()
                ? Recounting.granted(
                        decided,
                        handling.clock(),
                        policy.extended(handling.clock(), handling.finishBy(), asked.days()),
                        own,
                        policy.extended(own, handling.ownFinishBy(), asked.days()),
                        policy)
                : decided;
        Handling next = decision.approved() ? handling.granted(granted) : handling.with(granted);
        Step step = new Step(
                decision.at(),
                decision.approved() ? StepKind.EXTENSION_GRANTED : StepKind.EXTENSION_REFUSED,
                (decision.approved() ? "同意" : "不同意") + handling.lead().unit().name() + "延期 " + asked.days() + " 天",
                decision.reason(),
                decision.by());
        return Change.of(
                ticket.after(Act.DECIDE_EXTENSION, ticket.status(), next, step),
                new ExtensionDecided(
                        ticket.number().value(),
                        handling.lead().unit(),
                        decision.approved(),
                        decision.approved() ? next.finishBy() : null,
                        asked.interim(),
                        decision.reason(),
                        decision.by().account(),
                        decision.at()));
    }

    /**
     * 挂账.
     *
     * @param suspension that goes on
     */
    public static Change<Dispatch, RoutingEvent> suspend(
            Dispatch ticket, Suspension suspension, DeadlinePolicy policy) {
        ticket.admit(Act.SUSPEND, suspension.by());
        Refused.unless(policy.startOf(suspension.reviewOn()).isAfter(suspension.from()), REVIEW_NOT_AHEAD);
        Handling handling = ticket.handled();
        Step step = new Step(
                suspension.from(),
                StepKind.SUSPENDED,
                "挂账，" + suspension.approvedBy() + "批准，" + suspension.reviewOn() + " 复核",
                suspension.reason(),
                suspension.by());
        return Change.of(
                ticket.after(
                                Act.SUSPEND,
                                SUSPENDED,
                                handling.with(handling.grace().suspended(suspension)),
                                step)
                        .dueAt(policy.startOf(suspension.reviewOn())),
                new TicketSuspended(
                        ticket.number().value(),
                        handling.lead().unit(),
                        suspension.reason(),
                        suspension.reviewOn(),
                        suspension.approvedBy(),
                        suspension.by().account(),
                        suspension.from()));
    }

    /** 恢复办理, though why it was suspended still holds: what was left of the time when the clock stopped is left now. */
    public static Change<Dispatch, RoutingEvent> resume(Dispatch ticket, Staff by, DeadlinePolicy policy, Instant at) {
        return ended(ticket, Act.RESUME, new Step(at, StepKind.RESUMED, "结束挂账，恢复办理", null, by), by, policy);
    }

    /**
     * 销账: why it was suspended is gone. It is off the account, and back with its unit, which has the caller to answer.
     *
     * @param found how that became of it, and who looked
     */
    public static Change<Dispatch, RoutingEvent> writeOff(
            Dispatch ticket, String found, Staff by, DeadlinePolicy policy, Instant at) {
        String masked = PersonalData.mask(found);
        return ended(
                ticket, Act.WRITE_OFF, new Step(at, StepKind.WRITTEN_OFF, "销账，转承办单位答复来电人", masked, by), by, policy);
    }

    private static Change<Dispatch, RoutingEvent> ended(
            Dispatch ticket, Act act, Step step, Staff by, DeadlinePolicy policy) {
        ticket.admit(act, by);
        Instant at = step.at();
        Handling handling = ticket.handled();
        Instant from = handling.grace().standing().orElseThrow().from();
        Timing own = handling.lead().timing();
        Grace resumed = Recounting.granted(
                handling.grace().resumed(at),
                handling.clock(),
                policy.resumed(handling.clock(), handling.finishBy(), from, at),
                own,
                policy.resumed(own, handling.ownFinishBy(), from, at),
                policy);
        Handling next = handling.granted(resumed);
        return Change.of(
                ticket.after(act, handling.round() == 1 ? IN_PROGRESS : SECOND_HANDLING, next, step),
                new TicketResumed(ticket.number().value(), handling.lead().unit(), next.finishBy(), by.account(), at));
    }
}
