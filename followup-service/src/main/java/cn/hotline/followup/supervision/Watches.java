package cn.hotline.followup.supervision;

import cn.hotline.chassis.Aggregates.Versioned;
import cn.hotline.chassis.Change;
import cn.hotline.chassis.web.Page;
import cn.hotline.followup.contract.FollowupEvent;
import cn.hotline.followup.revisit.model.TicketNumber;
import cn.hotline.followup.supervision.model.Watch;
import java.time.Instant;
import java.util.function.Function;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** All watches of the tenant in force, by ticket. */
public interface Watches {

    /** Empty when nothing is known of the ticket. */
    Mono<Versioned<Watch>> find(TicketNumber ticket);

    /** @throws cn.hotline.chassis.Refused as absent, for a command; an event finds nothing to do */
    Mono<Versioned<Watch>> change(TicketNumber ticket, Function<Watch, Change<Watch, FollowupEvent>> decision);

    /** Like {@link #change}, beginning with {@link Watch#of} when nothing is known of the ticket yet. */
    Mono<Versioned<Watch>> changeOrOpen(TicketNumber ticket, Function<Watch, Change<Watch, FollowupEvent>> decision);

    /** Those a list shows: what is open by when the answer is due, all else with the latest first. */
    Mono<Page<Versioned<Watch>>> list(WatchFilter filter, Page.Asked asked);

    /** How many match. */
    Mono<Long> count(WatchFilter filter);

    /** Tickets for which time alone changes something, the longest due first. */
    Flux<TicketNumber> due(Instant now, int limit);
}
