package cn.hotline.routing.dispatch.kafka;

import cn.hotline.chassis.event.EventFamily;
import cn.hotline.chassis.event.EventHandlers;
import cn.hotline.followup.contract.FollowupEvent;
import cn.hotline.followup.contract.FollowupEvent.ExclusionRevoked;
import cn.hotline.followup.contract.FollowupEvent.RevisitAttempted;
import cn.hotline.followup.contract.FollowupEvent.RevisitRecorded;
import cn.hotline.followup.contract.FollowupEvent.SupervisionAnswered;
import cn.hotline.followup.contract.FollowupEvent.SupervisionIssued;
import cn.hotline.followup.contract.FollowupEvent.SupervisionLifted;
import cn.hotline.followup.contract.FollowupEvent.TicketClosed;
import cn.hotline.followup.contract.FollowupEvent.TicketEscalated;
import cn.hotline.followup.contract.FollowupEvent.TicketExcluded;
import cn.hotline.followup.contract.FollowupEvent.TicketReopened;
import cn.hotline.followup.contract.FollowupEvent.UrgeIssued;
import cn.hotline.routing.dispatch.DispatchDesk;

/** What dispatching does about what followup tells. */
public final class FollowupEventsIn {

    public static final EventFamily<FollowupEvent> FAMILY = new EventFamily<>(
            FollowupEvent.class,
            FollowupEvent.TOPIC,
            FollowupEvent.WIRE_NAMES,
            FollowupEvent::number,
            FollowupEvent::at);

    private final EventHandlers<FollowupEvent> handlers;

    public FollowupEventsIn(DispatchDesk desk) {
        this.handlers = EventHandlers.of(FollowupEvent.class)
                .on(TicketReopened.class, desk::reopen)
                .on(TicketClosed.class, desk::close)
                .on(TicketExcluded.class, desk::exclude)
                .on(ExclusionRevoked.class, desk::countAgain)
                .on(TicketEscalated.class, desk::escalate)
                .ignore(RevisitAttempted.class) // nothing is decided yet
                .ignore(RevisitRecorded.class) // what follows from it is told as reopened or closed
                .ignore(UrgeIssued.class) // between followup and the unit
                .ignore(SupervisionIssued.class) // likewise
                .ignore(SupervisionAnswered.class) // likewise
                .ignore(SupervisionLifted.class) // likewise
                .build();
    }

    public EventHandlers<FollowupEvent> handlers() {
        return handlers;
    }
}
