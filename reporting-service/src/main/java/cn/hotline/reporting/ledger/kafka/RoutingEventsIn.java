package cn.hotline.reporting.ledger.kafka;

import cn.hotline.chassis.event.EventFamily;
import cn.hotline.chassis.event.EventHandlers;
import cn.hotline.reporting.ledger.TicketLedger;
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

/** What the ledger does about each event of routing. */
public final class RoutingEventsIn {

    public static final EventFamily<RoutingEvent> FAMILY = new EventFamily<>(
            RoutingEvent.class, RoutingEvent.TOPIC, RoutingEvent.WIRE_NAMES, RoutingEvent::number, RoutingEvent::at);

    private RoutingEventsIn() {}

    public static EventHandlers<RoutingEvent> handlers(TicketLedger ledger) {
        return EventHandlers.of(RoutingEvent.class)
                .on(TicketClassified.class, told -> ledger.note(told.number(), row -> row.classified(told)))
                .on(TicketDispatched.class, told -> ledger.note(told.number(), row -> row.dispatched(told)))
                .on(DispatchRecalled.class, told -> ledger.note(told.number(), row -> row.recalled(told)))
                .on(TicketAcknowledged.class, told -> ledger.note(told.number(), row -> row.acknowledged(told)))
                .on(FirstContactMade.class, told -> ledger.note(told.number(), row -> row.contacted(told)))
                .on(TicketReclassified.class, told -> ledger.note(told.number(), row -> row.reclassified(told)))
                .on(ReturnRequested.class, told -> ledger.note(told.number(), row -> row.returnRequested(told)))
                .on(ReturnDecided.class, told -> ledger.note(told.number(), row -> row.returnDecided(told)))
                .on(ArbitrationOpened.class, told -> ledger.note(told.number(), row -> row.disputed(told)))
                .on(OwnerRuled.class, told -> ledger.note(told.number(), row -> row.ruled(told)))
                .on(ExtensionRequested.class, told -> ledger.note(told.number(), row -> row.extensionRequested(told)))
                .on(ExtensionDecided.class, told -> ledger.note(told.number(), row -> row.extensionDecided(told)))
                .on(TicketSuspended.class, told -> ledger.note(told.number(), row -> row.suspended(told)))
                .on(TicketResumed.class, told -> ledger.note(told.number(), row -> row.resumed(told)))
                .on(CoUnitsAdded.class, told -> ledger.note(told.number(), row -> row.joined(told)))
                .on(CoReplyMade.class, told -> ledger.note(told.number(), row -> row.coReplied(told)))
                .on(CoUnitReleased.class, told -> ledger.note(told.number(), row -> row.released(told)))
                .on(PassedDown.class, told -> ledger.note(told.number(), row -> row.passedDown(told)))
                .on(PassedDownEnded.class, told -> ledger.note(told.number(), row -> row.passedDownEnded(told)))
                .ignore(PassedDownAcknowledged.class) // no figure counts what happens below the lead
                .ignore(PassedDownReplied.class) // likewise
                .ignore(PassedDownReplyRefused.class) // likewise
                .on(WhistleBlown.class, told -> ledger.note(told.number(), row -> row.whistled(told)))
                .on(DepartmentCheckedIn.class, told -> ledger.note(told.number(), row -> row.checkedIn(told)))
                .on(UnitSucceeded.class, told -> ledger.note(told.number(), row -> row.succeeded(told)))
                .ignore(ClerkNamed.class) // the ledger knows units, not people
                .ignore(DispatchSetAside.class) // intake tells of withdrawals and merges
                .ignore(DispatchRestored.class) // likewise
                .ignore(DeadlineWarned.class) // no figure counts warnings
                .on(DeadlinesRecomputed.class, told -> ledger.note(told.number(), row -> row.recounted(told)))
                .on(TicketOverdue.class, told -> ledger.note(told.number(), row -> row.overdue(told)))
                .on(TicketReplied.class, told -> ledger.note(told.number(), row -> row.replied(told)))
                .on(ReplyDecided.class, told -> ledger.note(told.number(), row -> row.replyDecided(told)))
                .build();
    }
}
