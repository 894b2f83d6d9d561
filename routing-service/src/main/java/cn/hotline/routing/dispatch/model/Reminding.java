package cn.hotline.routing.dispatch.model;

import static cn.hotline.routing.dispatch.model.DispatchRefusal.NOTHING_TO_REMIND_OF;

import cn.hotline.chassis.Change;
import cn.hotline.chassis.Refused;
import cn.hotline.routing.contract.RoutingEvent;
import cn.hotline.routing.contract.RoutingEvent.DeadlineWarned;
import cn.hotline.routing.contract.RoutingEvent.TicketOverdue;
import cn.hotline.routing.contract.RoutingEvent.Unit;
import cn.hotline.routing.deadline.model.Ladder.Rung;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** 到期提醒: tells of each deadline once what there is to tell, and keeps with the ticket up to when that was done. */
public final class Reminding {

    private Reminding() {}

    /**
     * @param called names of those whom each rung calls
     * @throws Refused when there is nothing to tell by now
     */
    public static Change<Dispatch, RoutingEvent> tell(
            Dispatch ticket, Instant now, Function<Rung, List<String>> called) {
        Act.REMIND.refuseUnlessFrom(ticket.status());
        Handling handling = ticket.handled();
        List<Reminder> due = Reminder.dueBy(now, ticket.status(), handling);
        Refused.unless(!due.isEmpty(), NOTHING_TO_REMIND_OF);
        Unit lead = handling.lead().unit();
        Step[] steps = due.stream()
                .flatMap(reminder -> step(lead, reminder, called, now).stream())
                .toArray(Step[]::new);
        List<RoutingEvent> told = due.stream()
                .map(reminder -> told(ticket.number().value(), lead, reminder, now))
                .toList();
        return new Change<>(ticket.after(Act.REMIND, ticket.status(), handling.reminded(now), steps), told);
    }

    /** What is only warned of is no step of the ticket. */
    private static Optional<Step> step(Unit lead, Reminder reminder, Function<Rung, List<String>> called, Instant now) {
        if (reminder.overdue()) {
            return Optional.of(new Step(
                    now, StepKind.OVERDUE, lead.name() + reminder.item().term() + "逾期", null));
        }
        return reminder.rung()
                .map(rung -> new Step(
                        now,
                        StepKind.CALLED,
                        lead.name() + "未签收特急工单，" + reminder.stage().term(),
                        words(called.apply(rung))));
    }

    private static @Nullable String words(List<String> names) {
        return names.isEmpty() ? null : String.join("、", names);
    }

    private static RoutingEvent told(String number, Unit lead, Reminder reminder, Instant now) {
        String item = reminder.item().name();
        return reminder.overdue()
                ? new TicketOverdue(number, lead, item, reminder.dueAt(), now)
                : new DeadlineWarned(number, lead, item, reminder.stage().name(), reminder.dueAt(), now);
    }
}
