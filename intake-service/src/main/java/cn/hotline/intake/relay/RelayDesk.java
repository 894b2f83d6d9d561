package cn.hotline.intake.relay;

import cn.hotline.access.Person;
import cn.hotline.access.audit.Act;
import cn.hotline.access.audit.AuditLog;
import cn.hotline.chassis.Refused;
import cn.hotline.intake.callers.Callers;
import cn.hotline.intake.callers.KnownCaller;
import cn.hotline.intake.callers.model.PhoneNumber;
import cn.hotline.intake.registration.model.RegistrationRefusal;
import cn.hotline.intake.registration.model.Ticket;
import cn.hotline.intake.registration.model.TicketNumber;
import cn.hotline.intake.relay.model.Relay;
import cn.hotline.intake.relay.model.RelayCall;
import cn.hotline.intake.relay.model.RelayRefusal;
import cn.hotline.intake.reveal.TicketFiles;
import cn.hotline.intake.reveal.TicketFiles.TicketFile;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** 中间号: lets the unit that holds a ticket speak with its caller. */
public final class RelayDesk {

    private final TicketFiles files;
    private final Callers callers;
    private final RelayNumbers exchange;
    private final Relays relays;
    private final Duration lent;
    private final AuditLog audit;
    private final Clock clock;

    /** @param lent for how long a number is lent */
    public RelayDesk(
            TicketFiles files,
            Callers callers,
            RelayNumbers exchange,
            Relays relays,
            Duration lent,
            AuditLog audit,
            Clock clock) {
        this.files = files;
        this.callers = callers;
        this.exchange = exchange;
        this.relays = relays;
        this.lent = lent;
        this.audit = audit;
        this.clock = clock;
    }

    /** A number for the signed-in person's unit; the one it has, as long as that is good. */
    public Mono<Relay> bind(TicketNumber number) {
        return Person.current().flatMap(person -> file(number, person).flatMap(file -> ofUnit(number, person)
                .filter(relay -> relay.isGoodAt(clock.instant()))
                .next()
                .switchIfEmpty(Mono.defer(() -> bind(file.ticket(), person)))));
    }

    /** The ticket, for the signed-in person's unit to reach its caller. */
    public Mono<Ticket> held(TicketNumber number) {
        return Person.current().flatMap(person -> file(number, person)).map(TicketFile::ticket);
    }

    /** The numbers it was given for a ticket, with what was called through them: the proof that the caller was contacted. */
    public Mono<List<Used>> used(TicketNumber number) {
        return Person.current().flatMap(person -> file(number, person)
                .thenMany(ofUnit(number, person))
                .concatMap(relay -> exchange.calls(relay.binding())
                        .onErrorMap(down -> new Refused(RelayRefusal.RELAY_UNAVAILABLE))
                        .map(calls -> new Used(relay, calls)))
                .collectList());
    }

    private Mono<Relay> bind(Ticket ticket, Person person) {
        return phone(ticket)
                .delayUntil(phone ->
                        audit.record(new Act("BIND_RELAY", ticket.number().value(), null)))
                .flatMap(phone -> exchange.bind(phone, clock.instant().plus(lent))
                        .onErrorMap(down -> new Refused(RelayRefusal.RELAY_UNAVAILABLE)))
                .map(number -> new Relay(
                        ticket.number().value(),
                        unitOf(person),
                        number.binding(),
                        number.number(),
                        number.until(),
                        person.account()))
                .flatMap(relays::save);
    }

    private Mono<PhoneNumber> phone(Ticket ticket) {
        return Mono.justOrEmpty(ticket.sealed())
                .flatMap(kept -> callers.of(kept.caller()))
                .mapNotNull(KnownCaller::phone)
                .switchIfEmpty(Mono.error(new Refused(RelayRefusal.NO_NUMBER)));
    }

    /** Whoever does not hold it learns nothing of it. */
    private Mono<TicketFile> file(TicketNumber number, Person person) {
        return files.find(number)
                .filter(file -> file.isHeldBy(person))
                .switchIfEmpty(Mono.error(new Refused(RegistrationRefusal.UNKNOWN_TICKET)));
    }

    private Flux<Relay> ofUnit(TicketNumber number, Person person) {
        return relays.of(number.value()).filter(relay -> relay.unit().equals(unitOf(person)));
    }

    private static String unitOf(Person person) {
        return person.unit() == null ? "" : person.unit();
    }

    /** A number and what was called through it. */
    public record Used(Relay relay, List<RelayCall> calls) {}
}
