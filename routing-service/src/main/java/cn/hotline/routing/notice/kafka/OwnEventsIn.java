package cn.hotline.routing.notice.kafka;

import cn.hotline.chassis.Cause;
import cn.hotline.chassis.event.EventHandlers;
import cn.hotline.routing.contract.RoutingEvent;
import cn.hotline.routing.contract.RoutingEvent.ArbitrationOpened;
import cn.hotline.routing.contract.RoutingEvent.ClerkNamed;
import cn.hotline.routing.contract.RoutingEvent.CoReplyMade;
import cn.hotline.routing.contract.RoutingEvent.CoUnitReleased;
import cn.hotline.routing.contract.RoutingEvent.CoUnitsAdded;
import cn.hotline.routing.contract.RoutingEvent.DeadlineWarned;
import cn.hotline.routing.contract.RoutingEvent.DeadlinesRecomputed;
import cn.hotline.routing.contract.RoutingEvent.DepartmentCheckedIn;
import cn.hotline.routing.contract.RoutingEvent.DispatchRecalled;
import cn.hotline.routing.contract.RoutingEvent.DispatchRestored;
import cn.hotline.routing.contract.RoutingEvent.DispatchSetAside;
import cn.hotline.routing.contract.RoutingEvent.ExtensionDecided;
import cn.hotline.routing.contract.RoutingEvent.ExtensionRequested;
import cn.hotline.routing.contract.RoutingEvent.FirstContactMade;
import cn.hotline.routing.contract.RoutingEvent.OwnerRuled;
import cn.hotline.routing.contract.RoutingEvent.PassedDown;
import cn.hotline.routing.contract.RoutingEvent.PassedDownAcknowledged;
import cn.hotline.routing.contract.RoutingEvent.PassedDownEnded;
import cn.hotline.routing.contract.RoutingEvent.PassedDownReplied;
import cn.hotline.routing.contract.RoutingEvent.PassedDownReplyRefused;
import cn.hotline.routing.contract.RoutingEvent.ReplyDecided;
import cn.hotline.routing.contract.RoutingEvent.ReturnDecided;
import cn.hotline.routing.contract.RoutingEvent.ReturnRequested;
import cn.hotline.routing.contract.RoutingEvent.TicketAcknowledged;
import cn.hotline.routing.contract.RoutingEvent.TicketClassified;
import cn.hotline.routing.contract.RoutingEvent.TicketDispatched;
import cn.hotline.routing.contract.RoutingEvent.TicketOverdue;
import cn.hotline.routing.contract.RoutingEvent.TicketReclassified;
import cn.hotline.routing.contract.RoutingEvent.TicketReplied;
import cn.hotline.routing.contract.RoutingEvent.TicketResumed;
import cn.hotline.routing.contract.RoutingEvent.TicketSuspended;
import cn.hotline.routing.contract.RoutingEvent.UnitSucceeded;
import cn.hotline.routing.contract.RoutingEvent.WhistleBlown;
import cn.hotline.routing.notice.NoticeDesk;
import reactor.core.publisher.Mono;

/**
 * What is told to units of what this service itself has told: heard from the topic, so that nothing is lost between a
 * ticket and its notices.
 */
public final class OwnEventsIn {

    private final EventHandlers<RoutingEvent> handlers;

    public OwnEventsIn(NoticeDesk desk) {
        this.handlers = EventHandlers.of(RoutingEvent.class)
                .on(TicketDispatched.class, told -> byLine(desk.dispatched(told)))
                .on(PassedDown.class, told -> byLine(desk.passedDown(told)))
                .on(DeadlineWarned.class, told -> byLine(desk.warned(told)))
                .on(TicketOverdue.class, told -> byLine(desk.overdue(told)))
                .ignore(TicketClassified.class) // units are told of deadlines and emergencies; all else is in the inbox
                .ignore(DispatchRecalled.class)
                .ignore(TicketAcknowledged.class)
                .ignore(TicketReplied.class)
                .ignore(ReplyDecided.class)
                .ignore(FirstContactMade.class)
                .ignore(TicketReclassified.class)
                .ignore(ReturnRequested.class)
                .ignore(ReturnDecided.class)
                .ignore(ArbitrationOpened.class)
                .ignore(OwnerRuled.class)
                .ignore(ExtensionRequested.class)
                .ignore(ExtensionDecided.class)
                .ignore(TicketSuspended.class)
                .ignore(TicketResumed.class)
                .ignore(CoUnitsAdded.class)
                .ignore(CoReplyMade.class)
                .ignore(CoUnitReleased.class)
                .ignore(PassedDownAcknowledged.class)
                .ignore(PassedDownReplied.class)
                .ignore(PassedDownReplyRefused.class)
                .ignore(PassedDownEnded.class)
                .ignore(WhistleBlown.class)
                .ignore(DepartmentCheckedIn.class)
                .ignore(DispatchSetAside.class)
                .ignore(DispatchRestored.class)
                .ignore(UnitSucceeded.class)
                .ignore(ClerkNamed.class)
                .ignore(DeadlinesRecomputed.class)
                .build();
    }

    public EventHandlers<RoutingEvent> handlers() {
        return handlers;
    }

    /** A notice hears of many tickets: what it has heard is told by its lines, not by the place in one ticket's stream. */
    private static Mono<Void> byLine(Mono<Void> told) {
        return Cause.current()
                .flatMap(cause ->
                        told.contextWrite(Cause.command(cause.tenant(), cause.actor(), null, cause.traceparent())
                                .context()));
    }
}
