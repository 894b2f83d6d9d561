package cn.hotline.routing.precedent;

import cn.hotline.routing.precedent.model.ClosedTicket;
import reactor.core.publisher.Flux;

/** Closed tickets of the tenant in force that are not confidential. */
public interface ClosedTickets {

    /** The newest first. */
    Flux<ClosedTicket> newest();
}
