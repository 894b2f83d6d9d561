package cn.hotline.routing.dispatch.model;

import static cn.hotline.routing.dispatch.model.DispatchRefusal.NOT_CONCERNED;
import static cn.hotline.routing.dispatch.model.DispatchRefusal.NOT_CONFIDENTIAL;
import static cn.hotline.routing.dispatch.model.DispatchRefusal.ONLY_HEADS;

import cn.hotline.chassis.Change;
import cn.hotline.chassis.Refused;
import cn.hotline.routing.contract.RoutingEvent;
import cn.hotline.routing.contract.RoutingEvent.ClerkNamed;
import cn.hotline.routing.contract.RoutingEvent.Unit;
import cn.hotline.routing.recusal.model.Concern;
import java.time.Instant;

/** 知悉: who comes to know a ticket that is kept from most, or to have one they were kept away from. */
public final class Opening {

    private Opening() {}

    /** 署名查看: somebody of the hotline takes a confidential ticket by name, and reads it from now on. */
    public static Change<Dispatch, RoutingEvent> take(Dispatch ticket, Staff by, String reason, Instant at) {
        return opened(ticket, secrecy(ticket).taken(by), new Step(at, StepKind.TAKEN_BY_NAME, "署名查看保密内容", reason, by));
    }

    /** 指定经办人: whoever heads a unit lets a clerk of it handle a confidential ticket. */
    public static Change<Dispatch, RoutingEvent> name(Dispatch ticket, String account, Staff by, Instant at) {
        Secrecy before = secrecy(ticket);
        Refused.unless(by.leads() && by.unit() != null, ONLY_HEADS);
        Unit unit = by.ofUnit();
        return opened(
                ticket,
                before.named(Sight.clerk(unit.code(), account)),
                new Step(at, StepKind.CLERK_NAMED, unit.name() + "指定经办人 " + account, null, by),
                new ClerkNamed(ticket.number().value(), unit, account, by.account(), at));
    }

    /** 应急查看: two people of the hotline together open a confidential ticket to both for a while. */
    public static Change<Dispatch, RoutingEvent> need(Dispatch ticket, Staff by, String reason, Instant at) {
        Secrecy before = secrecy(ticket);
        Step step = before.isConfirmedBy(by, at)
                ? new Step(at, StepKind.OPENED_IN_NEED, "两人应急查看保密内容", reason, by)
                : new Step(at, StepKind.NEED_ASKED, "申请应急查看，等待第二人确认", reason, by);
        return opened(ticket, before.needed(by, at), step);
    }

    /** 解除回避: a supervisor finds that this unit is not accused after all. */
    public static Change<Dispatch, RoutingEvent> clear(
            Dispatch ticket, String unitCode, Staff by, String reason, Instant at) {
        Concern concern = ticket.concerns().stream()
                .filter(standing -> standing.unit().equals(unitCode))
                .findFirst()
                .orElseThrow(() -> new Refused(NOT_CONCERNED));
        Step step = new Step(at, StepKind.CLEARED, "核实后解除" + concern.name() + "的回避", reason, by);
        return Change.of(ticket.knownTo(ticket.sight().cleared(unitCode), step));
    }

    private static Change<Dispatch, RoutingEvent> opened(Dispatch ticket, Secrecy to, Step step, RoutingEvent... told) {
        return Change.of(ticket.knownTo(ticket.sight().with(to), step), told);
    }

    private static Secrecy secrecy(Dispatch ticket) {
        Secrecy secrecy = ticket.sight().secrecy();
        if (secrecy == null) {
            throw new Refused(NOT_CONFIDENTIAL);
        }
        return secrecy;
    }
}
