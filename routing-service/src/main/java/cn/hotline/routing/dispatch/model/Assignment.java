package cn.hotline.routing.dispatch.model;

import cn.hotline.routing.contract.RoutingEvent.Unit;
import cn.hotline.routing.deadline.model.Timing;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What one unit has of a ticket.
 *
 * @param timing the unit's own clock, from its own dispatch
 * @param acknowledgedAt 签收; null until then
 */
public record Assignment(Unit unit, Timing timing, @Nullable Instant acknowledgedAt) {

    static Assignment of(Unit unit, Timing timing) {
        return new Assignment(unit, timing, null);
    }

    Assignment acknowledged(Instant at) {
        return new Assignment(unit, timing, at);
    }

    Assignment again(Timing later) {
        return new Assignment(unit, later, acknowledgedAt);
    }
}
