package cn.hotline.followup.supervision;

import static cn.hotline.followup.supervision.model.SupervisionRefusal.ANSWER_BY_OUT_OF_RANGE;
import static cn.hotline.followup.supervision.model.SupervisionRefusal.UNKNOWN_SUPERVISION;

import cn.hotline.chassis.Aggregates.Versioned;
import cn.hotline.chassis.Change;
import cn.hotline.chassis.Refused;
import cn.hotline.chassis.Refused.FieldError;
import cn.hotline.chassis.web.Page;
import cn.hotline.followup.contract.FollowupEvent;
import cn.hotline.followup.contract.FollowupEvent.ExclusionRevoked;
import cn.hotline.followup.contract.FollowupEvent.TicketClosed;
import cn.hotline.followup.contract.FollowupEvent.TicketExcluded;
import cn.hotline.followup.contract.FollowupEvent.TicketReopened;
import cn.hotline.followup.revisit.Matters;
import cn.hotline.followup.revisit.model.TicketNumber;
import cn.hotline.followup.supervision.model.Level;
import cn.hotline.followup.supervision.model.SupervisionPolicy;
import cn.hotline.followup.supervision.model.Unit;
import cn.hotline.followup.supervision.model.Watch;
import cn.hotline.followup.supervision.model.Workdays;
import cn.hotline.routing.contract.RoutingEvent;
import cn.hotline.routing.contract.RoutingEvent.DispatchRecalled;
import cn.hotline.routing.contract.RoutingEvent.DispatchRestored;
import cn.hotline.routing.contract.RoutingEvent.DispatchSetAside;
import cn.hotline.routing.contract.RoutingEvent.ExtensionDecided;
import cn.hotline.routing.contract.RoutingEvent.ReplyDecided;
import cn.hotline.routing.contract.RoutingEvent.TicketDispatched;
import cn.hotline.routing.contract.RoutingEvent.TicketOverdue;
import cn.hotline.routing.contract.RoutingEvent.TicketReplied;
import cn.hotline.routing.contract.RoutingEvent.TicketSuspended;
import cn.hotline.routing.contract.RoutingEvent.UnitSucceeded;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

/** 督办台: presses units that do not answer, by itself and when somebody asks, and escalates what goes on too long. */
public final class SupervisionDesk {

    private static final int LOOKED_AT_ONCE = 500;
    private static final Duration LONGEST = Duration.ofDays(60);

    private final Watches watches;
    private final Matters matters;
    private final SupervisionPolicy policy;
    private final Clock clock;

    public SupervisionDesk(Watches watches, Matters matters, SupervisionPolicy policy, Clock clock) {
        this.watches = watches;
        this.matters = matters;
        this.policy = policy;
        this.clock = clock;
    }

    public Mono<Versioned<Watch>> dispatched(TicketDispatched told) {
        return note(told.number(), watch -> watch.dispatched(unit(told.unit()), policy, told.at()));
    }

    /** What was dispatched by mistake does not count as a further unit. */
    public Mono<Versioned<Watch>> recalled(DispatchRecalled told) {
        List<String> wrongly = told.ground().equals("WRONG_DISPATCH")
                ? told.units().stream().map(RoutingEvent.Unit::code).toList()
                : List.of();
        return note(told.number(), watch -> watch.recalled(lead(told.left()), wrongly, policy, told.at()));
    }

    public Mono<Versioned<Watch>> succeeded(UnitSucceeded told) {
        return note(told.number(), watch -> watch.recalled(lead(told.holders()), List.of(), policy, told.at()));
    }

    public Mono<Versioned<Watch>> overdue(TicketOverdue told) {
        boolean finish = told.item().equals("FINISH");
        return note(
                told.number(),
                watch -> watch.overdue(
                        unit(told.unit()),
                        what(told.item()),
                        finish ? told.dueAt() : null,
                        new Workdays(told.workdays()),
                        policy,
                        told.at()));
    }

    public Mono<Versioned<Watch>> replied(TicketReplied told) {
        return note(told.number(), watch -> watch.inTime(policy, told.at()));
    }

    public Mono<Versioned<Watch>> suspended(TicketSuspended told) {
        return note(told.number(), watch -> watch.inTime(policy, told.at()));
    }

    public Mono<Versioned<Watch>> extended(ExtensionDecided told) {
        return note(told.number(), watch -> told.approved() ? watch.inTime(policy, told.at()) : Change.of(watch));
    }

    public Mono<Versioned<Watch>> decided(ReplyDecided told) {
        return note(told.number(), watch -> told.accepted() ? Change.of(watch) : watch.reworked(policy, told.at()));
    }

    public Mono<Versioned<Watch>> setAside(DispatchSetAside told) {
        return note(told.number(), watch -> watch.over(policy, told.at()));
    }

    public Mono<Versioned<Watch>> restored(DispatchRestored told) {
        return note(told.number(), watch -> watch.restored(lead(told.units()), policy, told.at()));
    }

    public Mono<Versioned<Watch>> reopened(TicketReopened told) {
        return note(told.number(), watch -> watch.reworked(policy, told.at()));
    }

    public Mono<Versioned<Watch>> closed(TicketClosed told) {
        return note(told.number(), watch -> watch.over(policy, told.at()));
    }

    public Mono<Versioned<Watch>> excluded(TicketExcluded told) {
        return note(told.number(), watch -> watch.over(policy, told.at()));
    }

    public Mono<Versioned<Watch>> countsAgain(ExclusionRevoked told) {
        return note(told.number(), watch -> watch.restored(null, policy, told.at()));
    }

    /**
     * Looks at tickets for which time alone changes something.
     *
     * @return how many there were
     */
    public Mono<Long> look() {
        Instant now = clock.instant();
        return watches.due(now, LOOKED_AT_ONCE)
                .concatMap(ticket -> watches.change(ticket, watch -> watch.looked(policy, now)))
                .count();
    }

    /**
     * 催办, 督办 or 提级.
     *
     * @param text masked
     * @param answerBy null for as long as the policy gives
     */
    public Mono<SupervisionCase> issue(
            TicketNumber ticket, Level level, String text, @Nullable Instant answerBy, String by) {
        Instant now = clock.instant();
        if (level == Level.ESCALATE) {
            return command(ticket, null, watch -> watch.escalate(text, by, policy, now));
        }
        if (answerBy != null && (!answerBy.isAfter(now) || answerBy.isAfter(now.plus(LONGEST)))) {
            throw new Refused(
                    ANSWER_BY_OUT_OF_RANGE, List.of(new FieldError("answerBy", ANSWER_BY_OUT_OF_RANGE.sentence())));
        }
        return command(ticket, null, watch -> watch.issue(level, text, answerBy, by, policy, now));
    }

    /**
     * 回复, by the unit that is asked.
     *
     * @param text masked
     */
    public Mono<SupervisionCase> answer(String id, String unit, String text, String by) {
        return command(ticketOf(id), unit, watch -> watch.answer(id, unit, text, by, clock.instant()));
    }

    /** 解除. */
    public Mono<SupervisionCase> lift(String id, String by) {
        return command(ticketOf(id), null, watch -> watch.lift(id, by, clock.instant()));
    }

    /**
     * One ticket.
     *
     * @param unit code of the unit that asks, which sees what it has; null for the hotline's people
     */
    public Mono<SupervisionCase> find(TicketNumber ticket, @Nullable String unit) {
        return watches.find(ticket)
                .map(Versioned::state)
                .filter(watch -> unit == null || watch.isWith(unit))
                .switchIfEmpty(Mono.error(() -> new Refused(UNKNOWN_SUPERVISION)))
                .flatMap(watch -> seen(watch, unit));
    }

    public Mono<Page<SupervisionCase>> list(WatchFilter filter, Page.Asked asked) {
        return watches.list(filter, asked).flatMap(page -> matters.of(page.items().stream()
                        .map(stored -> stored.state().ticket())
                        .toList())
                .map(found -> page.map(stored -> SupervisionCase.of(
                        stored.state(), found.get(stored.state().ticket()), filter.unit()))));
    }

    public Mono<Long> count(WatchFilter filter) {
        return watches.count(filter);
    }

    /** An event opens the watch, whichever comes first. */
    private Mono<Versioned<Watch>> note(String number, Function<Watch, Change<Watch, FollowupEvent>> decision) {
        return watches.changeOrOpen(new TicketNumber(number), decision);
    }

    private Mono<SupervisionCase> command(
            TicketNumber ticket, @Nullable String unit, Function<Watch, Change<Watch, FollowupEvent>> decision) {
        return watches.change(ticket, decision).map(Versioned::state).flatMap(watch -> seen(watch, unit));
    }

    private Mono<SupervisionCase> seen(Watch watch, @Nullable String unit) {
        return matters.of(List.of(watch.ticket()))
                .map(found -> SupervisionCase.of(watch, found.get(watch.ticket()), unit));
    }

    /** The ticket stands in the id. */
    private static TicketNumber ticketOf(String id) {
        int dash = id.lastIndexOf('-');
        Refused.unless(dash > 0, UNKNOWN_SUPERVISION);
        return new TicketNumber(id.substring(0, dash));
    }

    private static @Nullable Unit lead(List<RoutingEvent.Unit> holders) {
        return holders.isEmpty() ? null : unit(holders.get(0));
    }

    private static Unit unit(RoutingEvent.Unit unit) {
        return new Unit(unit.code(), unit.name());
    }

    private static String what(String item) {
        return switch (item) {
            case "ACKNOWLEDGE" -> "签收";
            case "CONTACT" -> "首次联系";
            default -> "办结";
        };
    }
}
