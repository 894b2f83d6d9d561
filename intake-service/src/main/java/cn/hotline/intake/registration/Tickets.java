package cn.hotline.intake.registration;

import cn.hotline.chassis.Aggregates.Opened;
import cn.hotline.chassis.Change;
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

    Mono<Ticket> find(TicketNumber number);

    Mono<Ticket> change(TicketNumber number, Function<Ticket, Change<Ticket, IntakeEvent>> decision);

    /** The tickets that match, in order; tickets that came at the same moment, by number. */
    Flux<Ticket> list(TicketFilter filter, TicketOrder order, int skip, int limit);

    /** How many match. */
    Mono<Long> count(TicketFilter filter);
}
