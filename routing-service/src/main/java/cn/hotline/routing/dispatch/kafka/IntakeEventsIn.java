package cn.hotline.routing.dispatch.kafka;

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
import cn.hotline.routing.dispatch.DispatchDesk;

/** What dispatching does about what intake tells. */
public final class IntakeEventsIn {

    public static final EventFamily<IntakeEvent> FAMILY = new EventFamily<>(
            IntakeEvent.class, IntakeEvent.TOPIC, IntakeEvent.WIRE_NAMES, IntakeEvent::number, IntakeEvent::at);

    private final EventHandlers<IntakeEvent> handlers;

    public IntakeEventsIn(DispatchDesk desk) {
        this.handlers = EventHandlers.of(IntakeEvent.class)
                .on(TicketRegistered.class, desk::open)
                .on(TicketCorrected.class, desk::correct)
                .on(TicketSupplemented.class, desk::supplement)
                .on(TicketUrged.class, desk::urge)
                .on(TicketWithdrawn.class, desk::withdraw)
                .on(TicketMerged.class, desk::merge)
                .on(MergeUndone.class, desk::undoMerge)
                .ignore(TicketAnsweredDirectly.class) // told instead of TicketRegistered: nothing to route
                .ignore(TicketRejected.class) // likewise
                .ignore(TicketTransferredOut.class) // likewise
                .ignore(CallRecorded.class) // its tickets tell of themselves
                .build();
    }

    public EventHandlers<IntakeEvent> handlers() {
        return handlers;
    }
}
