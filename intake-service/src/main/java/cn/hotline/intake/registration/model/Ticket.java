package cn.hotline.intake.registration.model;

import static cn.hotline.chassis.Refusal.General.VERSION_CONFLICT;
import static cn.hotline.intake.registration.model.RegistrationRefusal.ALREADY_CLOSED;

import cn.hotline.chassis.Change;
import cn.hotline.chassis.Refused;
import cn.hotline.intake.callers.model.Identity;
import cn.hotline.intake.callers.model.PhoneNumber;
import cn.hotline.intake.callers.model.Seal;
import cn.hotline.intake.contract.IntakeEvent;
import cn.hotline.intake.contract.IntakeEvent.TicketAnsweredDirectly;
import cn.hotline.intake.contract.IntakeEvent.TicketCorrected;
import cn.hotline.intake.contract.IntakeEvent.TicketRegistered;
import cn.hotline.intake.contract.IntakeEvent.TicketRejected;
import cn.hotline.intake.contract.IntakeEvent.TicketTransferredOut;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * 工单: what was asked and what the desk decided about it. Registered once with its decision; corrected while it is
 * open; classified as routing finds it; closed when followup says so.
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
        @Nullable Sealed sealed) {

    public Ticket {
        corrections = corrections == null ? List.of() : List.copyOf(corrections);
        finding = finding == null ? Finding.NONE : finding;
    }

    /** 登记. The decision is part of it: a ticket answered at once was never forwarded. */
    public static Change<Ticket, IntakeEvent> register(
            TicketNumber number, Registration registration, Matter matter, @Nullable Sealed sealed) {
        TicketStatus status = registration.decision().disposition().begins();
        Ticket ticket = new Ticket(number, status, registration, matter, List.of(), Finding.NONE, sealed);
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
        Refused.unless(status != TicketStatus.CLOSED, ALREADY_CLOSED);
        Refused.unless(edition == edition(), VERSION_CONFLICT);
        List<Correction> trail = Stream.concat(corrections.stream(), Stream.of(new Correction(matter, reason, at)))
                .toList();
        Ticket ticket = new Ticket(number, status, registration, corrected, trail, finding, newlySealed);
        return Change.of(
                ticket, new TicketCorrected(number.value(), ticket.shown().told(), reason, at));
    }

    /** 分类定位, as routing told it. */
    public Change<Ticket, IntakeEvent> classify(Finding found) {
        return Change.of(new Ticket(number, status, registration, matter, corrections, found, sealed));
    }

    /** 办结, as followup told it. */
    public Change<Ticket, IntakeEvent> close() {
        Refused.unless(status.mayBecome(TicketStatus.CLOSED), ALREADY_CLOSED);
        return Change.of(new Ticket(number, TicketStatus.CLOSED, registration, matter, corrections, finding, sealed));
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
                registration.attachments().isEmpty()
                        ? null
                        : registration.attachments().stream().map(Attached::id).toList());
    }

    /** What a ticket said before it was corrected, and why it was. */
    public record Correction(Matter before, String reason, Instant at) {}
}
