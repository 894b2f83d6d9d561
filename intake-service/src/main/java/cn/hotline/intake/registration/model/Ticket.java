package cn.hotline.intake.registration.model;

import static cn.hotline.intake.registration.model.RegistrationRefusal.ALREADY_CLOSED;

import cn.hotline.chassis.Change;
import cn.hotline.chassis.Refused;
import cn.hotline.intake.contract.IntakeEvent;
import cn.hotline.intake.contract.IntakeEvent.Registration;
import cn.hotline.intake.contract.IntakeEvent.TicketAnsweredDirectly;
import cn.hotline.intake.contract.IntakeEvent.TicketCorrected;
import cn.hotline.intake.contract.IntakeEvent.TicketRegistered;
import cn.hotline.intake.contract.IntakeEvent.TicketRejected;
import cn.hotline.intake.contract.IntakeEvent.TicketTransferredOut;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * 工单: what was asked and what the desk decided about it. Registered once with its decision; corrected while it is
 * open; closed when followup says so.
 */
public record Ticket(
        TicketNumber number,
        TicketStatus status,
        Arrival arrival,
        Caller caller,
        Matter matter,
        Decision decision,
        List<Correction> corrections,
        Instant registeredAt) {

    public Ticket {
        corrections = corrections == null ? List.of() : List.copyOf(corrections);
    }

    /** 登记. The decision is part of it: a ticket answered at once was never forwarded. */
    public static Change<Ticket, IntakeEvent> register(
            TicketNumber number, Arrival arrival, Caller caller, Matter matter, Decision decision, Instant at) {
        Ticket ticket =
                new Ticket(number, decision.disposition().begins(), arrival, caller, matter, decision, List.of(), at);
        return Change.of(ticket, ticket.registered());
    }

    /** 更正: a slip in registering is put right; what was written before is kept. */
    public Change<Ticket, IntakeEvent> correct(Matter corrected, String reason, Instant at) {
        Refused.unless(status != TicketStatus.CLOSED, ALREADY_CLOSED);
        List<Correction> trail = Stream.concat(corrections.stream(), Stream.of(new Correction(matter, reason, at)))
                .toList();
        Ticket ticket = new Ticket(number, status, arrival, caller, corrected, decision, trail, registeredAt);
        return Change.of(
                ticket, new TicketCorrected(number.value(), ticket.shown().told(), caller.mask(reason), at));
    }

    /** 办结, as followup told it. */
    public Change<Ticket, IntakeEvent> close() {
        Refused.unless(status.mayBecome(TicketStatus.CLOSED), ALREADY_CLOSED);
        return Change.of(
                new Ticket(number, TicketStatus.CLOSED, arrival, caller, matter, decision, corrections, registeredAt));
    }

    /** The matter as anybody but its keeper may see it. */
    public Matter shown() {
        return matter.masked(caller::mask);
    }

    private IntakeEvent registered() {
        Registration registration = new Registration(
                arrival.channel(),
                arrival.family().name(),
                arrival.callId(),
                caller.token(),
                caller.anonymous(),
                caller.confidential(),
                caller.wantsReply(),
                shown().told(),
                arrival.receivedAt());
        return switch (decision.disposition()) {
            case FORWARD -> new TicketRegistered(number.value(), registration, registeredAt);
            case ANSWER ->
                new TicketAnsweredDirectly(
                        number.value(), registration, told(decision.answer()), decision.articleId(), registeredAt);
            case REJECT -> new TicketRejected(number.value(), registration, told(decision.reason()), registeredAt);
            case TRANSFER_OUT ->
                new TicketTransferredOut(number.value(), registration, told(decision.reason()), registeredAt);
        };
    }

    private @Nullable String told(@Nullable String text) {
        return text == null ? null : caller.mask(text);
    }

    /** What a ticket said before it was corrected, and why it was. */
    public record Correction(Matter before, String reason, Instant at) {}
}
