package cn.hotline.routing.dispatch.web;

import cn.hotline.chassis.Termed;
import cn.hotline.routing.dispatch.DispatchFilter;
import cn.hotline.routing.dispatch.model.Viewer;
import java.time.Duration;
import java.time.Instant;
import java.util.Set;

/** A list people work through: one tab of a page, and the same by its name for the interface and for files. */
interface TicketList extends Termed {

    /** Code by which it is asked for. */
    String name();

    DispatchFilter of(Viewer viewer, Instant now, Terms terms);

    /**
     * What lists go by beside the ticket.
     *
     * @param silence how long nothing may happen to a ticket before it counts as silent
     * @param gone codes of units that are no more and that nobody took over from
     */
    record Terms(Duration silence, Set<String> gone) {}
}
