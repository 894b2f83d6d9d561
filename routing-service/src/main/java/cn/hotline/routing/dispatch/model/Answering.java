package cn.hotline.routing.dispatch.model;

import static cn.hotline.routing.dispatch.model.DispatchRefusal.ANSWERED_THEMSELVES;
import static cn.hotline.routing.dispatch.model.DispatchRefusal.CO_REPLY_AWAITED;
import static cn.hotline.routing.dispatch.model.DispatchRefusal.NOT_ACKNOWLEDGED_YET;
import static cn.hotline.routing.dispatch.model.DispatchRefusal.NOT_WAITING_FOR_REVISIT;
import static cn.hotline.routing.dispatch.model.DispatchStatus.CLOSED;
import static cn.hotline.routing.dispatch.model.DispatchStatus.CLOSED_UNSOLVABLE;
import static cn.hotline.routing.dispatch.model.DispatchStatus.MERGED;
import static cn.hotline.routing.dispatch.model.DispatchStatus.PENDING_FOLLOWUP;
import static cn.hotline.routing.dispatch.model.DispatchStatus.REPLIED;
import static cn.hotline.routing.dispatch.model.DispatchStatus.REWORK;
import static cn.hotline.routing.dispatch.model.DispatchStatus.SECOND_HANDLING;

import cn.hotline.chassis.Change;
import cn.hotline.chassis.Refused;
import cn.hotline.routing.contract.RoutingEvent;
import cn.hotline.routing.contract.RoutingEvent.PassedDownEnded;
import cn.hotline.routing.contract.RoutingEvent.ReplyDecided;
import cn.hotline.routing.contract.RoutingEvent.TicketReplied;
import cn.hotline.routing.deadline.model.DeadlinePolicy;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * 答复、审核、重办: the unit that leads says what it did. A reply without doubts goes to revisit at once; one that was sent in
 * spite of doubts is read by somebody of the hotline first. What is not good enough is handled again.
 */
public final class Answering {

    private Answering() {}

    /** 答复. */
    public static Change<Dispatch, RoutingEvent> reply(Dispatch ticket, Reply reply, Staff by) {
        ticket.refuseUnlessDoneBy(Act.REPLY, by);
        Refused.unless(!ticket.waitsToBeAcknowledged(), NOT_ACKNOWLEDGED_YET);
        ticket.admit(Act.REPLY, by);
        Handling handling = ticket.handled();
        Refused.unless(!handling.awaitsHelp(reply.at()), CO_REPLY_AWAITED);
        reply.refuseUnlessSentInSpite();
        boolean doubted = !reply.doubts().isEmpty();
        Handling answered = handling.replied(reply).with(handling.review().answered(by));
        Step step = new Step(
                reply.at(),
                StepKind.REPLIED,
                ticket.lead().name() + "答复：" + reply.outcome().term(),
                reply.publicReply(),
                by);
        TicketReplied told = told(ticket, answered, reply, by);
        return doubted
                ? Change.of(ticket.after(Act.REPLY, REPLIED, answered, step), told)
                : Change.of(
                        ticket.after(Act.REPLY, PENDING_FOLLOWUP, answered, step),
                        told,
                        new ReplyDecided(ticket.number().value(), true, null, Order.AUTO, reply.at()));
    }

    private static TicketReplied told(Dispatch ticket, Handling answered, Reply reply, Staff by) {
        return new TicketReplied(
                ticket.number().value(),
                ticket.lead(),
                reply.verified(),
                reply.contacted(),
                reply.contactedAt(),
                reply.outcome().name(),
                reply.publicReply(),
                !reply.at().isAfter(answered.finishBy()),
                reply.doubtCodes(),
                reply.attachments(),
                by.account(),
                reply.at());
    }

    /** 审核答复: whether it goes to revisit in spite of its doubts. Who answered does not decide. */
    public static Change<Dispatch, RoutingEvent> decide(Dispatch ticket, Decision decision, DeadlinePolicy policy) {
        ticket.admit(Act.DECIDE_REPLY, decision.by());
        Handling handling = ticket.handled();
        Refused.unless(!decision.by().account().equals(handling.review().answeredBy()), ANSWERED_THEMSELVES);
        Handling decided = handling.with(handling.review().decided(decision));
        ReplyDecided told = new ReplyDecided(
                ticket.number().value(),
                decision.approved(),
                decision.approved() ? null : decision.reason(),
                decision.by().account(),
                decision.at());
        if (decision.approved()) {
            Step step =
                    new Step(decision.at(), StepKind.REPLY_ACCEPTED, "答复通过审核，转回访", decision.reason(), decision.by());
            return Change.of(ticket.after(Act.DECIDE_REPLY, PENDING_FOLLOWUP, decided, step), told);
        }
        Step step = new Step(
                decision.at(),
                StepKind.REWORK,
                "答复退回" + ticket.lead().name() + "重办（第" + decided.review().reworks() + "次）",
                decision.reason(),
                decision.by());
        Handling reworked = decided.reworked(policy.reworkedAt(decision.at()));
        return Recusing.recused(Change.of(ticket.after(Act.DECIDE_REPLY, REWORK, reworked, step), told), decision.at());
    }

    /**
     * 二次办理: the revisit found the caller not served; the unit handles it again, with a deadline of its own. Its head sees
     * to it, so what was passed down is the lead's again.
     *
     * <p>A merged ticket's caller was asked about the master's answer. Intake undoes the merge then, and whichever of both
     * is heard first, it comes to the same: answered before, it is handled again; else it is still to be handled.
     */
    public static Change<Dispatch, RoutingEvent> reopen(
            Dispatch ticket, @Nullable String reason, DeadlinePolicy policy, Instant at) {
        Act.REOPEN.refuseUnlessFrom(ticket.status());
        if (ticket.standing() == PENDING_FOLLOWUP) {
            return Recusing.recused(again(ticket, reason, policy, at), at);
        }
        Refused.unless(ticket.followedAnother(), NOT_WAITING_FOR_REVISIT);
        Step step = new Step(at, StepKind.REOPENED, "来电人对主单的答复不满意，本单继续办理", reason);
        return Change.of(ticket.after(Act.REOPEN, ticket.status(), ticket.handling(), step));
    }

    private static Change<Dispatch, RoutingEvent> again(
            Dispatch ticket, @Nullable String reason, DeadlinePolicy policy, Instant at) {
        Handling again = ticket.handled().again(policy.reopenedAt(at));
        String words = "回访后退回" + ticket.lead().name() + "二次办理";
        Step step = new Step(at, StepKind.REOPENED, words, reason);
        Dispatch reopened = ticket.status() == MERGED
                ? ticket.marked(ticket.marks().with(ticket.asideNow().comingBackTo(SECOND_HANDLING)))
                        .after(Act.REOPEN, MERGED, again, step)
                : ticket.after(Act.REOPEN, SECOND_HANDLING, again, step);
        return new Change<>(
                reopened,
                ticket.handled().below().stream()
                        .limit(1)
                        .map(share -> (RoutingEvent) new PassedDownEnded(
                                ticket.number().value(),
                                share.to().unit(),
                                share.from(),
                                reopened.having(),
                                Share.Ground.REOPENED.name(),
                                words,
                                List.of(),
                                Order.AUTO,
                                at))
                        .toList());
    }

    /** 办结: followup says nothing more is due. */
    public static Change<Dispatch, RoutingEvent> close(Dispatch ticket, Instant at) {
        Act.CLOSE.refuseUnlessFrom(ticket.status());
        return Change.of(
                ticket.after(Act.CLOSE, CLOSED, ticket.handling(), new Step(at, StepKind.CLOSED, "回访后办结", null)));
    }

    /** 剔除: followup says that nobody can be asked to meet the demand; the unit's score leaves it out. */
    public static Change<Dispatch, RoutingEvent> exclude(Dispatch ticket, String reason, Instant at) {
        Act.EXCLUDE.refuseUnlessFrom(ticket.status());
        Refused.unless(ticket.standing() == PENDING_FOLLOWUP, NOT_WAITING_FOR_REVISIT);
        Step step = new Step(at, StepKind.EXCLUDED, "认定为不合理诉求，解释办结，不计入考核", reason);
        return Change.of(ticket.after(Act.EXCLUDE, CLOSED_UNSOLVABLE, ticket.handling(), step));
    }

    /** 撤销剔除: the caller's appeal was allowed; the revisit takes place after all. */
    public static Change<Dispatch, RoutingEvent> countAgain(Dispatch ticket, String reason, Instant at) {
        Act.COUNT_AGAIN.refuseUnlessFrom(ticket.status());
        Step step = new Step(at, StepKind.EXCLUSION_REVOKED, "诉求人申诉成立，恢复回访和考核", reason);
        Dispatch alone = ticket.marked(ticket.marks().with(null));
        return Change.of(alone.after(Act.COUNT_AGAIN, PENDING_FOLLOWUP, ticket.handling(), step));
    }
}
