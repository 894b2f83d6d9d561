package cn.hotline.intake.attachment;

import cn.hotline.access.Person;
import cn.hotline.access.Role;
import cn.hotline.access.audit.Act;
import cn.hotline.access.audit.AuditLog;
import cn.hotline.chassis.Refused;
import cn.hotline.intake.attachment.content.FileSeal;
import cn.hotline.intake.attachment.model.Attachment;
import cn.hotline.intake.attachment.model.AttachmentRefusal;
import cn.hotline.intake.callers.Callers;
import cn.hotline.intake.registration.model.Attached;
import cn.hotline.intake.registration.model.RegistrationRefusal;
import cn.hotline.intake.registration.model.Ticket;
import cn.hotline.intake.registration.model.TicketNumber;
import cn.hotline.intake.reveal.BreakGlasses;
import cn.hotline.intake.reveal.TicketFiles;
import cn.hotline.intake.reveal.model.BreakGlass;
import cn.hotline.intake.reveal.model.RevealRefusal;
import java.time.Clock;
import java.util.List;
import java.util.stream.Stream;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * 查看附件: a file is its sender's until a ticket takes it; then whoever may read the ticket may read it: the hotline's
 * people, and the units that hold it. Of a confidential ticket (保密) only whoever registered it, and two people
 * together. Every look is written down before anything is shown.
 */
public final class AttachmentDesk {

    private final Attachments attachments;
    private final Callers callers;
    private final TicketFiles files;
    private final BreakGlasses glasses;
    private final BreakGlass.Terms terms;
    private final AuditLog audit;
    private final Clock clock;

    public AttachmentDesk(
            Attachments attachments,
            Callers callers,
            TicketFiles files,
            BreakGlasses glasses,
            BreakGlass.Terms terms,
            AuditLog audit,
            Clock clock) {
        this.attachments = attachments;
        this.callers = callers;
        this.files = files;
        this.glasses = glasses;
        this.terms = terms;
        this.audit = audit;
        this.clock = clock;
    }

    /** What came with a ticket, for the signed-in person; refused as unknown where it is not theirs to read. */
    public Mono<List<Attached>> of(TicketNumber number) {
        return Person.current().flatMap(person -> readable(person, number)).map(Ticket::attachments);
    }

    /** One file, for the signed-in person; refused as unknown where it is not theirs to read. */
    public Mono<Opened> open(String id) {
        return attachments
                .find(id)
                .switchIfEmpty(Mono.error(AttachmentDesk::unknown))
                .zipWith(Person.current())
                .flatMap(it -> open(it.getT1(), it.getT2()));
    }

    private Mono<Opened> open(Attachment file, Person person) {
        Mono<Ticket> ticket = Mono.justOrEmpty(file.ticket())
                .flatMap(number -> readable(person, number).onErrorMap(AttachmentDesk::isUnknown, no -> unknown()))
                .filter(found -> found.lists(file.id()));
        return ticket.flatMap(found -> opened(file, found))
                .switchIfEmpty(
                        Mono.defer(() -> file.by().equals(person.account()) ? opened(file) : Mono.error(unknown())));
    }

    private Mono<Opened> opened(Attachment file, Ticket ticket) {
        String name = ticket.attachments().stream()
                .filter(attached -> attached.id().equals(file.id()))
                .map(Attached::name)
                .findFirst()
                .orElseThrow();
        return seal(file)
                .delayUntil(seal ->
                        audit.record(new Act("READ_ATTACHMENT", ticket.number().value(), "附件 " + file.id())))
                .map(seal -> opened(file, name, seal));
    }

    private Mono<Opened> opened(Attachment file) {
        return seal(file)
                .delayUntil(seal -> audit.record(new Act("READ_ATTACHMENT", file.id(), null)))
                .map(seal -> opened(file, seal.openName(file.content().name()), seal));
    }

    private Mono<FileSeal> seal(Attachment file) {
        return callers.of(file.keeper())
                .switchIfEmpty(Mono.error(new Refused(RevealRefusal.FORGOTTEN)))
                .map(keeper -> FileSeal.open(file.id(), file.key(), keeper.seal()));
    }

    private Opened opened(Attachment file, String name, FileSeal seal) {
        int parts = file.content().parts();
        Flux<byte[]> content = attachments
                .parts(file)
                .index((number, part) -> seal.open(number.intValue(), number == parts - 1, part));
        return new Opened(
                name, file.content().type().mediaType(), file.content().size(), content);
    }

    private Mono<Ticket> readable(Person person, TicketNumber number) {
        return Mono.zip(files.find(number), glasses.find(number.value()), (file, glass) -> {
            Refused.unless(person.unit() == null || file.isHeldBy(person), RegistrationRefusal.UNKNOWN_TICKET);
            if (!glass.isOpenTo(person.account(), clock.instant(), terms)) {
                Refused.unless(!supervisesOnly(person), RevealRefusal.ONLY_TOGETHER);
                Refused.unless(
                        !file.ticket().isConfidential()
                                || file.ticket().registration().by().equals(person.account()),
                        RevealRefusal.CONFIDENTIAL);
            }
            return file.ticket();
        });
    }

    /** Who supervises reads no tickets here, and reaches callers together with somebody else only. */
    private static boolean supervisesOnly(Person person) {
        return person.is(Role.SUPERVISOR)
                && Stream.of(Role.OPERATOR, Role.DISPATCHER, Role.REVISITOR).noneMatch(person::is);
    }

    private static Refused unknown() {
        return new Refused(AttachmentRefusal.UNKNOWN_ATTACHMENT);
    }

    private static boolean isUnknown(Throwable error) {
        return error instanceof Refused refused && refused.reason() == RegistrationRefusal.UNKNOWN_TICKET;
    }

    /**
     * A file that somebody may read now.
     *
     * @param name masked where a ticket holds it
     * @param content opened as it is asked for
     */
    public record Opened(String name, String type, long size, Flux<byte[]> content) {}
}
