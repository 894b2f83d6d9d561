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
 * @param contact 首次联系 with the caller; null until then
 */
public record Assignment(
        Unit unit,
        Timing timing,
        @Nullable Instant acknowledgedAt,
        @Nullable Contact contact) {

    static Assignment of(Unit unit, Timing timing) {
        return new Assignment(unit, timing, null, null);
    }

    Assignment acknowledged(Instant at) {
        return new Assignment(unit, timing, at, contact);
    }

    Assignment contacted(Contact made) {
        return new Assignment(unit, timing, acknowledgedAt, made);
    }

    /** Handled again: whom it spoke with before does not count any more. */
    Assignment again(Timing later) {
        return new Assignment(unit, later, acknowledgedAt, null);
    }
}
