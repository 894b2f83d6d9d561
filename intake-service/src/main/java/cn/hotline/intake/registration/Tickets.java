package cn.hotline.intake.registration;

import cn.hotline.chassis.Aggregates.Opened;
import cn.hotline.chassis.Change;
import cn.hotline.chassis.Versioned;
import cn.hotline.intake.contract.IntakeEvent;
import cn.hotline.intake.registration.model.Ticket;
import cn.hotline.intake.registration.model.TicketNumber;
import java.util.function.Function;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** All tickets of the tenant in force. */
public interface Tickets {

    /** Saves a new ticket; when the number is taken, answers the ticket that is there. */
    Mono<Opened<Ticket>> open(Change<Ticket, IntakeEvent> registered);

    Mono<Versioned<Ticket>> find(TicketNumber number);

    /** Changes a ticket that still has that version. */
    Mono<Versioned<Ticket>> change(
            TicketNumber number, long version, Function<Ticket, Change<Ticket, IntakeEvent>> decision);

    Mono<Versioned<Ticket>> change(TicketNumber number, Function<Ticket, Change<Ticket, IntakeEvent>> decision);

    /** Newest first. */
    Flux<Versioned<Ticket>> list(TicketFilter filter, int skip, int limit);

    Mono<Long> count(TicketFilter filter);
}
