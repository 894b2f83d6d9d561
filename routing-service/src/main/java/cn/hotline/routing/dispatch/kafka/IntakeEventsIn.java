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
                .ignore(TicketAnsweredDirectly.class) // told instead of TicketRegistered: nothing to route
                .ignore(TicketRejected.class) // likewise
                .ignore(TicketTransferredOut.class) // likewise
                .ignore(CallRecorded.class) // its tickets tell of themselves
                .ignore(TicketSupplemented.class) // changes nothing about who has to answer yet
                .ignore(TicketUrged.class) // likewise
                .ignore(TicketWithdrawn.class) // likewise
                .ignore(TicketMerged.class) // likewise
                .ignore(MergeUndone.class) // likewise
                .build();
    }

    public EventHandlers<IntakeEvent> handlers() {
        return handlers;
    }
}
