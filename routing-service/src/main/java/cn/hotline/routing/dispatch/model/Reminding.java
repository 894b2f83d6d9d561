package cn.hotline.routing.dispatch.model;

import static cn.hotline.routing.dispatch.model.DispatchRefusal.NOTHING_TO_REMIND_OF;

import cn.hotline.chassis.Change;
import cn.hotline.chassis.Refused;
import cn.hotline.routing.contract.RoutingEvent;
import cn.hotline.routing.contract.RoutingEvent.DeadlineWarned;
import cn.hotline.routing.contract.RoutingEvent.TicketOverdue;
import cn.hotline.routing.contract.RoutingEvent.Unit;
import cn.hotline.routing.deadline.model.DeadlinePolicy;
import cn.hotline.routing.deadline.model.Ladder.Rung;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;

/** 到期提醒: tells of each deadline once what there is to tell, and keeps with the ticket up to when that was done. */
public final class Reminding {

    /** So many working days are told ahead: a week to answer in, and a week before somebody presses harder. */
    private static final int WORKDAYS_TOLD = 10;

    private Reminding() {}

    /**
     * @param called names of those whom each rung of a unit calls
     * @throws Refused when there is nothing to tell by now
     */
    public static Change<Dispatch, RoutingEvent> tell(
            Dispatch ticket, Instant now, BiFunction<Unit, Rung, List<String>> called, DeadlinePolicy policy) {
        Act.REMIND.refuseUnlessFrom(ticket.status());
        Handling handling = ticket.handled();
        List<Reminder> due = Reminder.dueBy(now, ticket.status(), handling);
        Refused.unless(!due.isEmpty(), NOTHING_TO_REMIND_OF);
        Step[] steps = due.stream()
                .flatMap(reminder -> step(reminder, called, now).stream())
                .toArray(Step[]::new);
        List<Instant> workdays = policy.workdaysAfter(handling.lead().timing(), now, WORKDAYS_TOLD);
        List<RoutingEvent> told = due.stream()
                .map(reminder -> told(ticket.number().value(), reminder, workdays, now))
                .toList();
        return new Change<>(ticket.after(Act.REMIND, ticket.status(), handling.reminded(now), steps), told);
    }

    /** What is only warned of is no step of the ticket. */
    private static Optional<Step> step(Reminder reminder, BiFunction<Unit, Rung, List<String>> called, Instant now) {
        String unit = reminder.unit().name();
        if (reminder.overdue()) {
            return Optional.of(
                    new Step(now, StepKind.OVERDUE, unit + reminder.item().term() + "逾期", null));
        }
        return reminder.rung()
                .map(rung -> new Step(
                        now,
                        StepKind.CALLED,
                        unit + "未签收特急工单，" + reminder.stage().term(),
                        words(called.apply(reminder.unit(), rung))));
    }

    private static @Nullable String words(List<String> names) {
        return names.isEmpty() ? null : String.join("、", names);
    }

    private static RoutingEvent told(String number, Reminder reminder, List<Instant> workdays, Instant now) {
        String item = reminder.item().name();
        return reminder.overdue()
                ? new TicketOverdue(
                        number, reminder.unit(), item, reminder.dueAt(), workdays.isEmpty() ? null : workdays, now)
                : new DeadlineWarned(
                        number, reminder.unit(), item, reminder.stage().name(), reminder.dueAt(), now);
    }
}
