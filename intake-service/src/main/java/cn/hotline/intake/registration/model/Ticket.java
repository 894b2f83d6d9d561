package cn.hotline.intake.registration.model;

import static cn.hotline.chassis.Refusal.General.VERSION_CONFLICT;
import static cn.hotline.intake.registration.model.RegistrationRefusal.ALREADY_CLOSED;

import cn.hotline.chassis.Change;
import cn.hotline.chassis.Refused;
import cn.hotline.intake.contract.IntakeEvent;
import cn.hotline.intake.contract.IntakeEvent.TicketAnsweredDirectly;
import cn.hotline.intake.contract.IntakeEvent.TicketCorrected;
import cn.hotline.intake.contract.IntakeEvent.TicketRegistered;
import cn.hotline.intake.contract.IntakeEvent.TicketRejected;
import cn.hotline.intake.contract.IntakeEvent.TicketTransferredOut;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * 工单: what was asked and what the desk decided about it. Registered once with its decision; corrected while it is
 * open; classified as routing finds it; closed when followup says so.
 */
public record Ticket(
        TicketNumber number,
        TicketStatus status,
        Registration registration,
        Matter matter,
        List<Correction> corrections,
        Finding finding) {

    public Ticket {
        corrections = corrections == null ? List.of() : List.copyOf(corrections);
        finding = finding == null ? Finding.NONE : finding;
    }

    /** 登记. The decision is part of it: a ticket answered at once was never forwarded. */
    public static Change<Ticket, IntakeEvent> register(TicketNumber number, Registration registration, Matter matter) {
        TicketStatus status = registration.decision().disposition().begins();
        Ticket ticket = new Ticket(number, status, registration, matter, List.of(), Finding.NONE);
        return Change.of(ticket, ticket.registered());
    }

    /**
     * 更正: a slip in registering is put right; what was written before is kept.
     *
     * @param edition the edition the corrector saw
     */
    public Change<Ticket, IntakeEvent> correct(long edition, Matter corrected, String reason, Instant at) {
        Refused.unless(status != TicketStatus.CLOSED, ALREADY_CLOSED);
        Refused.unless(edition == edition(), VERSION_CONFLICT);
        List<Correction> trail = Stream.concat(corrections.stream(), Stream.of(new Correction(matter, reason, at)))
                .toList();
        Ticket ticket = new Ticket(number, status, registration, corrected, trail, finding);
        return Change.of(
                ticket, new TicketCorrected(number.value(), ticket.shown().told(), masked(reason), at));
    }

    /** 分类定位, as routing told it. */
    public Change<Ticket, IntakeEvent> classify(Finding found) {
        return Change.of(new Ticket(number, status, registration, matter, corrections, found));
    }

    /** 办结, as followup told it. */
    public Change<Ticket, IntakeEvent> close() {
        Refused.unless(status.mayBecome(TicketStatus.CLOSED), ALREADY_CLOSED);
        return Change.of(new Ticket(number, TicketStatus.CLOSED, registration, matter, corrections, finding));
    }

    /** How often people have written it: 1 as registered. What other services tell does not count. */
    public long edition() {
        return corrections.size() + 1L;
    }

    /** The matter as anybody but its keeper may see it. */
    public Matter shown() {
        return matter.masked(registration.caller()::mask);
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
                new TicketAnsweredDirectly(number.value(), told(), masked(decision.answer()), decision.articleId(), at);
            case REJECT -> new TicketRejected(number.value(), told(), masked(decision.reason()), at);
            case TRANSFER_OUT -> new TicketTransferredOut(number.value(), told(), masked(decision.reason()), at);
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
                caller.anonymous(),
                caller.confidential(),
                caller.wantsReply(),
                shown().told(),
                arrival.receivedAt());
    }

    private @Nullable String masked(@Nullable String text) {
        return text == null ? null : registration.caller().mask(text);
    }

    /** What a ticket said before it was corrected, and why it was. */
    public record Correction(Matter before, String reason, Instant at) {}
}
