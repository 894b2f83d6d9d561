package cn.hotline.routing.dispatch;

import cn.hotline.chassis.Aggregates.Versioned;
import cn.hotline.chassis.Cause;
import cn.hotline.chassis.Change;
import cn.hotline.chassis.Refusal.General;
import cn.hotline.chassis.Refused;
import cn.hotline.followup.contract.FollowupEvent.ExclusionRevoked;
import cn.hotline.followup.contract.FollowupEvent.TicketClosed;
import cn.hotline.followup.contract.FollowupEvent.TicketEscalated;
import cn.hotline.followup.contract.FollowupEvent.TicketExcluded;
import cn.hotline.followup.contract.FollowupEvent.TicketReopened;
import cn.hotline.intake.contract.IntakeEvent.Matter;
import cn.hotline.intake.contract.IntakeEvent.MergeUndone;
import cn.hotline.intake.contract.IntakeEvent.TicketCorrected;
import cn.hotline.intake.contract.IntakeEvent.TicketMerged;
import cn.hotline.intake.contract.IntakeEvent.TicketRegistered;
import cn.hotline.intake.contract.IntakeEvent.TicketSupplemented;
import cn.hotline.intake.contract.IntakeEvent.TicketUrged;
import cn.hotline.intake.contract.IntakeEvent.TicketWithdrawn;
import cn.hotline.routing.contract.RoutingEvent;
import cn.hotline.routing.contract.RoutingEvent.Unit;
import cn.hotline.routing.deadline.model.DeadlinePolicy;
import cn.hotline.routing.dispatch.model.Answering;
import cn.hotline.routing.dispatch.model.Appeal;
import cn.hotline.routing.dispatch.model.Classification;
import cn.hotline.routing.dispatch.model.Decision;
import cn.hotline.routing.dispatch.model.Delaying;
import cn.hotline.routing.dispatch.model.Dispatch;
import cn.hotline.routing.dispatch.model.DispatchRefusal;
import cn.hotline.routing.dispatch.model.DispatcherChoice;
import cn.hotline.routing.dispatch.model.Helping;
import cn.hotline.routing.dispatch.model.Opening;
import cn.hotline.routing.dispatch.model.Pressing;
import cn.hotline.routing.dispatch.model.Returning;
import cn.hotline.routing.dispatch.model.SettingAside;
import cn.hotline.routing.dispatch.model.Staff;
import cn.hotline.routing.dispatch.model.Suspension;
import cn.hotline.routing.dispatch.model.TicketNumber;
import cn.hotline.routing.dispatch.model.Topic;
import cn.hotline.routing.dispatch.model.Viewer;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

/** 派单台: what other services and dispatchers may ask of a dispatch. What units do is asked of {@link UnitDesk}. */
public final class DispatchDesk {

    private final Dispatches dispatches;
    private final Assessor assessor;
    private final EmergencyCover cover;
    private final Supplier<DeadlinePolicy> policy;
    private final Clock clock;

    public DispatchDesk(
            Dispatches dispatches,
            Assessor assessor,
            EmergencyCover cover,
            Supplier<DeadlinePolicy> policy,
            Clock clock) {
        this.dispatches = dispatches;
        this.assessor = assessor;
        this.cover = cover;
        this.policy = policy;
        this.clock = clock;
    }

    /** A ticket has been registered: classified, and dispatched where the catalogue is sure, in one write. */
    public Mono<Versioned<Dispatch>> open(TicketRegistered told) {
        Appeal appeal = Appeal.of(told.registration());
        return assessed(told.registration().matter(), told.at())
                .map(seen ->
                        Dispatch.open(new TicketNumber(told.number()), appeal, seen, policy.get(), clock.instant()))
                .flatMap(dispatches::open);
    }

    /** The matter reads differently: classified again; deadlines stay where they are. */
    public Mono<Versioned<Dispatch>> correct(TicketCorrected told) {
        return assessed(told.matter(), told.at())
                .flatMap(seen -> heard(
                        told.number(),
                        dispatch -> dispatch.correct(
                                dispatch.appeal().corrected(told.matter()),
                                seen,
                                told.reason(),
                                policy.get(),
                                now(dispatch))));
    }

    /** 人工派单、改派. */
    public Mono<Versioned<Dispatch>> dispatch(Holding ticket, DispatcherChoice choice) {
        return cover.of(choice)
                .flatMap(covered -> act(ticket, (dispatch, by, now) -> {
                    assessor.refuseBarred(dispatch, choice.topic(), choice.units());
                    covered.refuse(dispatch, choice.urgency());
                    return dispatch.dispatch(choice, by, policy.get(), now);
                }));
    }

    /**
     * 按建议派单.
     *
     * @param unit code of the unit that the dispatcher saw proposed; refused when it is another by now
     */
    public Mono<Versioned<Dispatch>> dispatchAsProposed(Holding ticket, String unit) {
        return cover.lead(unit)
                .flatMap(covered -> act(ticket, (dispatch, by, now) -> {
                    DispatcherChoice choice = dispatch.classification()
                            .proposal()
                            .choice()
                            .filter(proposed -> proposed.lead().code().equals(unit))
                            .orElseThrow(() -> new Refused(DispatchRefusal.PROPOSED_ANOTHER));
                    assessor.refuseBarred(dispatch, choice.topic(), choice.units());
                    covered.refuse(dispatch);
                    return dispatch.dispatch(choice, by, policy.get(), now);
                }));
    }

    /** 收回 of a wrong dispatch. */
    public Mono<Versioned<Dispatch>> recall(Holding ticket, String reason) {
        return act(ticket, (dispatch, by, now) -> dispatch.recall(reason, by, policy.get(), now));
    }

    /**
     * 审核退单.
     *
     * @param next who gets it instead, when approved; null to leave that to a dispatcher
     */
    public Mono<Versioned<Dispatch>> decideReturn(
            Holding ticket, boolean approved, @Nullable Unit next, String reason) {
        return cover.lead(next == null ? null : next.code())
                .flatMap(covered -> act(ticket, (dispatch, by, now) -> {
                    assessor.refuseBarred(
                            dispatch, null, Stream.ofNullable(next).map(Unit::code));
                    covered.refuse(dispatch);
                    return Returning.decide(dispatch, new Decision(approved, reason, by, now), next, policy.get());
                }));
    }

    /** 裁定. */
    public Mono<Versioned<Dispatch>> rule(Holding ticket, Unit owner, String reason) {
        return cover.lead(owner.code())
                .flatMap(covered -> act(ticket, (dispatch, by, now) -> {
                    assessor.refuseBarred(dispatch, null, Stream.of(owner.code()));
                    covered.refuse(dispatch);
                    return Returning.rule(dispatch, owner, reason, by, policy.get(), now);
                }));
    }

    /** 审批延期. */
    public Mono<Versioned<Dispatch>> decideExtension(Holding ticket, boolean approved, String reason) {
        return act(
                ticket,
                (dispatch, by, now) ->
                        Delaying.decide(dispatch, new Decision(approved, reason, by, now), policy.get()));
    }

    /** 挂账. */
    public Mono<Versioned<Dispatch>> suspend(Holding ticket, String reason, LocalDate reviewOn, String approvedBy) {
        return act(
                ticket,
                (dispatch, by, now) -> Delaying.suspend(
                        dispatch, new Suspension(reason, reviewOn, approvedBy, by, now, null), policy.get()));
    }

    /** 恢复办理 of what is suspended. */
    public Mono<Versioned<Dispatch>> resume(Holding ticket) {
        return act(ticket, (dispatch, by, now) -> Delaying.resume(dispatch, by, policy.get(), now));
    }

    /** 销账. */
    public Mono<Versioned<Dispatch>> writeOff(Holding ticket, String found) {
        return act(ticket, (dispatch, by, now) -> Delaying.writeOff(dispatch, found, by, policy.get(), now));
    }

    /** 请协办, by the unit that leads or by a dispatcher. */
    public Mono<Versioned<Dispatch>> askForHelp(Holding ticket, Help wanted) {
        return cover.helpers("units", wanted.units())
                .flatMap(covered -> act(ticket, (dispatch, by, now) -> {
                    assessor.refuseBarred(
                            dispatch, null, wanted.units().stream().map(Unit::code));
                    covered.refuse(dispatch);
                    return Helping.ask(dispatch, wanted.units(), wanted.by(), wanted.note(), by, policy.get(), now);
                }));
    }

    /** 改分类, by a dispatcher or by the unit that handles it. */
    public Mono<Versioned<Dispatch>> reclassify(Holding ticket, Topic topic) {
        return act(ticket, (dispatch, by, now) -> dispatch.reclassify(topic, by, now));
    }

    /** 解除回避: a supervisor finds that a unit is not accused after all. */
    public Mono<Versioned<Dispatch>> clear(Holding ticket, String unit, String reason) {
        return act(ticket, (dispatch, by, now) -> Opening.clear(dispatch, unit, by, reason, now));
    }

    /** 不再协办, by the unit that leads or by a dispatcher. */
    public Mono<Versioned<Dispatch>> endHelp(Holding ticket, String unit, String reason) {
        return act(ticket, (dispatch, by, now) -> Helping.end(dispatch, unit, reason, by, now));
    }

    /** 审核答复. */
    public Mono<Versioned<Dispatch>> decideReply(Holding ticket, boolean accepted, String reason) {
        return act(
                ticket,
                (dispatch, by, now) ->
                        Answering.decide(dispatch, new Decision(accepted, reason, by, now), policy.get()));
    }

    /** 二次办理: counted from when followup decided it, not from when we heard. */
    public Mono<Versioned<Dispatch>> reopen(TicketReopened told) {
        return heard(told.number(), dispatch -> Answering.reopen(dispatch, told.reason(), policy.get(), told.at()));
    }

    /** 办结. */
    public Mono<Versioned<Dispatch>> close(TicketClosed told) {
        return heard(told.number(), dispatch -> Answering.close(dispatch, told.at()));
    }

    /** 剔除. */
    public Mono<Versioned<Dispatch>> exclude(TicketExcluded told) {
        return heard(told.number(), dispatch -> Answering.exclude(dispatch, told.reason(), told.at()));
    }

    /** 撤销剔除. */
    public Mono<Versioned<Dispatch>> countAgain(ExclusionRevoked told) {
        return heard(told.number(), dispatch -> Answering.countAgain(dispatch, told.reason(), told.at()));
    }

    /** 提级办理. */
    public Mono<Versioned<Dispatch>> escalate(TicketEscalated told) {
        return heard(told.number(), dispatch -> Pressing.escalate(dispatch, told.reason(), now(dispatch)));
    }

    /** 撤单. */
    public Mono<Versioned<Dispatch>> withdraw(TicketWithdrawn told) {
        return heard(told.number(), dispatch -> SettingAside.withdraw(dispatch, told.reason(), now(dispatch)));
    }

    /** 并单. */
    public Mono<Versioned<Dispatch>> merge(TicketMerged told) {
        return heard(
                told.number(), dispatch -> SettingAside.merge(dispatch, told.master(), told.reason(), now(dispatch)));
    }

    /** 撤销并单. */
    public Mono<Versioned<Dispatch>> undoMerge(MergeUndone told) {
        return heard(told.number(), dispatch -> SettingAside.restore(dispatch, policy.get(), now(dispatch)));
    }

    /** 补充; who handles the ticket it is merged into is to know of it too. */
    public Mono<Versioned<Dispatch>> supplement(TicketSupplemented told) {
        return heardOfBoth(
                told.number(),
                told.master(),
                (dispatch, from) -> Pressing.supplement(dispatch, told.content(), from, now(dispatch)));
    }

    /** 催办, likewise. */
    public Mono<Versioned<Dispatch>> urge(TicketUrged told) {
        return heardOfBoth(
                told.number(),
                told.master(),
                (dispatch, from) -> Pressing.urge(dispatch, told.note(), from, now(dispatch)));
    }

    /**
     * Who is asked for help.
     *
     * @param by until when; null for the lead's own deadline
     */
    public record Help(List<Unit> units, @Nullable Instant by, String note) {}

    private Mono<Classification> assessed(Matter matter, Instant told) {
        return cover.checked(assessor.assess(matter, LocalDate.ofInstant(told, clock.getZone())));
    }

    private Mono<Versioned<Dispatch>> act(Holding ticket, Act act) {
        Viewer viewer = ticket.viewer();
        return dispatches.change(
                viewer,
                ticket.number(),
                ticket.version(),
                dispatch -> act.decide(dispatch.actedOnBy(viewer), viewer.person(), now(dispatch)));
    }

    /** What somebody does to a ticket, at a moment that is never before what happened last. */
    private interface Act {

        Change<Dispatch, RoutingEvent> decide(Dispatch ticket, Staff by, Instant now);
    }

    private Instant now(Dispatch ticket) {
        return ticket.notBefore(clock.instant());
    }

    /** @param master the ticket it is merged into; null when in none */
    private Mono<Versioned<Dispatch>> heardOfBoth(
            String number,
            @Nullable String master,
            BiFunction<Dispatch, @Nullable String, Change<Dispatch, RoutingEvent>> decision) {
        Mono<Versioned<Dispatch>> own = heard(number, dispatch -> decision.apply(dispatch, null));
        return master == null
                ? own
                : own.then(heardBeside(number, heard(master, dispatch -> decision.apply(dispatch, number))));
    }

    /**
     * Only a ticket's own events may move its cursor, so those of another come as a command, which it knows by its key.
     * What is out of place there stays with whose event it is.
     */
    private static Mono<Versioned<Dispatch>> heardBeside(String number, Mono<Versioned<Dispatch>> heard) {
        return Cause.current()
                .flatMap(cause -> heard.contextWrite(Cause.command(
                                cause.tenant(),
                                cause.actor(),
                                cause.position() == null
                                        ? null
                                        : "told:" + number + "."
                                                + cause.position().sequence(),
                                cause.traceparent())
                        .context()))
                .onErrorResume(
                        Refused.class,
                        refused -> refused.reason() == General.BUSY ? Mono.error(refused) : Mono.empty());
    }

    private Mono<Versioned<Dispatch>> heard(
            String number, Function<Dispatch, Change<Dispatch, RoutingEvent>> decision) {
        return dispatches.change(Viewer.itself(clock.instant()), new TicketNumber(number), null, decision);
    }
}
