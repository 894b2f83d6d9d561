package cn.hotline.routing.dispatch.web;

import cn.hotline.chassis.Termed;
import cn.hotline.routing.dispatch.DispatchFilter;
import cn.hotline.routing.dispatch.model.Viewer;
import java.time.Duration;
import java.time.Instant;

/** A list people work through: one tab of a page, and the same by its name for the interface and for files. */
interface TicketList extends Termed {

    /** Code by which it is asked for. */
    String name();

    /** @param silence how long nothing may happen to a ticket before it counts as silent */
    DispatchFilter of(Viewer viewer, Instant now, Duration silence);
}
