package cn.hotline.followup.revisit;

import cn.hotline.followup.revisit.model.Matter;
import cn.hotline.followup.revisit.model.TicketNumber;
import java.util.Collection;
import java.util.Map;
import java.util.function.UnaryOperator;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** What was asked, for every forwarded ticket: a read model fed by intake's events. */
public interface Matters {

    /** Keeps a new one, in one write; keeping it twice keeps it once. */
    Mono<Void> keep(Matter matter);

    /** Changes one that is kept; nothing when it is not (the ticket was never forwarded). */
    Mono<Void> change(TicketNumber ticket, UnaryOperator<Matter> correction);

    /** All tickets that are merged into one. */
    Flux<TicketNumber> followers(TicketNumber master);

    /** Those of these tickets that have arrived. */
    Mono<Map<TicketNumber, Matter>> of(Collection<TicketNumber> tickets);
}
