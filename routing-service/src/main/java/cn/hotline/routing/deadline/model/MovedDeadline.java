package cn.hotline.routing.deadline.model;

import cn.hotline.routing.contract.RoutingEvent.Unit;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A deadline of an open ticket that another calendar would move.
 *
 * @param unit who leads; null while it waits for a dispatcher
 * @param own whether it is the unit's own deadline, not the ticket's
 */
public record MovedDeadline(
        String number, @Nullable Unit unit, LimitKind kind, boolean own, Instant from, Instant to) {}
