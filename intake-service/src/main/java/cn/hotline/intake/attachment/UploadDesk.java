package cn.hotline.intake.attachment;

import cn.hotline.access.Person;
import cn.hotline.chassis.Cause;
import cn.hotline.chassis.Refusal.General;
import cn.hotline.chassis.Refused;
import cn.hotline.intake.attachment.Attachments.Loose;
import cn.hotline.intake.attachment.content.Contents;
import cn.hotline.intake.attachment.content.FileSeal;
import cn.hotline.intake.attachment.content.Incoming;
import cn.hotline.intake.attachment.content.Incoming.Whole;
import cn.hotline.intake.attachment.model.Attachment;
import cn.hotline.intake.attachment.model.Attachment.Content;
import cn.hotline.intake.attachment.model.AttachmentRefusal;
import cn.hotline.intake.callers.Callers;
import cn.hotline.intake.callers.KnownCaller;
import cn.hotline.intake.registration.Ownership;
import cn.hotline.intake.registration.Tickets;
import cn.hotline.intake.registration.Uploads;
import cn.hotline.intake.registration.model.Attached;
import cn.hotline.intake.registration.model.TicketNumber;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;

/**
 * 上传附件: takes files in, gives them to tickets, and takes away what nobody attached. A file is whole or not there: the
 * document that names it is written before its first part and completed after its last.
 */
public final class UploadDesk implements Uploads {

    private static final int SWEPT_AT_ONCE = 100;

    /** Longer than between a file's being given to a ticket and the ticket's being there. */
    private static final Duration REGISTERING = Duration.ofHours(1);

    private final Attachments attachments;
    private final Callers callers;
    private final Tickets tickets;
    private final Ownership ownership;
    private final Patience patience;
    private final Clock clock;
    private final Contents contents = new Contents();

    public UploadDesk(
            Attachments attachments,
            Callers callers,
            Tickets tickets,
            Ownership ownership,
            Patience patience,
            Clock clock) {
        this.attachments = attachments;
        this.callers = callers;
        this.tickets = tickets;
        this.ownership = ownership;
        this.patience = patience;
        this.clock = clock;
    }

    /**
     * Takes a file in, part by part as it comes; the same command again finds the file it sent. Of one that is refused,
     * or breaks off, nothing stays.
     *
     * @param sentName as the sender wrote it
     * @return the file with the name it got
     */
    public Mono<Taken> upload(@Nullable String sentName, Flux<byte[]> content) {
        return Mono.zip(Person.current(), callers.unnumbered()).flatMap(it -> {
            FileSeal seal = FileSeal.fresh(UUID.randomUUID().toString());
            Attachment begun = begun(seal, it.getT1(), it.getT2());
            return Mono.usingWhen(
                    attachments.begin(begun).thenReturn(begun),
                    file -> receive(file, seal, sentName, content).flatMap(this::onceForTheCommand),
                    file -> Mono.empty(),
                    (file, refused) -> discard(file),
                    this::breakOff);
        });
    }

    private Attachment begun(FileSeal seal, Person by, KnownCaller own) {
        Instant now = clock.instant();
        return new Attachment(
                seal.file(),
                by.account(),
                now,
                patience.until(now, by),
                own.token(),
                seal.closedKey(own.seal()),
                null,
                null);
    }

    private Mono<Taken> receive(Attachment file, FileSeal seal, @Nullable String sentName, Flux<byte[]> content) {
        return Mono.using(
                () -> new Incoming(contents, sentName),
                incoming -> receive(file, seal, incoming, content),
                Incoming::letGo);
    }

    private Mono<Taken> receive(Attachment file, FileSeal seal, Incoming incoming, Flux<byte[]> content) {
        AtomicInteger parts = new AtomicInteger();
        return content.map(incoming::take)
                .takeUntil(full -> incoming.isEndless())
                .concatMapIterable(full -> full)
                .concatMap(part -> {
                    int number = parts.getAndIncrement();
                    return attachments.keepPart(file.id(), number, seal.close(number, false, part));
                })
                // Looking at the whole of a file takes longer than an event loop should.
                .then(Mono.fromSupplier(incoming::end).subscribeOn(Schedulers.boundedElastic()))
                .flatMap(whole -> finish(file, seal, whole, parts.get()));
    }

    private Mono<Taken> finish(Attachment file, FileSeal seal, Whole whole, int last) {
        Content content =
                new Content(seal.closeName(whole.name().value()), whole.type(), whole.size(), whole.sha256(), last + 1);
        return attachments
                .keepPart(file.id(), last, seal.close(last, true, whole.lastPart()))
                .then(attachments.finish(file.id(), content))
                .thenReturn(new Taken(
                        file.id(),
                        whole.name().value(),
                        whole.size(),
                        whole.sha256(),
                        whole.type().mediaType()));
    }

    /** Whoever came first with a command's key stays; another file under the same key is another command. */
    private Mono<Taken> onceForTheCommand(Taken taken) {
        return ownership.ofCommand(taken.id() + " " + taken.sha256()).flatMap(owner -> {
            String[] first = owner.split(" ", 2);
            if (first[0].equals(taken.id())) {
                return Mono.just(taken);
            }
            Refused.unless(first[1].equals(taken.sha256()), General.IDEMPOTENCY_KEY_REUSED);
            return attachments
                    .find(first[0])
                    .switchIfEmpty(Mono.error(new Refused(AttachmentRefusal.UNKNOWN_ATTACHMENT)))
                    .then(attachments.find(taken.id()).flatMap(this::discard))
                    .thenReturn(new Taken(first[0], taken.name(), taken.size(), taken.sha256(), taken.type()));
        });
    }

    /** Its key goes first: whatever is left of it is nothing. */
    private Mono<Void> discard(Attachment file) {
        return callers.forget(file.keeper()).then(attachments.remove(file.id()));
    }

    /** A part may still be on its way into the store: what names the file stays until it is looked for. */
    private Mono<Void> breakOff(Attachment file) {
        return callers.forget(file.keeper()).then();
    }

    @Override
    public Mono<List<Attached>> give(List<String> ids, TicketNumber ticket, KnownCaller keeper) {
        return Flux.fromIterable(ids)
                .concatMap(id -> free(id, ticket))
                .collectList()
                .flatMapMany(Flux::fromIterable)
                .concatMap(file -> give(file, ticket, keeper))
                .collectList();
    }

    /** A file that may go to that ticket: this person's own, not yet given to another that there is. */
    private Mono<Attachment> free(String id, TicketNumber ticket) {
        return Cause.current()
                .flatMap(cause -> attachments
                        .find(id)
                        .filter(file -> file.by().equals(cause.actor()))
                        .filter(file ->
                                ticket.equals(file.ticket()) || clock.instant().isBefore(file.waitsUntil()))
                        .switchIfEmpty(Mono.error(new Refused(AttachmentRefusal.UNKNOWN_ATTACHMENT))))
                .delayUntil(file -> isElsewhere(file, ticket)
                        .filter(elsewhere -> elsewhere)
                        .flatMap(elsewhere -> Mono.error(new Refused(AttachmentRefusal.ALREADY_ATTACHED))));
    }

    /** Given to a ticket that does not list it, it is still free: registering failed then. */
    private Mono<Boolean> isElsewhere(Attachment file, TicketNumber ticket) {
        return file.ticket() == null || file.ticket().equals(ticket) ? Mono.just(false) : isListed(file);
    }

    private Mono<Attached> give(Attachment file, TicketNumber ticket, KnownCaller keeper) {
        return callers.of(file.keeper())
                .switchIfEmpty(Mono.error(new Refused(AttachmentRefusal.UNKNOWN_ATTACHMENT)))
                .map(before -> FileSeal.open(file.id(), file.key(), before.seal()))
                .delayUntil(seal -> give(file, seal, ticket, keeper))
                .map(seal -> new Attached(
                        file.id(),
                        seal.openName(file.content().name()),
                        file.content().size(),
                        file.content().type().mediaType()));
    }

    private Mono<Void> give(Attachment file, FileSeal seal, TicketNumber ticket, KnownCaller keeper) {
        return ticket.equals(file.ticket()) && keeper.token().equals(file.keeper())
                ? Mono.empty()
                : attachments
                        .give(file, ticket, keeper.token(), seal.closedKey(keeper.seal()))
                        .filter(given -> given)
                        .switchIfEmpty(Mono.error(new Refused(AttachmentRefusal.ALREADY_ATTACHED)))
                        .then(
                                file.ticket() == null
                                        ? callers.forget(file.keeper()).then()
                                        : Mono.empty());
    }

    /**
     * Takes away what has waited too long for its ticket; what its ticket lists stays for good.
     *
     * @return how many were taken away
     */
    public Mono<Long> sweep() {
        Instant before = clock.instant().minus(REGISTERING);
        return attachments
                .loose(before, SWEPT_AT_ONCE)
                .filter(found -> found.file().waitsUntil().isBefore(before))
                .concatMap(found -> sweep(found)
                        .contextWrite(Cause.command(found.tenant(), "intake", null, null)
                                .context()))
                .filter(removed -> removed)
                .count();
    }

    private Mono<Boolean> sweep(Loose found) {
        Attachment file = found.file();
        return isListed(file)
                .flatMap(listed -> listed
                        ? attachments.settle(file.id()).thenReturn(false)
                        : attachments
                                .condemn(file)
                                .flatMap(still -> still
                                        ? (file.ticket() == null ? discard(file) : attachments.remove(file.id()))
                                                .thenReturn(true)
                                        : Mono.just(false)));
    }

    private Mono<Boolean> isListed(Attachment file) {
        return Mono.justOrEmpty(file.ticket())
                .flatMap(tickets::find)
                .map(ticket -> ticket.lists(file.id()))
                .defaultIfEmpty(false);
    }

    /**
     * How long a file waits for its ticket.
     *
     * @param usual of whoever sends it in order to name it at once
     * @param ofUnits of whoever collects what shows the work on a ticket until the answer is written
     */
    public record Patience(Duration usual, Duration ofUnits) {

        Instant until(Instant sent, Person by) {
            return sent.plus(by.unit() == null ? usual : ofUnits);
        }
    }

    /**
     * A file that was taken in.
     *
     * @param name made harmless
     * @param type media type, found by content
     */
    public record Taken(String id, String name, long size, String sha256, String type) {}
}
