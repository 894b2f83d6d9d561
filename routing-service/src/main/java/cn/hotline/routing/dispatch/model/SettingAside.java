package cn.hotline.routing.dispatch.model;

import static cn.hotline.routing.dispatch.model.DispatchStatus.MERGED;
import static cn.hotline.routing.dispatch.model.DispatchStatus.WITHDRAWN;

import cn.hotline.chassis.Change;
import cn.hotline.routing.contract.RoutingEvent;
import cn.hotline.routing.contract.RoutingEvent.DispatchRestored;
import cn.hotline.routing.contract.RoutingEvent.DispatchSetAside;
import cn.hotline.routing.deadline.model.DeadlinePolicy;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * 撤单、并单: nobody has to handle a ticket any more, or as long as it follows another. Whoever had it still sees it. A merge
 * that is undone finds it where it was, with the deadlines it had; no clock stood still.
 */
public final class SettingAside {

    private SettingAside() {}

    /** 撤单: the caller no longer wants it handled. */
    public static Change<Dispatch, RoutingEvent> withdraw(Dispatch ticket, @Nullable String reason, Instant at) {
        Step step = new Step(at, StepKind.WITHDRAWN, "来电人撤单，停止办理", reason);
        return aside(ticket, Act.WITHDRAW, WITHDRAWN, null, step);
    }

    /** 并单: it follows another. */
    public static Change<Dispatch, RoutingEvent> merge(
            Dispatch ticket, String master, @Nullable String reason, Instant at) {
        Step step = new Step(at, StepKind.MERGED, "并入 " + master + "，随主单办理", reason);
        return aside(ticket, Act.MERGE, MERGED, master, step);
    }

    /** 撤销并单. */
    public static Change<Dispatch, RoutingEvent> restore(Dispatch ticket, DeadlinePolicy policy, Instant at) {
        Act.UNDO_MERGE.refuseUnlessFrom(ticket.status());
        Marks.Aside aside = ticket.asideNow();
        Step step = new Step(at, StepKind.MERGE_UNDONE, "撤销并单，恢复为" + aside.was().term(), null);
        Dispatch back =
                ticket.marked(ticket.marks().with(null)).after(Act.UNDO_MERGE, aside.was(), ticket.handling(), step);
        Dispatch due = back.handling() == null
                ? back
                : back.handling()
                        .grace()
                        .standing()
                        .filter(standing -> back.status() == DispatchStatus.SUSPENDED)
                        .map(standing -> back.dueAt(policy.startOf(standing.reviewOn())))
                        .orElse(back);
        DispatchRestored told =
                new DispatchRestored(ticket.number().value(), aside.was().name(), due.having(), at);
        return Recusing.recused(Change.of(due, told), at);
    }

    private static Change<Dispatch, RoutingEvent> aside(
            Dispatch ticket, Act act, DispatchStatus to, @Nullable String master, Step step) {
        act.refuseUnlessFrom(ticket.status());
        DispatchStatus was = ticket.standing();
        return Change.of(
                ticket.marked(ticket.marks().with(new Marks.Aside(master, was, step.at())))
                        .after(act, to, ticket.handling(), step),
                new DispatchSetAside(ticket.number().value(), to.name(), master, ticket.having(), step.at()));
    }
}
