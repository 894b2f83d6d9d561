package cn.hotline.intake.registration;

import cn.hotline.intake.callers.KnownCaller;
import cn.hotline.intake.registration.model.Attached;
import cn.hotline.intake.registration.model.TicketNumber;
import java.util.List;
import reactor.core.publisher.Mono;

/** Files that were sent before the ticket they belong to. */
@FunctionalInterface
public interface Uploads {

    /**
     * Gives files to a ticket that is about to be registered; from then on the key of its caller seals them. Giving them
     * to the same ticket again changes nothing.
     *
     * @param ids without doubles
     * @return as they are called by whoever sent them, in this order; refused when one is not there, is somebody else's
     *     or belongs to another ticket
     */
    Mono<List<Attached>> give(List<String> ids, TicketNumber ticket, KnownCaller keeper);
}
