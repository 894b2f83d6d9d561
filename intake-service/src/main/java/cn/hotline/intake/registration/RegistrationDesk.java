package cn.hotline.intake.registration;

import cn.hotline.chassis.Aggregates.Opened;
import cn.hotline.chassis.Cause;
import cn.hotline.chassis.Refusal.General;
import cn.hotline.chassis.Refused;
import cn.hotline.chassis.Refused.FieldError;
import cn.hotline.intake.callers.Callers;
import cn.hotline.intake.callers.KnownCaller;
import cn.hotline.intake.registration.model.Arrival;
import cn.hotline.intake.registration.model.Attached;
import cn.hotline.intake.registration.model.Concealment;
import cn.hotline.intake.registration.model.Finding;
import cn.hotline.intake.registration.model.Matter;
import cn.hotline.intake.registration.model.RegistrationRefusal;
import cn.hotline.intake.registration.model.Ticket;
import cn.hotline.intake.registration.model.TicketNumber;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import reactor.core.publisher.Mono;

/** 受理台: what an operator may ask of tickets. */
public final class RegistrationDesk {

    private final Tickets tickets;
    private final Calls calls;
    private final Numbers numbers;
    private final Ownership ownership;
    private final Sealing sealing;
    private final Uploads uploads;
    private final Clock clock;

    public RegistrationDesk(
            Tickets tickets,
            Calls calls,
            Numbers numbers,
            Ownership ownership,
            Callers callers,
            Uploads uploads,
            Clock clock) {
        this.tickets = tickets;
        this.calls = calls;
        this.numbers = numbers;
        this.ownership = ownership;
        this.sealing = new Sealing(callers);
        this.uploads = uploads;
        this.clock = clock;
    }

    /**
     * 登记. A message that was registered before, by its channel's own number or by the same command, is answered with
     * the ticket it already is.
     */
    public Mono<Opened<Ticket>> register(NewTicket asked) {
        NewTicket.Concealed concealed = asked.concealed();
        return callIsKnown(asked.arrival())
                .then(Mono.zip(
                        numberFor(asked.arrival()), sealing.keeper(asked.caller(), concealed.hasNothingToSeal()), by()))
                .flatMap(it -> files(asked.attachments(), it.getT1(), it.getT2())
                        .map(files -> concealed.register(it.getT1(), it.getT2(), files, it.getT3(), clock.instant())))
                .flatMap(tickets::open);
    }

    /** What a ticket that is there already came with does not change. */
    private Mono<List<Attached>> files(List<String> ids, TicketNumber number, Optional<KnownCaller> keeper) {
        return ids.isEmpty()
                ? Mono.just(List.of())
                : tickets.find(number)
                        .map(there -> there.registration().attachments())
                        .switchIfEmpty(Mono.defer(() -> uploads.give(ids, number, keeper.orElseThrow())));
    }

    /** 更正, on the edition the corrector saw. */
    public Mono<Ticket> correct(TicketNumber number, long edition, UnaryOperator<Matter> correction, String reason) {
        return find(number)
                .zipWhen(sealing::keeper)
                .flatMap(it -> correct(
                        it.getT1(),
                        it.getT2(),
                        edition,
                        correction.apply(it.getT1().matter()),
                        reason));
    }

    private Mono<Ticket> correct(
            Ticket seen, Optional<KnownCaller> keeper, long edition, Matter corrected, String reason) {
        Concealment concealment = new Concealment(Sealing.identity(seen, keeper));
        Matter concealed = corrected.concealed(concealment, edition + 1);
        String why = concealment.hidden("correction/" + (edition + 1), reason);
        return sealing.keeper(seen, concealment.isEmpty())
                .flatMap(known -> tickets.change(
                        seen.number(),
                        ticket -> ticket.correct(
                                edition, concealed, why, Sealing.sealed(ticket, known, concealment), clock.instant())));
    }

    /** 分类定位, told by routing. */
    public Mono<Ticket> classify(TicketNumber number, Finding found) {
        return tickets.change(number, ticket -> ticket.classify(found));
    }

    /** 二次办理, told by followup. */
    public Mono<Ticket> reopen(TicketNumber number, Instant at) {
        return tickets.change(number, ticket -> ticket.reopen(at));
    }

    /** 办结, told by followup. */
    public Mono<Ticket> close(TicketNumber number) {
        return tickets.change(number, Ticket::close);
    }

    /** 恢复回访, told by followup. */
    public Mono<Ticket> resume(TicketNumber number) {
        return tickets.change(number, Ticket::resume);
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

    private static Mono<String> by() {
        return Cause.current().map(Cause::actor);
    }
}
