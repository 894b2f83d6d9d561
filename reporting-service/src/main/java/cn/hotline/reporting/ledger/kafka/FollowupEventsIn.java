package cn.hotline.reporting.ledger.kafka;

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
import cn.hotline.reporting.ledger.TicketLedger;

/** What the ledger does about each event of followup. */
public final class FollowupEventsIn {

    public static final EventFamily<FollowupEvent> FAMILY = new EventFamily<>(
            FollowupEvent.class,
            FollowupEvent.TOPIC,
            FollowupEvent.WIRE_NAMES,
            FollowupEvent::number,
            FollowupEvent::at);

    private FollowupEventsIn() {}

    public static EventHandlers<FollowupEvent> handlers(TicketLedger ledger) {
        return EventHandlers.of(FollowupEvent.class)
                .on(RevisitAttempted.class, told -> ledger.note(told.number(), row -> row.attempted(told)))
                .on(RevisitRecorded.class, told -> ledger.note(told.number(), row -> row.revisited(told)))
                .on(TicketReopened.class, told -> ledger.note(told.number(), row -> row.reopened(told)))
                .on(TicketClosed.class, told -> ledger.note(told.number(), row -> row.closed(told)))
                .on(TicketExcluded.class, told -> ledger.note(told.number(), row -> row.excluded(told)))
                .on(ExclusionRevoked.class, told -> ledger.note(told.number(), row -> row.countedAgain(told)))
                .on(UrgeIssued.class, told -> ledger.note(told.number(), row -> row.urged(told)))
                .on(SupervisionIssued.class, told -> ledger.note(told.number(), row -> row.supervised(told)))
                .on(SupervisionAnswered.class, told -> ledger.note(told.number(), row -> row.supervisionAnswered(told)))
                .on(SupervisionLifted.class, told -> ledger.note(told.number(), row -> row.supervisionLifted(told)))
                .on(TicketEscalated.class, told -> ledger.note(told.number(), row -> row.escalated(told)))
                .build();
    }
}
