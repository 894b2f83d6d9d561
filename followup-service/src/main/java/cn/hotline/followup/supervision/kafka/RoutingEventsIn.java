package cn.hotline.followup.supervision.kafka;

import cn.hotline.chassis.event.EventHandlers;
import cn.hotline.followup.supervision.SupervisionDesk;
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

/** What supervision hears from routing: who has to answer, whether they are late, and whether the answer will do. */
public final class RoutingEventsIn {

    private RoutingEventsIn() {}

    public static EventHandlers<RoutingEvent> handlers(SupervisionDesk desk) {
        return EventHandlers.of(RoutingEvent.class)
                .on(TicketDispatched.class, desk::dispatched)
                .on(DispatchRecalled.class, desk::recalled)
                .on(UnitSucceeded.class, desk::succeeded)
                .on(TicketOverdue.class, desk::overdue)
                .on(ExtensionDecided.class, desk::extended)
                .on(TicketSuspended.class, desk::suspended)
                .on(TicketReplied.class, desk::replied)
                .on(ReplyDecided.class, desk::decided)
                .on(DispatchSetAside.class, desk::setAside)
                .on(DispatchRestored.class, desk::restored)
                .ignore(TicketClassified.class) // who has to answer is told by the dispatch
                .ignore(TicketReclassified.class) // likewise
                .ignore(OwnerRuled.class) // likewise
                .ignore(ClerkNamed.class) // the unit is pressed, whoever of it
                .ignore(ReturnRequested.class) // no clock stops, so no pressing does
                .ignore(ReturnDecided.class) // likewise
                .ignore(ArbitrationOpened.class) // likewise
                .ignore(ExtensionRequested.class) // likewise
                .ignore(TicketAcknowledged.class) // begun is not answered
                .ignore(FirstContactMade.class) // likewise
                .ignore(TicketResumed.class) // what is late then is told anew
                .ignore(DeadlinesRecomputed.class) // likewise
                .ignore(DeadlineWarned.class) // routing tells the unit of it
                .ignore(CoUnitsAdded.class) // the lead is pressed for all
                .ignore(CoUnitReleased.class) // likewise
                .ignore(CoReplyMade.class) // likewise
                .ignore(PassedDown.class) // likewise
                .ignore(PassedDownAcknowledged.class) // likewise
                .ignore(PassedDownReplied.class) // likewise
                .ignore(PassedDownReplyRefused.class) // likewise
                .ignore(PassedDownEnded.class) // likewise
                .ignore(WhistleBlown.class) // likewise
                .ignore(DepartmentCheckedIn.class) // likewise
                .build();
    }
}
