package cn.hotline.followup.revisit;

import cn.hotline.chassis.Aggregates.Versioned;
import cn.hotline.chassis.Change;
import cn.hotline.chassis.web.Page;
import cn.hotline.followup.contract.FollowupEvent;
import cn.hotline.followup.exclusion.model.ExclusionStatus;
import cn.hotline.followup.revisit.model.Revisit;
import cn.hotline.followup.revisit.model.RevisitStatus;
import cn.hotline.followup.revisit.model.TicketNumber;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

/** All revisits, by ticket. */
public interface Revisits {

    /** Empty when nothing is known of the ticket. */
    Mono<Versioned<Revisit>> find(TicketNumber ticket);

    /** @throws cn.hotline.chassis.Refused as absent, for a command; an event finds nothing to do */
    Mono<Versioned<Revisit>> change(TicketNumber ticket, Function<Revisit, Change<Revisit, FollowupEvent>> decision);

    /** Like {@link #change}, beginning with {@link Revisit#of} when nothing is known of the ticket yet. */
    Mono<Versioned<Revisit>> changeOrOpen(
            TicketNumber ticket, Function<Revisit, Change<Revisit, FollowupEvent>> decision);

    /**
     * Those in a status: what is scheduled in the order of calling, what is over with the latest first.
     *
     * @param status null for all, by descending ticket number
     */
    Mono<Page<Versioned<Revisit>>> list(@Nullable RevisitStatus status, Page.Asked asked);

    /** How many there are in a status. */
    Mono<Long> count(RevisitStatus status);

    /** Those whose present handling has an exclusion in a status: what somebody has to decide by age, others latest first. */
    Mono<Page<Versioned<Revisit>>> list(ExclusionStatus status, Page.Asked asked);

    /** How many those are. */
    Mono<Long> count(ExclusionStatus status);
}
