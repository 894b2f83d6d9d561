package cn.hotline.intake.registration;

import static cn.hotline.intake.registration.model.SequelRefusal.EVIDENCE_LEFT_OUT;
import static cn.hotline.intake.registration.model.SequelRefusal.FORGOTTEN;

import cn.hotline.chassis.Cause;
import cn.hotline.chassis.Change;
import cn.hotline.chassis.Refusal.General;
import cn.hotline.chassis.Refused;
import cn.hotline.intake.callers.Callers;
import cn.hotline.intake.callers.KnownCaller;
import cn.hotline.intake.callers.model.Identity;
import cn.hotline.intake.contract.IntakeEvent;
import cn.hotline.intake.registration.model.Attached;
import cn.hotline.intake.registration.model.Concealment;
import cn.hotline.intake.registration.model.RegistrationRefusal;
import cn.hotline.intake.registration.model.Sealed;
import cn.hotline.intake.registration.model.Sequel;
import cn.hotline.intake.registration.model.Ticket;
import cn.hotline.intake.registration.model.TicketNumber;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.util.retry.Retry;

/**
 * 再来电: what a caller may have done about a ticket they have, and what units show for it. What is said is masked and sealed
 * as its content is.
 */
public final class SequelDesk {

    private final Tickets tickets;
    private final Sealing sealing;
    private final Uploads uploads;
    private final Clock clock;

    public SequelDesk(Tickets tickets, Callers callers, Uploads uploads, Clock clock) {
        this.tickets = tickets;
        this.sealing = new Sealing(callers);
        this.uploads = uploads;
        this.clock = clock;
    }

    /**
     * 补充.
     *
     * @param attachments ids of files that were sent before, without doubles
     */
    public Mono<Ticket> supplement(TicketNumber number, String content, List<String> attachments) {
        return ask(number, content, attachments)
                .flatMap(asked -> write(
                        asked,
                        Sequel::nextSupplement,
                        (ticket, masked, kept) ->
                                ticket.supplement(masked, asked.newOn(ticket), kept, asked.by(), clock.instant())));
    }

    /** 来电催办. */
    public Mono<Ticket> urge(TicketNumber number, @Nullable String note) {
        return ask(number, note, List.of())
                .flatMap(asked -> write(
                        asked,
                        Sequel::nextUrge,
                        (ticket, masked, kept) -> ticket.urge(masked, kept, asked.by(), clock.instant())));
    }

    /** 撤单, by somebody who has asked the caller. */
    public Mono<Ticket> withdraw(TicketNumber number, String reason) {
        return ask(number, reason, List.of())
                .flatMap(asked -> write(
                        asked,
                        before -> "withdrawal",
                        (ticket, masked, kept) -> ticket.withdraw(masked, kept, asked.by(), clock.instant())));
    }

    /**
     * 佐证: files that a unit names when it replies, reports or objects. What the ticket has already stays; what is not
     * theirs, or belongs to another ticket, is left out, and noted as out of place: a fact of another service cannot be
     * refused.
     *
     * @param by account of whoever named them
     */
    public Mono<Ticket> show(TicketNumber number, List<String> ids, String by) {
        return Cause.current().flatMap(told -> shown(number, ids)
                .retryWhen(Retry.max(1).filter(SequelDesk::isSealedMeanwhile))
                .contextWrite(Cause.command(told.tenant(), by, null, null).context())
                .flatMap(ticket -> noted(ticket, ids)));
    }

    /** Done as by whoever named them, and safe to do again: the event counts as met only after it. */
    private Mono<Ticket> shown(TicketNumber number, List<String> ids) {
        return tickets.find(number).flatMap(seen -> {
            List<String> others =
                    ids.stream().filter(id -> !seen.lists(id)).distinct().toList();
            return others.isEmpty()
                    ? Mono.just(seen)
                    : sealing.keeper(seen, false)
                            .flatMap(keeper -> theirs(seen, keeper, others))
                            .flatMap(this::shown);
        });
    }

    private Mono<Ticket> shown(Asked asked) {
        return asked.files().isEmpty()
                ? Mono.just(asked.seen())
                : write(asked, none -> "", (ticket, nothing, kept) -> ticket.shown(asked.newOn(ticket), kept));
    }

    /** Who looks again finds the key that the ticket was sealed with meanwhile. */
    private static boolean isSealedMeanwhile(Throwable error) {
        return error instanceof Refused refused && refused.reason() == General.VERSION_CONFLICT;
    }

    private Mono<Ticket> noted(Ticket ticket, List<String> ids) {
        return ids.stream().allMatch(ticket::lists)
                ? Mono.just(ticket)
                : tickets.change(ticket.number(), now -> {
                    throw new Refused(EVIDENCE_LEFT_OUT);
                });
    }

    private Mono<Asked> theirs(Ticket seen, Optional<KnownCaller> keeper, List<String> ids) {
        return Mono.justOrEmpty(keeper)
                .flatMapMany(
                        known -> Flux.fromIterable(ids).concatMap(id -> uploads.give(List.of(id), seen.number(), known)
                                .onErrorResume(Refused.class, notTheirs -> Mono.empty())))
                .flatMapIterable(files -> files)
                .collectList()
                .zipWith(Cause.current(), (files, cause) -> new Asked(seen, keeper, null, files, cause.actor()));
    }

    private Mono<Asked> ask(TicketNumber number, @Nullable String text, List<String> attachments) {
        return tickets.find(number)
                .switchIfEmpty(Mono.error(new Refused(RegistrationRefusal.UNKNOWN_TICKET)))
                .zipWhen(seen -> sealing.keeper(seen, holdsNothingPersonal(text) && attachments.isEmpty()))
                .zipWith(
                        Cause.current(),
                        (it, cause) -> new Asked(it.getT1(), it.getT2(), text, List.of(), cause.actor()))
                .flatMap(asked -> files(asked, attachments));
    }

    private static boolean holdsNothingPersonal(@Nullable String text) {
        return text == null || Identity.UNKNOWN.mask(text).equals(text);
    }

    private Mono<Asked> files(Asked asked, List<String> ids) {
        return ids.isEmpty()
                ? Mono.just(asked)
                : Mono.justOrEmpty(asked.keeper())
                        .switchIfEmpty(Mono.error(new Refused(FORGOTTEN)))
                        .flatMap(keeper -> uploads.give(ids, asked.seen().number(), keeper))
                        .map(asked::with);
    }

    /** Masks and seals the text under a name of its own, as the ticket is by then, and decides. */
    private Mono<Ticket> write(Asked asked, Function<Sequel, String> field, Writing decision) {
        return tickets.change(asked.seen().number(), ticket -> {
            Concealment concealment = new Concealment(asked.identity());
            String masked =
                    asked.text() == null ? null : concealment.hidden(field.apply(ticket.sequel()), asked.text());
            return decision.on(ticket, masked, Sealing.sealed(ticket, asked.keeper(), concealment));
        });
    }

    /**
     * What somebody asks about a ticket, and whose key closes it.
     *
     * @param seen the ticket as it was when they asked
     * @param text in their own words
     * @param files as they are called by whoever sent them
     */
    private record Asked(
            Ticket seen,
            Optional<KnownCaller> keeper,
            @Nullable String text,
            List<Attached> files,
            String by) {

        Identity identity() {
            return Sealing.identity(seen, keeper);
        }

        Asked with(List<Attached> given) {
            return new Asked(seen, keeper, text, given, by);
        }

        /** The files that a ticket does not list yet, as everybody may see them. */
        List<Attached> newOn(Ticket ticket) {
            return files.stream()
                    .filter(file -> !ticket.lists(file.id()))
                    .map(file -> file.concealed(identity()))
                    .toList();
        }

        /** Kept out of logs. */
        @Override
        public String toString() {
            return "再来电 " + seen.number().value();
        }
    }

    private interface Writing {
        Change<Ticket, IntakeEvent> on(Ticket ticket, String masked, @Nullable Sealed kept);
    }
}
