package cn.hotline.routing.dispatch.kafka;

import cn.hotline.chassis.event.EventFamily;
import cn.hotline.chassis.event.EventHandlers;
import cn.hotline.followup.contract.FollowupEvent;
import cn.hotline.followup.contract.FollowupEvent.RevisitAttempted;
import cn.hotline.followup.contract.FollowupEvent.RevisitRecorded;
import cn.hotline.followup.contract.FollowupEvent.TicketClosed;
import cn.hotline.followup.contract.FollowupEvent.TicketReopened;
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
                .ignore(RevisitAttempted.class) // nothing is decided yet
                .ignore(RevisitRecorded.class) // what follows from it is told as reopened or closed
                .build();
    }

    public EventHandlers<FollowupEvent> handlers() {
        return handlers;
    }
}
