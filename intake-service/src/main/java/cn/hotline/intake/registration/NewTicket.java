package cn.hotline.intake.registration;

import cn.hotline.chassis.Change;
import cn.hotline.intake.callers.KnownCaller;
import cn.hotline.intake.callers.model.Identity;
import cn.hotline.intake.contract.IntakeEvent;
import cn.hotline.intake.registration.model.Arrival;
import cn.hotline.intake.registration.model.Attached;
import cn.hotline.intake.registration.model.Caller;
import cn.hotline.intake.registration.model.Caller.Wishes;
import cn.hotline.intake.registration.model.Concealment;
import cn.hotline.intake.registration.model.Decision;
import cn.hotline.intake.registration.model.Matter;
import cn.hotline.intake.registration.model.Registration;
import cn.hotline.intake.registration.model.Sealed;
import cn.hotline.intake.registration.model.Ticket;
import cn.hotline.intake.registration.model.TicketNumber;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A contact as it was read from a request, nothing masked yet: everything a ticket is made of but its number.
 *
 * @param attachments ids of files that were sent before, without doubles
 */
public record NewTicket(
        Arrival arrival, Identity caller, Wishes wishes, Matter matter, Decision decision, List<String> attachments) {

    public NewTicket {
        attachments = List.copyOf(attachments);
    }

    Concealed concealed() {
        Concealment concealment = new Concealment(caller).withIdentity();
        return new Concealed(this, concealment, matter.concealed(concealment, 1), decision.concealed(concealment));
    }

    /** The same contact with its texts masked, and what there is to seal. */
    record Concealed(NewTicket asked, Concealment concealment, Matter matter, Decision decision) {

        /** @param known the caller, empty when nothing is known of them and nothing is to be sealed */
        Change<Ticket, IntakeEvent> register(
                TicketNumber number, Optional<KnownCaller> known, List<Attached> files, String by, Instant at) {
            String token = asked.caller().phone() == null
                    ? null
                    : known.map(KnownCaller::token).orElse(null);
            Caller caller = Caller.of(asked.caller(), asked.wishes(), token);
            List<Attached> shown =
                    files.stream().map(file -> file.concealed(asked.caller())).toList();
            return Ticket.register(
                    number,
                    new Registration(asked.arrival(), caller, decision, shown, by, at),
                    matter,
                    sealed(number, known));
        }

        boolean hasNothingToSeal() {
            return concealment.isEmpty() && asked.attachments().isEmpty();
        }

        private @Nullable Sealed sealed(TicketNumber number, Optional<KnownCaller> known) {
            return known.map(keeper -> new Sealed(keeper.token(), concealment.close(number, keeper.seal())))
                    .orElse(null);
        }
    }
}
