package cn.hotline.followup.revisit.kafka;

import cn.hotline.chassis.event.EventFamily;
import cn.hotline.chassis.event.EventHandlers;
import cn.hotline.followup.revisit.RevisitDesk;
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

/** What a revisit hears from routing: what was answered, and whether that is good enough to ask about. */
public final class RoutingEventsIn {

    public static final EventFamily<RoutingEvent> FAMILY = new EventFamily<>(
            RoutingEvent.class, RoutingEvent.TOPIC, RoutingEvent.WIRE_NAMES, RoutingEvent::number, RoutingEvent::at);

    private RoutingEventsIn() {}

    public static EventHandlers<RoutingEvent> handlers(RevisitDesk desk) {
        return EventHandlers.of(RoutingEvent.class)
                .on(TicketReplied.class, desk::replied)
                .on(ReplyDecided.class, desk::decided)
                .ignore(TicketClassified.class) // the caller is asked about the handling, not about the class
                .ignore(TicketDispatched.class) // the reply names the unit that answered
                .ignore(DispatchRecalled.class) // likewise
                .ignore(FirstContactMade.class) // the reply says whether the caller was spoken with
                .ignore(TicketReclassified.class) // the caller is asked about the handling, not about the class
                .ignore(ReturnRequested.class) // who answers in the end is asked about
                .ignore(ReturnDecided.class) // likewise
                .ignore(ArbitrationOpened.class) // likewise
                .ignore(OwnerRuled.class) // likewise
                .ignore(ExtensionRequested.class) // nothing to ask about yet
                .ignore(ExtensionDecided.class) // likewise
                .ignore(TicketSuspended.class) // likewise
                .ignore(TicketResumed.class) // likewise
                .ignore(CoUnitsAdded.class) // the lead answers for all
                .ignore(CoReplyMade.class) // likewise
                .ignore(CoUnitReleased.class) // likewise
                .ignore(WhistleBlown.class) // likewise
                .ignore(DepartmentCheckedIn.class) // likewise
                .ignore(PassedDown.class) // likewise
                .ignore(PassedDownAcknowledged.class) // likewise
                .ignore(PassedDownReplied.class) // likewise
                .ignore(PassedDownReplyRefused.class) // likewise
                .ignore(PassedDownEnded.class) // likewise
                .ignore(ClerkNamed.class) // between a unit and its people
                .ignore(UnitSucceeded.class) // the reply names the unit that answered
                .ignore(DispatchSetAside.class) // intake tells of withdrawals and merges
                .ignore(DispatchRestored.class) // likewise
                .ignore(DeadlineWarned.class) // the caller is asked when it is answered
                .ignore(TicketOverdue.class) // likewise
                .ignore(DeadlinesRecomputed.class) // likewise
                .ignore(TicketAcknowledged.class) // nothing to ask about yet
                .build();
    }
}
