package cn.hotline.reporting.ledger.kafka;

import cn.hotline.chassis.event.EventFamily;
import cn.hotline.chassis.event.EventHandlers;
import cn.hotline.intake.contract.IntakeEvent;
import cn.hotline.intake.contract.IntakeEvent.CallRecorded;
import cn.hotline.intake.contract.IntakeEvent.MergeUndone;
import cn.hotline.intake.contract.IntakeEvent.TicketAnsweredDirectly;
import cn.hotline.intake.contract.IntakeEvent.TicketCorrected;
import cn.hotline.intake.contract.IntakeEvent.TicketMerged;
import cn.hotline.intake.contract.IntakeEvent.TicketRegistered;
import cn.hotline.intake.contract.IntakeEvent.TicketRejected;
import cn.hotline.intake.contract.IntakeEvent.TicketSupplemented;
import cn.hotline.intake.contract.IntakeEvent.TicketTransferredOut;
import cn.hotline.intake.contract.IntakeEvent.TicketUrged;
import cn.hotline.intake.contract.IntakeEvent.TicketWithdrawn;
import cn.hotline.reporting.ledger.TicketLedger;

/** What the ledger does about each event of intake. */
public final class IntakeEventsIn {

    public static final EventFamily<IntakeEvent> FAMILY = new EventFamily<>(
            IntakeEvent.class, IntakeEvent.TOPIC, IntakeEvent.WIRE_NAMES, IntakeEvent::number, IntakeEvent::at);

    private IntakeEventsIn() {}

    public static EventHandlers<IntakeEvent> handlers(TicketLedger ledger) {
        return EventHandlers.of(IntakeEvent.class)
                .on(CallRecorded.class, ledger::note)
                .on(TicketRegistered.class, told -> ledger.note(told.number(), row -> row.registered(told)))
                .on(TicketAnsweredDirectly.class, told -> ledger.note(told.number(), row -> row.answered(told)))
                .on(TicketRejected.class, told -> ledger.note(told.number(), row -> row.rejected(told)))
                .on(TicketTransferredOut.class, told -> ledger.note(told.number(), row -> row.transferredOut(told)))
                .on(TicketCorrected.class, told -> ledger.note(told.number(), row -> row.corrected(told)))
                .on(TicketSupplemented.class, told -> ledger.note(told.number(), row -> row.supplemented(told)))
                .on(TicketUrged.class, told -> ledger.note(told.number(), row -> row.pressedByCaller(told)))
                .on(TicketWithdrawn.class, told -> ledger.note(told.number(), row -> row.withdrawn(told)))
                .on(TicketMerged.class, told -> ledger.note(told.number(), row -> row.merged(told)))
                .on(MergeUndone.class, told -> ledger.note(told.number(), row -> row.mergeUndone(told)))
                .build();
    }
}
