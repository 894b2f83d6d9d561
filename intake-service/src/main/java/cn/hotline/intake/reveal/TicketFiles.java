package cn.hotline.intake.reveal;

import cn.hotline.access.Person;
import cn.hotline.chassis.Refused;
import cn.hotline.intake.progress.Progresses;
import cn.hotline.intake.progress.model.Progress;
import cn.hotline.intake.progress.model.Progress.Clerk;
import cn.hotline.intake.registration.Calls;
import cn.hotline.intake.registration.Tickets;
import cn.hotline.intake.registration.model.Call;
import cn.hotline.intake.registration.model.RegistrationRefusal;
import cn.hotline.intake.registration.model.Ticket;
import cn.hotline.intake.registration.model.TicketNumber;
import java.util.Optional;
import reactor.core.publisher.Mono;

/** 卷宗: a ticket with all that is known of its course. */
public final class TicketFiles {

    private final Tickets tickets;
    private final Calls calls;
    private final Progresses progresses;

    public TicketFiles(Tickets tickets, Calls calls, Progresses progresses) {
        this.tickets = tickets;
        this.calls = calls;
        this.progresses = progresses;
    }

    /** @return refused as unknown when there is no such ticket */
    public Mono<TicketFile> find(TicketNumber number) {
        return tickets.find(number)
                .switchIfEmpty(Mono.error(new Refused(RegistrationRefusal.UNKNOWN_TICKET)))
                .flatMap(ticket -> Mono.zip(
                        progresses.find(number.value()),
                        call(ticket),
                        (progress, call) -> new TicketFile(ticket, progress, call)));
    }

    private Mono<Optional<Call>> call(Ticket ticket) {
        return Mono.justOrEmpty(ticket.registration().arrival().callId())
                .flatMap(calls::find)
                .map(Optional::of)
                .defaultIfEmpty(Optional.empty());
    }

    /** @param call it was registered in, if one is recorded */
    public record TicketFile(Ticket ticket, Progress progress, Optional<Call> call) {

        /**
         * Whether it is there for this person of a unit: their unit holds it, and a confidential one opens to whoever heads
         * the unit, to deputies, and to clerks they named, as on the unit's own pages.
         */
        public boolean isHeldBy(Person person) {
            String unit = person.unit();
            return unit != null
                    && progress.holders().contains(unit)
                    && (!ticket.isConfidential()
                            || person.leads()
                            || progress.clerks().contains(new Clerk(unit, person.account())));
        }
    }
}
