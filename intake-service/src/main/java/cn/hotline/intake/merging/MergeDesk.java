package cn.hotline.intake.merging;

import static cn.hotline.intake.merging.model.MergeRefusal.UNKNOWN_MERGE;
import static cn.hotline.intake.registration.model.RegistrationRefusal.UNKNOWN_TICKET;

import cn.hotline.chassis.Cause;
import cn.hotline.chassis.Change;
import cn.hotline.chassis.Refused;
import cn.hotline.intake.contract.IntakeEvent;
import cn.hotline.intake.merging.model.Merge;
import cn.hotline.intake.merging.model.Merge.Undone;
import cn.hotline.intake.registration.Ownership;
import cn.hotline.intake.registration.Sealing;
import cn.hotline.intake.registration.Tickets;
import cn.hotline.intake.registration.model.SequelRefusal;
import cn.hotline.intake.registration.model.Ticket;
import cn.hotline.intake.registration.model.TicketNumber;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Stream;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * 并单台: lets tickets follow another, and stand alone again. Each ticket decides for itself; the merge is written down
 * first and says how far it has come, so that it is carried on after whatever stops it.
 */
public final class MergeDesk {

    private static final int CARRIED_ON_AT_ONCE = 100;

    /** Longer than a merge takes whose process lives. */
    private static final Duration LEFT_ALONE = Duration.ofMinutes(1);

    private final Merges merges;
    private final Tickets tickets;
    private final Sealing sealing;
    private final Ownership ownership;
    private final Duration undoWithin;
    private final Clock clock;

    /** @param undoWithin how long a merge may be undone */
    public MergeDesk(
            Merges merges, Tickets tickets, Sealing sealing, Ownership ownership, Duration undoWithin, Clock clock) {
        this.merges = merges;
        this.tickets = tickets;
        this.sealing = sealing;
        this.ownership = ownership;
        this.undoWithin = undoWithin;
        this.clock = clock;
    }

    /**
     * 并单. The same command again finds the merge it made.
     *
     * @param duplicates other tickets than the master, each once
     */
    public Mono<Merge> merge(TicketNumber master, List<TicketNumber> duplicates, String reason) {
        return ownership
                .ofCommand(UUID.randomUUID().toString())
                .flatMap(id -> merges.find(id).switchIfEmpty(begin(id, master, duplicates, reason)))
                .flatMap(this::carryOn);
    }

    /** 撤销并单: everything that came to a ticket while it followed stays with it. */
    public Mono<Merge> undo(String id) {
        return merges.find(id)
                .switchIfEmpty(Mono.error(new Refused(UNKNOWN_MERGE)))
                .then(Cause.current())
                .flatMap(cause -> merges.change(id, merge -> merge.undo(cause.actor(), clock.instant(), undoWithin)))
                .flatMap(this::carryOn);
    }

    /**
     * Carries on what nobody does any more.
     *
     * @return how many it found
     */
    public Mono<Long> sweep() {
        return merges.underWay(clock.instant().minus(LEFT_ALONE), CARRIED_ON_AT_ONCE)
                .concatMap(
                        merge -> carryOn(merge).onErrorComplete(Refused.class).thenReturn(merge))
                .count();
    }

    /** What cannot be merged is refused before anything is. */
    private Mono<Merge> begin(String id, TicketNumber master, List<TicketNumber> duplicates, String reason) {
        Instant now = clock.instant();
        return Flux.fromIterable(duplicates)
                .concatMap(this::find)
                .doOnNext(duplicate -> duplicate.follow(master, id, reason, "", now))
                .collectList()
                .zipWith(find(master).doOnNext(leader -> leader.lead(id)))
                .flatMap(it -> masked(
                        reason,
                        Stream.concat(it.getT1().stream(), Stream.of(it.getT2()))
                                .toList()))
                .zipWith(Cause.current())
                .flatMap(it -> merges.open(Merge.begun(
                        id, master, duplicates, it.getT1(), it.getT2().actor(), now)));
    }

    private Mono<String> masked(String reason, List<Ticket> all) {
        return Flux.fromIterable(all)
                .reduce(Mono.just(reason), (text, ticket) -> text.flatMap(said -> sealing.masked(said, ticket)))
                .flatMap(text -> text);
    }

    /** Every step may be done again, so it needs no key of the command; the merge and its master change twice under it. */
    private Mono<Merge> carryOn(Merge merge) {
        Mono<Merge> step =
                switch (merge.status()) {
                    case MERGING -> join(merge);
                    case UNDOING -> split(merge);
                    case MERGED, UNDONE, FAILED -> Mono.just(merge);
                };
        return Cause.current()
                .flatMap(cause ->
                        step.contextWrite(Cause.command(cause.tenant(), cause.actor(), null, cause.traceparent())
                                .context()));
    }

    private Mono<Merge> join(Merge merge) {
        return tickets.change(merge.master(), leader -> leader.lead(merge.id()))
                .then(each(
                        merge,
                        ticket -> ticket.follow(merge.master(), merge.id(), merge.reason(), merge.by(), merge.at())))
                .onErrorResume(MergeDesk::isSettled, master -> Mono.just(List.of()))
                .flatMap(joined -> merges.change(merge.id(), begun -> begun.merged(joined)))
                .delayUntil(done -> done.isVoid() ? release(merge) : Mono.empty());
    }

    private Mono<Merge> split(Merge merge) {
        Undone undone = Objects.requireNonNull(merge.undone());
        return each(merge, ticket -> ticket.standAlone(merge.id(), undone.by(), undone.at()))
                .then(release(merge))
                .then(merges.change(merge.id(), Merge::split));
    }

    private Mono<Ticket> release(Merge merge) {
        return tickets.change(merge.master(), leader -> leader.release(merge.id()));
    }

    /** Those that could decide so; of the others the caller is served already, or has given up. */
    private Mono<List<TicketNumber>> each(Merge merge, Function<Ticket, Change<Ticket, IntakeEvent>> decision) {
        return Flux.fromIterable(merge.duplicates())
                .concatMap(number -> tickets.change(number, decision).onErrorComplete(MergeDesk::isSettled))
                .map(Ticket::number)
                .collectList();
    }

    private static boolean isSettled(Throwable problem) {
        return problem instanceof Refused refused && refused.reason() instanceof SequelRefusal;
    }

    private Mono<Ticket> find(TicketNumber number) {
        return tickets.find(number).switchIfEmpty(Mono.error(new Refused(UNKNOWN_TICKET)));
    }
}
