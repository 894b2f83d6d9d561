package cn.hotline.followup.revisit.kafka;

import cn.hotline.chassis.event.EventFamily;
import cn.hotline.chassis.event.EventHandlers;
import cn.hotline.followup.revisit.RevisitDesk;
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

/** What a revisit hears from intake: what was asked. */
public final class IntakeEventsIn {

    public static final EventFamily<IntakeEvent> FAMILY = new EventFamily<>(
            IntakeEvent.class, IntakeEvent.TOPIC, IntakeEvent.WIRE_NAMES, IntakeEvent::number, IntakeEvent::at);

    private IntakeEventsIn() {}

    public static EventHandlers<IntakeEvent> handlers(RevisitDesk desk) {
        return EventHandlers.of(IntakeEvent.class)
                .on(TicketRegistered.class, desk::registered)
                .on(TicketCorrected.class, desk::corrected)
                .on(TicketMerged.class, desk::merged)
                .on(MergeUndone.class, desk::mergeUndone)
                .on(TicketWithdrawn.class, desk::withdrawn)
                .ignore(CallRecorded.class) // a call is not a ticket
                .ignore(TicketAnsweredDirectly.class) // answered at the desk: nobody else to ask about
                .ignore(TicketRejected.class) // not handled by any unit
                .ignore(TicketTransferredOut.class) // handled by another line
                .ignore(TicketSupplemented.class) // the caller is asked about the matter as registered
                .ignore(TicketUrged.class) // likewise
                .build();
    }
}
