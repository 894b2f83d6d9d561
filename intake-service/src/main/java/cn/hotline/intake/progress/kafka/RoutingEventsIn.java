package cn.hotline.intake.progress.kafka;

import cn.hotline.chassis.event.EventFamily;
import cn.hotline.chassis.event.EventHandlers;
import cn.hotline.intake.progress.ProgressDesk;
import cn.hotline.intake.progress.model.Progress.Located;
import cn.hotline.intake.progress.model.Stage;
import cn.hotline.routing.contract.RoutingEvent;
import cn.hotline.routing.contract.RoutingEvent.ReplyDecided;
import cn.hotline.routing.contract.RoutingEvent.TicketAcknowledged;
import cn.hotline.routing.contract.RoutingEvent.TicketClassified;
import cn.hotline.routing.contract.RoutingEvent.TicketDispatched;
import cn.hotline.routing.contract.RoutingEvent.TicketReplied;
import org.reactivestreams.Publisher;
import reactor.core.publisher.Mono;

/** What intake does about routing's events. */
public final class RoutingEventsIn {

    public static final EventFamily<RoutingEvent> FAMILY = new EventFamily<>(
            RoutingEvent.class, RoutingEvent.TOPIC, RoutingEvent.WIRE_NAMES, RoutingEvent::number, RoutingEvent::at);

    private final ProgressDesk desk;

    public RoutingEventsIn(ProgressDesk desk) {
        this.desk = desk;
    }

    public EventHandlers<RoutingEvent> handlers() {
        return EventHandlers.of(RoutingEvent.class)
                .on(TicketClassified.class, this::locate)
                .on(TicketDispatched.class, this::dispatched)
                .on(TicketAcknowledged.class, e -> desk.note(e.number(), e.at(), Stage.IN_PROGRESS))
                .on(TicketReplied.class, e -> desk.note(e.number(), e.at(), Stage.REPLIED))
                .ignore(ReplyDecided.class) // an accepted reply shows as the revisit, a refused one as handling
                .build();
    }

    private Publisher<?> locate(TicketClassified event) {
        RoutingEvent.Place place = event.place();
        return place == null
                ? Mono.empty()
                : desk.locate(event.number(), new Located(place.county(), place.street(), place.community()));
    }

    private Publisher<?> dispatched(TicketDispatched event) {
        return desk.note(
                event.number(),
                event.at(),
                Stage.DISPATCHED,
                event.unit().name(),
                event.deadlines().finishBy());
    }
}
