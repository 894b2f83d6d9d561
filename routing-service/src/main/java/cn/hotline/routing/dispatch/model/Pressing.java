package cn.hotline.routing.dispatch.model;

import static cn.hotline.routing.dispatch.model.DispatchStatus.ESCALATED;

import cn.hotline.chassis.Change;
import cn.hotline.chassis.PersonalData;
import cn.hotline.routing.contract.RoutingEvent;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * 补充、催办、提级: what callers add and press for, and what followup takes to a higher level. None of it moves a deadline, and
 * what others have told is not told again.
 */
public final class Pressing {

    private Pressing() {}

    /**
     * 补充.
     *
     * @param from number of the merged ticket whose caller said so; null for the ticket's own
     */
    public static Change<Dispatch, RoutingEvent> supplement(
            Dispatch ticket, String content, @Nullable String from, Instant at) {
        Step step = new Step(at, StepKind.SUPPLEMENTED, said("补充", from), PersonalData.mask(content));
        return marked(ticket, Act.SUPPLEMENT, ticket.marks().supplementedAgain(), step);
    }

    /**
     * 催办.
     *
     * @param from number of the merged ticket whose caller pressed; null for the ticket's own
     */
    public static Change<Dispatch, RoutingEvent> urge(
            Dispatch ticket, @Nullable String note, @Nullable String from, Instant at) {
        Step step = new Step(at, StepKind.URGED, said("催办", from), note == null ? null : PersonalData.mask(note));
        return marked(ticket, Act.URGE, ticket.marks().urgedAgain(), step);
    }

    /**
     * 提级办理: the hotline says who above leads from now on; until then whoever has it acts on. Where the hotline decides
     * already, or nobody can act, it is a mark.
     */
    public static Change<Dispatch, RoutingEvent> escalate(Dispatch ticket, @Nullable String reason, Instant at) {
        DispatchStatus to = Act.ESCALATE.leads(ticket.status(), ESCALATED) ? ESCALATED : ticket.status();
        Act.ESCALATE.refuseUnlessFrom(ticket.status());
        Step step = new Step(at, StepKind.ESCALATED, "提级办理，由热线指定牵头单位", reason);
        Dispatch raised = ticket.marked(ticket.marks().raised());
        return Change.of(
                to == ticket.status()
                        ? raised.carriedOn(ticket.handling(), step)
                        : raised.after(Act.ESCALATE, to, ticket.handling(), step));
    }

    private static Change<Dispatch, RoutingEvent> marked(Dispatch ticket, Act act, Marks marks, Step step) {
        act.refuseUnlessFrom(ticket.status());
        return Change.of(ticket.marked(marks).carriedOn(ticket.handling(), step));
    }

    private static String said(String what, @Nullable String from) {
        return from == null ? "来电人" + what : "并入的 " + from + " 来电人" + what;
    }
}
