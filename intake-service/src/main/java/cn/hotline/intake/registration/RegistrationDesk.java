package cn.hotline.intake.registration;

import cn.hotline.chassis.Aggregates.Opened;
import cn.hotline.chassis.Refusal.General;
import cn.hotline.chassis.Refused;
import cn.hotline.chassis.Refused.FieldError;
import cn.hotline.intake.callers.CallerTokens;
import cn.hotline.intake.registration.model.Arrival;
import cn.hotline.intake.registration.model.Caller;
import cn.hotline.intake.registration.model.Finding;
import cn.hotline.intake.registration.model.Matter;
import cn.hotline.intake.registration.model.RegistrationRefusal;
import cn.hotline.intake.registration.model.Ticket;
import cn.hotline.intake.registration.model.TicketNumber;
import java.time.Clock;
import java.util.List;
import java.util.function.UnaryOperator;
import reactor.core.publisher.Mono;

/** 受理台: what an operator may ask of tickets. */
public final class RegistrationDesk {

    private final Tickets tickets;
    private final Calls calls;
    private final Numbers numbers;
    private final Ownership ownership;
    private final CallerTokens callers;
    private final Clock clock;

    public RegistrationDesk(
            Tickets tickets, Calls calls, Numbers numbers, Ownership ownership, CallerTokens callers, Clock clock) {
        this.tickets = tickets;
        this.calls = calls;
        this.numbers = numbers;
        this.ownership = ownership;
        this.callers = callers;
        this.clock = clock;
    }

    /**
     * 登记. A message that was registered before, by its channel's own number or by the same command, is answered with
     * the ticket it already is.
     */
    public Mono<Opened<Ticket>> register(NewTicket asked) {
        return callIsKnown(asked.arrival())
                .then(Mono.zip(
                        numberFor(asked.arrival()),
                        known(asked.caller()),
                        (number, caller) -> asked.register(number, caller, clock.instant())))
                .flatMap(tickets::open);
    }

    /** 更正, on the edition the corrector saw. */
    public Mono<Ticket> correct(TicketNumber number, long edition, UnaryOperator<Matter> correction, String reason) {
        return tickets.change(
                number, ticket -> ticket.correct(edition, correction.apply(ticket.matter()), reason, clock.instant()));
    }

    /** 分类定位, told by routing. */
    public Mono<Ticket> classify(TicketNumber number, Finding found) {
        return tickets.change(number, ticket -> ticket.classify(found));
    }

    /** 办结, told by followup. */
    public Mono<Ticket> close(TicketNumber number) {
        return tickets.change(number, Ticket::close);
    }

    public Mono<Ticket> find(TicketNumber number) {
        return tickets.find(number).switchIfEmpty(Mono.error(new Refused(RegistrationRefusal.UNKNOWN_TICKET)));
    }

    private Mono<Void> callIsKnown(Arrival arrival) {
        return arrival.callId() == null
                ? Mono.empty()
                : calls.find(arrival.callId())
                        .switchIfEmpty(
                                Mono.error(new Refused(General.INVALID, List.of(new FieldError("callId", "没有这个来电记录")))))
                        .then();
    }

    /** Whatever makes this contact unique owns its number, so that coming again finds the same one. */
    private Mono<TicketNumber> numberFor(Arrival arrival) {
        return numbers.nextTicket()
                .map(TicketNumber::value)
                .flatMap(next -> arrival.externalId() == null
                        ? ownership.ofCommand(next)
                        : ownership.ofMessage(arrival.channel(), arrival.externalId(), next))
                .map(TicketNumber::new);
    }

    private Mono<Caller> known(Caller caller) {
        return caller.phone() == null
                ? Mono.just(caller)
                : callers.tokenOf(caller.phone()).map(caller::known);
    }
}
