package cn.hotline.routing.dispatch;

import cn.hotline.chassis.Aggregates.Versioned;
import cn.hotline.chassis.Change;
import cn.hotline.followup.contract.FollowupEvent.TicketClosed;
import cn.hotline.followup.contract.FollowupEvent.TicketReopened;
import cn.hotline.intake.contract.IntakeEvent.TicketCorrected;
import cn.hotline.intake.contract.IntakeEvent.TicketRegistered;
import cn.hotline.routing.contract.RoutingEvent;
import cn.hotline.routing.deadline.model.DeadlinePolicy;
import cn.hotline.routing.dispatch.model.Appeal;
import cn.hotline.routing.dispatch.model.Classification;
import cn.hotline.routing.dispatch.model.Dispatch;
import cn.hotline.routing.dispatch.model.DispatcherChoice;
import cn.hotline.routing.dispatch.model.TicketNumber;
import cn.hotline.routing.dispatch.model.Viewer;
import java.time.Clock;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

/** 派单台: what other services and dispatchers may ask of a dispatch. What units do is asked of {@link UnitDesk}. */
public final class DispatchDesk {

    private final Dispatches dispatches;
    private final Assessor assessor;
    private final DeadlinePolicy policy;
    private final Clock clock;

    public DispatchDesk(Dispatches dispatches, Assessor assessor, DeadlinePolicy policy, Clock clock) {
        this.dispatches = dispatches;
        this.assessor = assessor;
        this.policy = policy;
        this.clock = clock;
    }

    /** A ticket has been registered: classified, and dispatched where the catalogue is sure, in one write. */
    public Mono<Versioned<Dispatch>> open(TicketRegistered told) {
        Appeal appeal = Appeal.of(told.registration());
        Classification seen = assessor.assess(told.registration().matter());
        return dispatches.open(Dispatch.open(new TicketNumber(told.number()), appeal, seen, policy, clock.instant()));
    }

    /** The matter reads differently: classified again; deadlines stay where they are. */
    public Mono<Versioned<Dispatch>> correct(TicketCorrected told) {
        Classification seen = assessor.assess(told.matter());
        return heard(
                told.number(),
                dispatch -> dispatch.correct(
                        dispatch.appeal().corrected(told.matter()), seen, told.reason(), policy, clock.instant()));
    }

    /**
     * 人工派单、改派.
     *
     * @param version only if the document still has that version; null for any
     */
    public Mono<Versioned<Dispatch>> dispatch(
            Viewer viewer, TicketNumber number, @Nullable Long version, DispatcherChoice choice) {
        return dispatches.change(viewer, number, version, dispatch -> dispatch.actedOnBy(viewer)
                .dispatch(choice, viewer.person(), policy, clock.instant()));
    }

    /** 解除回避: a supervisor finds that a unit is not accused after all. */
    public Mono<Versioned<Dispatch>> clear(Viewer viewer, TicketNumber number, String unit, String reason) {
        return dispatches.change(viewer, number, null, dispatch -> dispatch.actedOnBy(viewer)
                .clear(unit, viewer.person(), reason, clock.instant()));
    }

    /** 二次办理: counted from when followup decided it, not from when we heard. */
    public Mono<Versioned<Dispatch>> reopen(TicketReopened told) {
        return heard(told.number(), dispatch -> dispatch.reopen(told.reason(), policy, told.at()));
    }

    /** 办结. */
    public Mono<Versioned<Dispatch>> close(TicketClosed told) {
        return heard(told.number(), dispatch -> dispatch.close(told.at()));
    }

    private Mono<Versioned<Dispatch>> heard(
            String number, Function<Dispatch, Change<Dispatch, RoutingEvent>> decision) {
        return dispatches.change(Viewer.itself(clock.instant()), new TicketNumber(number), null, decision);
    }
}
