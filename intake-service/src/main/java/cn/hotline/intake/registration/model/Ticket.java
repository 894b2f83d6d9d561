package cn.hotline.intake.registration.model;

import static cn.hotline.chassis.Refusal.General.VERSION_CONFLICT;
import static cn.hotline.intake.registration.model.RegistrationRefusal.ALREADY_CLOSED;
import static cn.hotline.intake.registration.model.SequelRefusal.CONFIDENTIAL;
import static cn.hotline.intake.registration.model.SequelRefusal.FOLLOWS_ALREADY;
import static cn.hotline.intake.registration.model.SequelRefusal.LEADS_OTHERS;
import static cn.hotline.intake.registration.model.SequelRefusal.LEADS_TOO_MANY;
import static cn.hotline.intake.registration.model.SequelRefusal.NOT_HANDLED;
import static cn.hotline.intake.registration.model.SequelRefusal.SUPPLEMENTED_ENOUGH;
import static cn.hotline.intake.registration.model.SequelRefusal.TICKET_CLOSED;
import static cn.hotline.intake.registration.model.SequelRefusal.TICKET_WITHDRAWN;
import static cn.hotline.intake.registration.model.SequelRefusal.URGED_ENOUGH;
import static cn.hotline.intake.registration.model.TicketStatus.CLOSED;
import static cn.hotline.intake.registration.model.TicketStatus.FORWARDED;
import static cn.hotline.intake.registration.model.TicketStatus.MERGED;
import static cn.hotline.intake.registration.model.TicketStatus.WITHDRAWN;

import cn.hotline.chassis.Change;
import cn.hotline.chassis.Refused;
import cn.hotline.intake.callers.model.Identity;
import cn.hotline.intake.callers.model.PhoneNumber;
import cn.hotline.intake.callers.model.Seal;
import cn.hotline.intake.contract.IntakeEvent;
import cn.hotline.intake.contract.IntakeEvent.MergeUndone;
import cn.hotline.intake.contract.IntakeEvent.TicketAnsweredDirectly;
import cn.hotline.intake.contract.IntakeEvent.TicketCorrected;
import cn.hotline.intake.contract.IntakeEvent.TicketMerged;
import cn.hotline.intake.contract.IntakeEvent.TicketRegistered;
import cn.hotline.intake.contract.IntakeEvent.TicketRejected;
import cn.hotline.intake.contract.IntakeEvent.TicketSupplemented;
import cn.hotline.intake.contract.IntakeEvent.TicketTransferredOut;
import cn.hotline.intake.contract.IntakeEvent.TicketUrged;
import cn.hotline.intake.contract.IntakeEvent.TicketWithdrawn;
import cn.hotline.intake.registration.model.Sequel.Following;
import cn.hotline.intake.registration.model.Sequel.Supplement;
import cn.hotline.intake.registration.model.Sequel.Undone;
import cn.hotline.intake.registration.model.Sequel.Urge;
import cn.hotline.intake.registration.model.Sequel.Withdrawal;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * 工单: what was asked and what the desk decided about it. Registered once with its decision; corrected, added to,
 * pressed for, merged and withdrawn while it is open; classified as routing finds it; closed when followup says so.
 *
 * <p>All its texts are masked: who holds a ticket knows nobody. What was masked is kept sealed.
 *
 * @param sealed originals of what is masked; null while nothing had to be
 */
public record Ticket(
        TicketNumber number,
        TicketStatus status,
        Registration registration,
        Matter matter,
        List<Correction> corrections,
        Finding finding,
        Sequel sequel,
        @Nullable Sealed sealed) {

    private static final int MOST_SUPPLEMENTS = 20;
    private static final int MOST_URGES = 99;
    private static final int MOST_MERGES = 500;

    public Ticket {
        corrections = corrections == null ? List.of() : List.copyOf(corrections);
        finding = finding == null ? Finding.NONE : finding;
        sequel = sequel == null ? Sequel.NONE : sequel;
    }

    /** 登记. The decision is part of it: a ticket answered at once was never forwarded. */
    public static Change<Ticket, IntakeEvent> register(
            TicketNumber number, Registration registration, Matter matter, @Nullable Sealed sealed) {
        TicketStatus status = registration.decision().disposition().begins();
        Ticket ticket = new Ticket(number, status, registration, matter, List.of(), Finding.NONE, Sequel.NONE, sealed);
        return Change.of(ticket, ticket.registered());
    }

    /**
     * 更正: a slip in registering is put right; what was written before is kept.
     *
     * @param edition the edition the corrector saw
     * @param corrected masked, like the reason
     * @param newlySealed with the originals of what was masked now
     */
    public Change<Ticket, IntakeEvent> correct(
            long edition, Matter corrected, String reason, @Nullable Sealed newlySealed, Instant at) {
        Refused.unless(status != CLOSED, ALREADY_CLOSED);
        Refused.unless(status != WITHDRAWN, TICKET_WITHDRAWN);
        Refused.unless(edition == edition(), VERSION_CONFLICT);
        List<Correction> trail = Stream.concat(corrections.stream(), Stream.of(new Correction(matter, reason, at)))
                .toList();
        Ticket ticket = new Ticket(number, status, registration, corrected, trail, finding, sequel, newlySealed);
        return Change.of(
                ticket, new TicketCorrected(number.value(), ticket.shown().told(), reason, at));
    }

    /** 分类定位, as routing told it. */
    public Change<Ticket, IntakeEvent> classify(Finding found) {
        return Change.of(new Ticket(number, status, registration, matter, corrections, found, sequel, sealed));
    }

    /** 办结, as followup told it. */
    public Change<Ticket, IntakeEvent> close() {
        Refused.unless(status.mayBecome(CLOSED), ALREADY_CLOSED);
        return Change.of(in(CLOSED, sequel, sealed));
    }

    /** 恢复回访, as followup told it: closed with an explanation, and the caller's appeal was allowed. */
    public Change<Ticket, IntakeEvent> resume() {
        return status == CLOSED
                ? Change.of(in(sequel.follows() == null ? FORWARDED : MERGED, sequel, sealed))
                : Change.of(this);
    }

    /**
     * 补充: the caller adds something.
     *
     * @param content masked, like the names of the files
     * @param newlySealed with the originals of what was masked now
     */
    public Change<Ticket, IntakeEvent> supplement(
            String content, List<Attached> files, @Nullable Sealed newlySealed, String by, Instant at) {
        refuseUnlessHandled();
        Refused.unless(sequel.supplements().size() < MOST_SUPPLEMENTS, SUPPLEMENTED_ENOUGH);
        Sequel longer = sequel.with(new Supplement(content, files, by, at));
        return Change.of(
                in(status, longer, newlySealed),
                new TicketSupplemented(
                        number.value(),
                        content,
                        idsOf(files),
                        longer.supplements().size(),
                        master(),
                        by,
                        at));
    }

    /**
     * 来电催办: the caller presses for an answer.
     *
     * @param note masked; null when nothing was written
     * @param newlySealed with the original of what was masked now
     */
    public Change<Ticket, IntakeEvent> urge(
            @Nullable String note, @Nullable Sealed newlySealed, String by, Instant at) {
        refuseUnlessHandled();
        Refused.unless(sequel.urges().size() < MOST_URGES, URGED_ENOUGH);
        Sequel longer = sequel.with(new Urge(note, by, at));
        return Change.of(
                in(status, longer, newlySealed),
                new TicketUrged(number.value(), note, longer.urges().size(), master(), by, at));
    }

    /**
     * 撤单: the caller, asked by the hotline, no longer wants it handled.
     *
     * @param reason masked
     * @param newlySealed with the original of what was masked now
     */
    public Change<Ticket, IntakeEvent> withdraw(String reason, @Nullable Sealed newlySealed, String by, Instant at) {
        refuseUnlessHandled();
        Refused.unless(sequel.leads().isEmpty(), LEADS_OTHERS);
        return Change.of(
                in(WITHDRAWN, sequel.with(new Withdrawal(reason, by, at)), newlySealed),
                new TicketWithdrawn(number.value(), reason, by, at));
    }

    /** 作为主单: others are handled with this one. It keeps the merge, not the tickets: those may be thousands. */
    public Change<Ticket, IntakeEvent> lead(String merge) {
        refuseUnlessMergeable();
        Refused.unless(sequel.leads().size() < MOST_MERGES, LEADS_TOO_MANY);
        return Change.of(in(status, sequel.leading(merge), sealed));
    }

    /** 不再是主单: nothing of that merge is handled with this one any more. */
    public Change<Ticket, IntakeEvent> release(String merge) {
        return Change.of(in(status, sequel.released(merge), sealed));
    }

    /**
     * 并入: handled with another one from now on. Told of a merge it knows already, it stays as it is.
     *
     * @param reason masked
     */
    public Change<Ticket, IntakeEvent> follow(TicketNumber master, String merge, String reason, String by, Instant at) {
        if (sequel.knows(merge)) {
            return Change.of(this);
        }
        refuseUnlessMergeable();
        Refused.unless(sequel.leads().isEmpty(), LEADS_OTHERS);
        return Change.of(
                in(MERGED, sequel.following(new Following(master, merge, reason, by, at)), sealed),
                new TicketMerged(number.value(), master.value(), merge, reason, by, at));
    }

    /** 撤销并单: stands alone again, with everything that came to it meanwhile. */
    public Change<Ticket, IntakeEvent> standAlone(String merge, String by, Instant at) {
        Following former = sequel.follows();
        if (former == null || !former.merge().equals(merge)) {
            return Change.of(this);
        }
        refuseUnlessHandled();
        return Change.of(
                in(FORWARDED, sequel.alone(new Undone(former, by, at)), sealed),
                new MergeUndone(number.value(), former.master().value(), merge, by, at));
    }

    /** 二次办理, as followup told it: a merged caller who was not served is handled by themselves from now on. */
    public Change<Ticket, IntakeEvent> reopen(Instant at) {
        return status == MERGED && sequel.follows() != null
                ? standAlone(sequel.follows().merge(), "AUTO", at)
                : Change.of(this);
    }

    private void refuseUnlessMergeable() {
        refuseUnlessHandled();
        Refused.unless(status == FORWARDED, FOLLOWS_ALREADY);
        Refused.unless(!isConfidential(), CONFIDENTIAL);
    }

    /** Only what somebody handles can be added to. */
    private void refuseUnlessHandled() {
        Refused.unless(status != WITHDRAWN, TICKET_WITHDRAWN);
        Refused.unless(status != CLOSED, TICKET_CLOSED);
        Refused.unless(status.isHandled(), NOT_HANDLED);
    }

    private @Nullable String master() {
        return sequel.follows() == null ? null : sequel.follows().master().value();
    }

    private Ticket in(TicketStatus next, Sequel longer, @Nullable Sealed newlySealed) {
        return new Ticket(number, next, registration, matter, corrections, finding, longer, newlySealed);
    }

    /** Under which number it is handled: its own, or while it is merged its master's. */
    public TicketNumber handledAs() {
        return status == MERGED && sequel.follows() != null ? sequel.follows().master() : number;
    }

    /** 佐证: files of a unit that handled it. */
    public Change<Ticket, IntakeEvent> shown(List<Attached> files, @Nullable Sealed newlySealed) {
        return Change.of(in(status, sequel.shown(files), newlySealed));
    }

    /** All files of it: what came with it, then or later, and what units showed. */
    public List<Attached> attachments() {
        return Stream.of(
                        registration.attachments().stream(),
                        sequel.supplements().stream().flatMap(one -> one.attachments().stream()),
                        sequel.evidence().stream())
                .flatMap(files -> files)
                .toList();
    }

    /** Whether a file is one of its. */
    public boolean lists(String attachment) {
        return attachments().stream().anyMatch(file -> file.id().equals(attachment));
    }

    /** What the caller added, in their own words, opened with their key. */
    public List<String> supplementsInOwnWords(Seal seal) {
        List<Supplement> all = sequel.supplements();
        return IntStream.range(0, all.size())
                .mapToObj(i -> opened(Sequel.supplementField(i + 1), seal)
                        .orElse(all.get(i).content()))
                .toList();
    }

    /** How often people have written it: 1 as registered. What other services tell does not count. */
    public long edition() {
        return corrections.size() + 1L;
    }

    /** 保密: for named people only. */
    public boolean isConfidential() {
        return registration.caller().wishes().confidential();
    }

    /** The matter as it is shown and told. */
    public Matter shown() {
        return matter.titled();
    }

    /** Who asks, opened with their key. */
    public Identity identity(Seal seal, @Nullable PhoneNumber phone) {
        return new Identity(
                opened("name", seal).orElse(null),
                phone,
                opened("account", seal).orElse(null));
    }

    /** The matter in the caller's own words, opened with their key. */
    public Matter inOwnWords(Seal seal) {
        String where = matter.place().text();
        return matter.with(
                matter.title() == null ? null : latest("title", Matter::title, seal),
                latest("content", Matter::content, seal),
                where == null ? null : latest("place", before -> before.place().text(), seal));
    }

    /** What the desk decided in its own words, opened with the caller's key. */
    public Decision decisionInOwnWords(Seal seal) {
        Decision decision = registration.decision();
        return new Decision(
                decision.disposition(),
                opened("answer", seal).orElse(decision.answer()),
                decision.articleId(),
                opened("reason", seal).orElse(decision.reason()));
    }

    /** The newest edition that had the text sealed, unless it was written anew since without anything personal. */
    private @Nullable String latest(String field, Function<Matter, @Nullable String> text, Seal seal) {
        for (long edition = edition(); edition >= 1; edition--) {
            Optional<String> original = opened(field + "/" + edition, seal);
            if (original.isPresent()) {
                return original.get();
            }
            if (edition > 1 && !Objects.equals(text.apply(at(edition)), text.apply(at(edition - 1)))) {
                break;
            }
        }
        return text.apply(matter);
    }

    private Matter at(long edition) {
        return edition == edition()
                ? matter
                : corrections.get((int) edition - 1).before();
    }

    private Optional<String> opened(String field, Seal seal) {
        return Optional.ofNullable(sealed)
                .flatMap(all -> all.find(field))
                .map(closed -> seal.open(Sealed.Text.place(number, field), closed));
    }

    /** What the operator chose, else what routing found. */
    public Optional<String> category() {
        return Optional.ofNullable(matter.category() == null ? finding.category() : matter.category());
    }

    /** What the operator chose, else what routing found. */
    public Optional<Urgency> urgency() {
        return Optional.ofNullable(matter.urgency() == null ? finding.urgency() : matter.urgency());
    }

    /** What the operator chose, else what routing found. */
    public Optional<String> divisionCode() {
        String chosen = matter.place().divisionCode();
        return Optional.ofNullable(chosen == null ? finding.divisionCode() : chosen);
    }

    private IntakeEvent registered() {
        Decision decision = registration.decision();
        Instant at = registration.at();
        return switch (decision.disposition()) {
            case FORWARD -> new TicketRegistered(number.value(), told(), at);
            case ANSWER ->
                new TicketAnsweredDirectly(number.value(), told(), decision.answer(), decision.articleId(), at);
            case REJECT -> new TicketRejected(number.value(), told(), decision.reason(), at);
            case TRANSFER_OUT -> new TicketTransferredOut(number.value(), told(), decision.reason(), at);
        };
    }

    private IntakeEvent.Registration told() {
        Arrival arrival = registration.arrival();
        Caller caller = registration.caller();
        return new IntakeEvent.Registration(
                arrival.channel(),
                arrival.family().name(),
                arrival.callId(),
                caller.token(),
                caller.wishes().anonymous(),
                caller.wishes().confidential(),
                caller.wishes().reply(),
                shown().told(),
                arrival.receivedAt(),
                idsOf(registration.attachments()));
    }

    private static @Nullable List<String> idsOf(List<Attached> files) {
        return files.isEmpty() ? null : files.stream().map(Attached::id).toList();
    }

    /** What a ticket said before it was corrected, and why it was. */
    public record Correction(Matter before, String reason, Instant at) {}
}
