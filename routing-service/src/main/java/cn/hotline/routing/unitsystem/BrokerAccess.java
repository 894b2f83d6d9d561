package cn.hotline.routing.unitsystem;

import cn.hotline.routing.unitsystem.model.Line;
import reactor.core.publisher.Mono;

/**
 * Who may do what on the broker. Everything may be done again; an error {@link cn.hotline.chassis.Refused} where the
 * broker cannot be reached or guards nothing.
 */
public interface BrokerAccess {

    /** Makes topics and rights of a line that are not there, and lets its user in with that password only. */
    Mono<Void> open(Line line, String password);

    /** Makes topics and rights of an open line that are not there. */
    Mono<Void> keep(Line line);

    /** Takes rights and password away. The topics stay until what is in them has run out. */
    Mono<Void> close(Line line);
}
