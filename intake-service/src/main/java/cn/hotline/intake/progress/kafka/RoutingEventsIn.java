package cn.hotline.intake.progress.kafka;

import cn.hotline.chassis.event.EventFamily;
import cn.hotline.chassis.event.EventHandlers;
import cn.hotline.intake.progress.ProgressDesk;
import cn.hotline.intake.progress.model.Stage;
import cn.hotline.intake.registration.RegistrationDesk;
import cn.hotline.intake.registration.SequelDesk;
import cn.hotline.intake.registration.model.Finding;
import cn.hotline.intake.registration.model.TicketNumber;
import cn.hotline.intake.registration.model.Urgency;
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
import cn.hotline.routing.contract.RoutingEvent.Place;
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
import cn.hotline.routing.contract.RoutingEvent.Unit;
import cn.hotline.routing.contract.RoutingEvent.UnitSucceeded;
import cn.hotline.routing.contract.RoutingEvent.WhistleBlown;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.reactivestreams.Publisher;
import reactor.core.publisher.Mono;

/** What intake does about routing's events. */
public final class RoutingEventsIn {

    public static final EventFamily<RoutingEvent> FAMILY = new EventFamily<>(
            RoutingEvent.class, RoutingEvent.TOPIC, RoutingEvent.WIRE_NAMES, RoutingEvent::number, RoutingEvent::at);

    private final ProgressDesk progress;
    private final RegistrationDesk registration;
    private final SequelDesk sequel;

    public RoutingEventsIn(ProgressDesk progress, RegistrationDesk registration, SequelDesk sequel) {
        this.progress = progress;
        this.registration = registration;
        this.sequel = sequel;
    }

    public EventHandlers<RoutingEvent> handlers() {
        return EventHandlers.of(RoutingEvent.class)
                .on(TicketClassified.class, this::classified)
                .on(TicketDispatched.class, this::dispatched)
                .on(DispatchRecalled.class, e -> progress.recalled(e.number(), e.at(), codes(e.left()), e.waiting()))
                .on(TicketAcknowledged.class, e -> progress.note(e.number(), e.at(), Stage.IN_PROGRESS))
                .on(ReturnRequested.class, this::objected)
                .on(ReturnDecided.class, this::decided)
                .on(
                        OwnerRuled.class,
                        e -> progress.settled(e.number(), e.at(), e.unit().code()))
                .ignore(ArbitrationOpened.class) // the caller knows already that it is disputed
                .ignore(FirstContactMade.class) // the caller was there
                .ignore(TicketReclassified.class) // ticket-classified tells the class
                .ignore(ExtensionRequested.class) // nothing is promised yet
                .on(ExtensionDecided.class, e -> progress.promised(e.number(), e.at(), e.finishBy()))
                .on(TicketSuspended.class, e -> progress.note(e.number(), e.at(), Stage.SUSPENDED))
                .on(TicketResumed.class, e -> progress.resumed(e.number(), e.at(), e.finishBy()))
                .on(DeadlinesRecomputed.class, e -> progress.promised(e.number(), e.at(), e.finishBy()))
                .on(CoUnitsAdded.class, e -> progress.joined(e.number(), e.at(), codes(e.holders())))
                .ignore(CoReplyMade.class) // the lead answers for all
                .on(CoUnitReleased.class, e -> progress.joined(e.number(), e.at(), codes(e.holders())))
                .on(WhistleBlown.class, e -> progress.joined(e.number(), e.at(), codes(e.holders())))
                .ignore(DepartmentCheckedIn.class) // between the units
                .on(PassedDown.class, e -> progress.joined(e.number(), e.at(), codes(e.holders())))
                .on(PassedDownEnded.class, this::ended)
                .ignore(PassedDownAcknowledged.class) // the unit above stays accountable
                .on(PassedDownReplied.class, e -> shown(e.number(), e.attachments(), e.by()))
                .ignore(PassedDownReplyRefused.class) // the unit above stays accountable
                .on(ClerkNamed.class, e -> progress.named(e.number(), e.unit().code(), e.clerk()))
                .on(UnitSucceeded.class, this::succeeded)
                .ignore(DispatchSetAside.class) // our own withdrawal or merge
                .ignore(DispatchRestored.class) // likewise
                .ignore(DeadlineWarned.class) // between the unit and the hotline
                .ignore(TicketOverdue.class) // likewise
                .on(TicketReplied.class, this::replied)
                .on(ReplyDecided.class, e -> progress.note(e.number(), e.at(), afterReview(e)))
                .build();
    }

    private Publisher<?> replied(TicketReplied event) {
        return progress.note(event.number(), event.at(), Stage.REPLIED)
                .then(shown(event.number(), event.attachments(), event.by()));
    }

    private Publisher<?> objected(ReturnRequested event) {
        return progress.note(event.number(), event.at(), Stage.DISPUTED)
                .then(shown(event.number(), event.attachments(), event.by()));
    }

    private Publisher<?> ended(PassedDownEnded event) {
        return progress.joined(event.number(), event.at(), codes(event.holders()))
                .then(shown(event.number(), event.attachments(), event.by()));
    }

    private Mono<?> shown(String number, @Nullable List<String> attachments, @Nullable String by) {
        return attachments == null || by == null
                ? Mono.empty()
                : sequel.show(new TicketNumber(number), attachments, by);
    }

    private Publisher<?> classified(TicketClassified event) {
        Urgency urgency = event.urgency() == null ? null : Urgency.valueOf(event.urgency());
        return registration.classify(
                new TicketNumber(event.number()), new Finding(event.category(), urgency, divisionOf(event.place())));
    }

    /** Approved, a dispatch or a recall tells who has it now. */
    private Publisher<?> decided(ReturnDecided event) {
        return event.approved()
                ? Mono.empty()
                : progress.settled(event.number(), event.at(), event.unit().code());
    }

    private static Stage afterReview(ReplyDecided event) {
        return event.accepted() ? Stage.REVISITING : Stage.IN_PROGRESS;
    }

    private static @Nullable String divisionOf(@Nullable Place place) {
        return place == null
                ? null
                : Stream.of(place.communityCode(), place.streetCode(), place.countyCode())
                        .filter(Objects::nonNull)
                        .findFirst()
                        .orElse(null);
    }

    private Publisher<?> dispatched(TicketDispatched event) {
        return progress.dispatched(
                event.number(),
                event.at(),
                event.unit().name(),
                codes(Stream.concat(Stream.of(event.unit()), event.coUnits().stream())
                        .toList()),
                event.deadlines().finishBy());
    }

    /** Whom the caller is told of is the lead. */
    private Publisher<?> succeeded(UnitSucceeded event) {
        return progress.succeeded(event.number(), event.at(), event.lead().name(), codes(event.holders()));
    }

    private static List<String> codes(List<Unit> units) {
        return units.stream().map(Unit::code).toList();
    }
}
