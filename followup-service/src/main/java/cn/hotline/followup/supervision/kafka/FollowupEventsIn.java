package cn.hotline.followup.supervision.kafka;

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
import cn.hotline.followup.supervision.SupervisionDesk;

/** What supervision hears from revisits, on the topic of its own service: two aggregates, so they meet as events. */
public final class FollowupEventsIn {

    private FollowupEventsIn() {}

    public static EventHandlers<FollowupEvent> handlers(SupervisionDesk desk) {
        return EventHandlers.of(FollowupEvent.class)
                .on(TicketReopened.class, desk::reopened)
                .on(TicketClosed.class, desk::closed)
                .on(TicketExcluded.class, desk::excluded)
                .on(ExclusionRevoked.class, desk::countsAgain)
                .ignore(RevisitAttempted.class) // nothing is decided yet
                .ignore(RevisitRecorded.class) // what follows from it is told as reopened or closed
                .ignore(UrgeIssued.class) // its own word
                .ignore(SupervisionIssued.class) // likewise
                .ignore(SupervisionAnswered.class) // likewise
                .ignore(SupervisionLifted.class) // likewise
                .ignore(TicketEscalated.class) // likewise
                .build();
    }
}
