package cn.hotline.intake.registration;

import cn.hotline.chassis.Change;
import cn.hotline.intake.contract.IntakeEvent;
import cn.hotline.intake.registration.model.Arrival;
import cn.hotline.intake.registration.model.Caller;
import cn.hotline.intake.registration.model.Decision;
import cn.hotline.intake.registration.model.Matter;
import cn.hotline.intake.registration.model.Registration;
import cn.hotline.intake.registration.model.Ticket;
import cn.hotline.intake.registration.model.TicketNumber;
import java.time.Instant;

/** A contact as it was read from a request: everything a ticket is made of but its number and its caller's token. */
public record NewTicket(Arrival arrival, Caller caller, Matter matter, Decision decision) {

    Change<Ticket, IntakeEvent> register(TicketNumber number, Caller known, Instant at) {
        return Ticket.register(number, new Registration(arrival, known, decision, at), matter);
    }
}
