package cn.hotline.intake.registration;

import cn.hotline.chassis.Aggregates.Opened;
import cn.hotline.chassis.Cause;
import cn.hotline.chassis.Refused;
import cn.hotline.chassis.Versioned;
import cn.hotline.intake.callers.CallerTokens;
import cn.hotline.intake.registration.model.Matter;
import cn.hotline.intake.registration.model.RegistrationRefusal;
import cn.hotline.intake.registration.model.Ticket;
import cn.hotline.intake.registration.model.TicketNumber;
import java.time.Clock;
import java.util.Optional;
import java.util.function.UnaryOperator;
import reactor.core.publisher.Mono;

/** 受理台: what an operator may ask of tickets. */
public final class RegistrationDesk {

    private final Tickets tickets;
    private final Numbers numbers;
    private final Ownership ownership;
    private final CallerTokens callers;
    private final Clock clock;

    public RegistrationDesk(Tickets tickets, Numbers numbers, Ownership ownership, CallerTokens callers, Clock clock) {
        this.tickets = tickets;
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
        return Mono.zip(numberFor(asked), tokenFor(asked))
                .flatMap(got ->
                        tickets.open(asked.register(got.getT1(), got.getT2().orElse(null), clock.instant())));
    }

    /** 更正, on the version the operator saw. */
    public Mono<Versioned<Ticket>> correct(
            TicketNumber number, long version, UnaryOperator<Matter> correction, String reason) {
        return tickets.change(
                number, version, ticket -> ticket.correct(correction.apply(ticket.matter()), reason, clock.instant()));
    }

    /** 办结, told by followup. */
    public Mono<Versioned<Ticket>> close(TicketNumber number) {
        return tickets.change(number, Ticket::close);
    }

    public Mono<Versioned<Ticket>> find(TicketNumber number) {
        return tickets.find(number).switchIfEmpty(Mono.error(new Refused(RegistrationRefusal.UNKNOWN_TICKET)));
    }

    /** Whatever makes this contact unique owns its number, so that coming again finds the same one. */
    private Mono<TicketNumber> numberFor(NewTicket asked) {
        return Mono.zip(numbers.nextTicket(), Cause.current()).flatMap(next -> {
            Optional<String> thing = asked.uniqueAs()
                    .or(() -> Optional.ofNullable(next.getT2().commandKey()).map(key -> "number:" + key));
            return thing.map(unique ->
                            ownership.claim(unique, next.getT1().value()).map(TicketNumber::new))
                    .orElse(Mono.just(next.getT1()));
        });
    }

    private Mono<Optional<String>> tokenFor(NewTicket asked) {
        return asked.phone() == null
                ? Mono.just(Optional.empty())
                : callers.tokenOf(asked.phone()).map(Optional::of);
    }
}
