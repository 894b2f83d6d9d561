package cn.hotline.routing.dispatch.model;

import static cn.hotline.routing.dispatch.model.DispatchRefusal.GAVE_IT_BACK;
import static cn.hotline.routing.dispatch.model.DispatchRefusal.HELPS_ALREADY;
import static cn.hotline.routing.dispatch.model.DispatchRefusal.NOTHING_HANDED_UP;
import static cn.hotline.routing.dispatch.model.DispatchRefusal.NOT_PASSED_DOWN;
import static cn.hotline.routing.dispatch.model.DispatchRefusal.NOT_TAKEN_ON_YET;
import static cn.hotline.routing.dispatch.model.DispatchRefusal.PASSED_DOWN_ALREADY;
import static cn.hotline.routing.dispatch.model.DispatchRefusal.TAKEN_ON_ALREADY;

import cn.hotline.chassis.Change;
import cn.hotline.chassis.PersonalData;
import cn.hotline.chassis.Refused;
import cn.hotline.routing.contract.RoutingEvent;
import cn.hotline.routing.contract.RoutingEvent.PassedDown;
import cn.hotline.routing.contract.RoutingEvent.PassedDownAcknowledged;
import cn.hotline.routing.contract.RoutingEvent.PassedDownEnded;
import cn.hotline.routing.contract.RoutingEvent.PassedDownReplied;
import cn.hotline.routing.contract.RoutingEvent.PassedDownReplyRefused;
import cn.hotline.routing.contract.RoutingEvent.Unit;
import cn.hotline.routing.deadline.model.DeadlinePolicy;
import java.time.Instant;
import java.util.List;
import java.util.Objects;

/**
 * 下交、上报: a unit lets one below it handle a ticket, and stays accountable for it. Who has it below takes it on, speaks
 * with the caller, and tells the one above what it did; the lead answers the caller, with what came up or on its own.
 * Whoever below finds it not theirs gives it back with the reason, and does not get it again.
 */
public final class PassingDown {

    private PassingDown() {}

    /** 下交, by whoever has it in hand. */
    public static Change<Dispatch, RoutingEvent> pass(
            Dispatch ticket, Unit to, String note, Staff by, DeadlinePolicy policy, Instant at) {
        ticket.admit(Act.PASS_DOWN, by);
        Recusing.refuse(ticket, List.of(to));
        Handling handling = ticket.handled();
        Assignment giver = handling.inHand();
        Refused.unless(giver.unit().equals(by.ofUnit()), PASSED_DOWN_ALREADY);
        Refused.unless(!handling.units().contains(to), HELPS_ALREADY);
        Refused.unless(!handling.wasGivenBackBy(to), GAVE_IT_BACK);
        Assignment given = Assignment.of(
                to, policy.passedDownAt(at, handling.lead().timing().rule(), handling.ownFinishBy()));
        boolean late = policy.isMoreThanHalfOver(
                giver.timing().rule(), giver.timing().startedAt(), handling.ownFinishBy(), at);
        Share share = new Share(given, giver.unit(), note, late, null, null);
        Handling passed = handling.passedDown(share);
        Step step = new Step(
                at,
                StepKind.PASSED_DOWN,
                giver.unit().name() + "交由" + to.name() + "办理" + (late ? "（时限已过半）" : ""),
                share.note(),
                by);
        Dispatch after = ticket.after(Act.PASS_DOWN, ticket.status(), passed, step);
        return Change.of(
                after,
                new PassedDown(
                        ticket.number().value(),
                        giver.unit(),
                        to,
                        after.having(),
                        given.timing().deadlines(),
                        late,
                        share.note(),
                        by.account(),
                        at));
    }

    /** 下级签收. */
    public static Change<Dispatch, RoutingEvent> acknowledge(Dispatch ticket, Staff by, Instant at) {
        Share share = own(ticket, Act.TAKE_ON, by);
        Refused.unless(share.to().acknowledgedAt() == null, TAKEN_ON_ALREADY);
        Unit unit = by.ofUnit();
        return Change.of(
                shared(
                        ticket,
                        Act.TAKE_ON,
                        share.with(share.to().acknowledged(at)),
                        new Step(at, StepKind.TAKEN_ON, unit.name() + "签收", null, by)),
                new PassedDownAcknowledged(
                        ticket.number().value(),
                        unit,
                        !at.isAfter(share.to().timing().deadlines().acknowledgeBy()),
                        by.account(),
                        at));
    }

    /** 上报: what it did, for the unit above. A later one takes the place of the former. */
    public static Change<Dispatch, RoutingEvent> handUp(Dispatch ticket, Reply report, Staff by) {
        Share share = own(ticket, Act.HAND_UP, by);
        Refused.unless(share.to().acknowledgedAt() != null, NOT_TAKEN_ON_YET);
        Unit unit = by.ofUnit();
        Step step = new Step(
                report.at(),
                StepKind.HANDED_UP,
                unit.name() + "向" + share.from().name() + "上报："
                        + report.outcome().term(),
                report.publicReply(),
                by);
        return Change.of(
                shared(ticket, Act.HAND_UP, share.reporting(report), step),
                new PassedDownReplied(
                        ticket.number().value(), unit, share.from(), report.attachments(), by.account(), report.at()));
    }

    /** 上报退回: more is to be done before the unit above answers. */
    public static Change<Dispatch, RoutingEvent> handBack(Dispatch ticket, String reason, Staff by, Instant at) {
        Share share = passedOn(ticket, Act.HAND_BACK, by);
        Refused.unless(share.report() != null, NOTHING_HANDED_UP);
        String masked = PersonalData.mask(reason);
        Unit unit = share.to().unit();
        return Change.of(
                shared(
                        ticket,
                        Act.HAND_BACK,
                        share.reporting(null),
                        new Step(at, StepKind.HANDED_BACK, by.ofUnit().name() + "退回" + unit.name() + "再办", masked, by)),
                new PassedDownReplyRefused(ticket.number().value(), unit, masked, by.account(), at));
    }

    /**
     * 下级退回: it is not that unit's.
     *
     * @param attachments ids of files that show it
     */
    public static Change<Dispatch, RoutingEvent> giveBack(
            Dispatch ticket, String reason, List<String> attachments, Staff by, Instant at) {
        Share share = own(ticket, Act.GIVE_BACK, by);
        String masked = PersonalData.mask(reason);
        Step step = new Step(
                at,
                StepKind.GIVEN_BACK,
                by.ofUnit().name() + "退回" + share.from().name(),
                masked,
                by);
        return ended(ticket, Act.GIVE_BACK, share, Share.Ground.GIVEN_BACK, attachments, step);
    }

    /** 上级收回. */
    public static Change<Dispatch, RoutingEvent> takeBack(Dispatch ticket, String reason, Staff by, Instant at) {
        Share share = passedOn(ticket, Act.TAKE_BACK, by);
        String masked = PersonalData.mask(reason);
        Step step = new Step(
                at,
                StepKind.TAKEN_UP,
                by.ofUnit().name() + "从" + share.to().unit().name() + "收回",
                masked,
                by);
        return ended(ticket, Act.TAKE_BACK, share, Share.Ground.TAKEN_BACK, List.of(), step);
    }

    private static Change<Dispatch, RoutingEvent> ended(
            Dispatch ticket, Act act, Share share, Share.Ground ground, List<String> attachments, Step step) {
        Handling left = ticket.handled().withoutShare(share, step.at(), ground);
        Dispatch after = ticket.after(act, ticket.status(), left, step);
        return Change.of(
                after,
                new PassedDownEnded(
                        ticket.number().value(),
                        share.to().unit(),
                        share.from(),
                        after.having(),
                        ground.name(),
                        step.detail(),
                        attachments,
                        Objects.requireNonNull(step.by()).account(),
                        step.at()));
    }

    private static Dispatch shared(Dispatch ticket, Act act, Share share, Step step) {
        return ticket.after(act, ticket.status(), ticket.handled().with(share), step);
    }

    /** What the unit of whoever acts has of it. */
    private static Share own(Dispatch ticket, Act act, Staff by) {
        ticket.admit(act, by);
        return ticket.handled().share(by.ofUnit().code()).orElseThrow();
    }

    /** What the unit of whoever acts has passed on. */
    private static Share passedOn(Dispatch ticket, Act act, Staff by) {
        ticket.admit(act, by);
        return ticket.handled().passedBy(by.ofUnit()).orElseThrow(() -> new Refused(NOT_PASSED_DOWN));
    }
}
