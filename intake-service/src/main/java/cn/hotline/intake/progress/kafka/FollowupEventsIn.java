package cn.hotline.intake.progress.kafka;

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
import cn.hotline.intake.progress.ProgressDesk;
import cn.hotline.intake.progress.model.Stage;
import cn.hotline.intake.registration.RegistrationDesk;
import cn.hotline.intake.registration.model.TicketNumber;
import org.reactivestreams.Publisher;

/** What intake does about followup's events. */
public final class FollowupEventsIn {

    public static final EventFamily<FollowupEvent> FAMILY = new EventFamily<>(
            FollowupEvent.class,
            FollowupEvent.TOPIC,
            FollowupEvent.WIRE_NAMES,
            FollowupEvent::number,
            FollowupEvent::at);

    private final ProgressDesk progress;
    private final RegistrationDesk registration;

    public FollowupEventsIn(ProgressDesk progress, RegistrationDesk registration) {
        this.progress = progress;
        this.registration = registration;
    }

    public EventHandlers<FollowupEvent> handlers() {
        return EventHandlers.of(FollowupEvent.class)
                .on(RevisitAttempted.class, e -> progress.note(e.number(), e.at(), Stage.REVISITING))
                .ignore(RevisitRecorded.class) // told together with closed or reopened, which say what it means
                .on(TicketReopened.class, this::reopened)
                .on(TicketClosed.class, this::closed)
                .on(TicketExcluded.class, this::excluded)
                .on(ExclusionRevoked.class, this::revoked)
                .ignore(UrgeIssued.class) // between the hotline and the unit, not a stage the caller sees
                .ignore(SupervisionIssued.class) // likewise
                .ignore(SupervisionAnswered.class) // likewise
                .ignore(SupervisionLifted.class) // likewise
                .ignore(TicketEscalated.class) // likewise
                .build();
    }

    private Publisher<?> reopened(TicketReopened event) {
        return progress.note(event.number(), event.at(), Stage.SECOND_HANDLING)
                .then(registration.reopen(new TicketNumber(event.number()), event.at()));
    }

    private Publisher<?> closed(TicketClosed event) {
        return progress.note(event.number(), event.at(), Stage.CLOSED)
                .then(registration.close(new TicketNumber(event.number())));
    }

    private Publisher<?> excluded(TicketExcluded event) {
        return progress.excluded(event.number(), event.at(), event.appealUntil())
                .then(registration.close(new TicketNumber(event.number())));
    }

    private Publisher<?> revoked(ExclusionRevoked event) {
        return progress.note(event.number(), event.at(), Stage.REVISITING)
                .then(registration.resume(new TicketNumber(event.number())));
    }
}
