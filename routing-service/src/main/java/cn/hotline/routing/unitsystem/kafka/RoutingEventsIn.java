package cn.hotline.routing.unitsystem.kafka;

import cn.hotline.chassis.event.EventHandlers;
import cn.hotline.routing.contract.RoutingEvent;
import cn.hotline.routing.unitsystem.LetterDesk;

/**
 * What is told of tickets, for units' systems. The one table without a row for each event: whatever happened, the ticket
 * is looked at as it is now, so an event that is new tomorrow is heard as well.
 */
public final class RoutingEventsIn {

    private RoutingEventsIn() {}

    public static EventHandlers<RoutingEvent> handlers(LetterDesk desk) {
        EventHandlers.Builder<RoutingEvent> table = EventHandlers.of(RoutingEvent.class);
        for (Class<?> event : RoutingEvent.class.getPermittedSubclasses()) {
            table.on(event.asSubclass(RoutingEvent.class), told -> desk.changed(told.number()));
        }
        return table.build();
    }
}
