package cn.hotline.intake.registration;

import cn.hotline.chassis.Change;
import cn.hotline.intake.contract.IntakeEvent;
import cn.hotline.intake.registration.model.Arrival;
import cn.hotline.intake.registration.model.Caller;
import cn.hotline.intake.registration.model.Decision;
import cn.hotline.intake.registration.model.Matter;
import cn.hotline.intake.registration.model.Ticket;
import cn.hotline.intake.registration.model.TicketNumber;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A contact as it was read from a request: everything a ticket is made of but its number and its caller's token. */
public record NewTicket(Arrival arrival, Caller caller, Matter matter, Decision decision) {

    @Nullable
    String phone() {
        return caller.phone();
    }

    /** What may be registered once only: the channel's own number for this message. */
    Optional<String> uniqueAs() {
        return Optional.ofNullable(arrival.externalId()).map(id -> "ext:" + arrival.channel() + ":" + id);
    }

    Change<Ticket, IntakeEvent> register(TicketNumber number, @Nullable String token, Instant at) {
        Caller known = new Caller(
                caller.name(), caller.phone(), token, caller.anonymous(), caller.confidential(), caller.wantsReply());
        return Ticket.register(number, arrival, known, matter, decision, at);
    }
}
