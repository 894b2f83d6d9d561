package cn.hotline.routing.dispatch.web;

import static cn.hotline.routing.dispatch.model.DispatchStatus.ARBITRATION;
import static cn.hotline.routing.dispatch.model.DispatchStatus.CLOSED;
import static cn.hotline.routing.dispatch.model.DispatchStatus.CLOSED_UNSOLVABLE;
import static cn.hotline.routing.dispatch.model.DispatchStatus.DISPATCHED;
import static cn.hotline.routing.dispatch.model.DispatchStatus.ESCALATED;
import static cn.hotline.routing.dispatch.model.DispatchStatus.IN_PROGRESS;
import static cn.hotline.routing.dispatch.model.DispatchStatus.MERGED;
import static cn.hotline.routing.dispatch.model.DispatchStatus.PENDING_FOLLOWUP;
import static cn.hotline.routing.dispatch.model.DispatchStatus.REPLIED;
import static cn.hotline.routing.dispatch.model.DispatchStatus.RETURN_REVIEW;
import static cn.hotline.routing.dispatch.model.DispatchStatus.REWORK;
import static cn.hotline.routing.dispatch.model.DispatchStatus.SECOND_HANDLING;
import static cn.hotline.routing.dispatch.model.DispatchStatus.WITHDRAWN;
import static cn.hotline.routing.dispatch.model.DispatchStatus.WITH_A_UNIT;

import cn.hotline.routing.dispatch.DispatchFilter;
import cn.hotline.routing.dispatch.DispatchFilter.Taken;
import cn.hotline.routing.dispatch.model.Turn;
import cn.hotline.routing.dispatch.model.Viewer;
import java.time.Instant;

/** The tabs of a unit's inbox. */
enum InboxTab implements TicketList {
    TO_ACKNOWLEDGE("待签收", "没有待签收的工单。"),
    TO_CLAIM("待领取", "没有等人认领的工单。"),
    HANDLING("办理中", "没有正在办理的工单。"),
    DUE_TODAY("今日到期", "今天没有到期的工单。"),
    OVERDUE("已逾期", "没有逾期的工单。"),
    AGAIN("重办", "没有退回重办的工单。"),
    PASSED_DOWN("上级交办", "没有上级交办的工单。"),
    HELPING("协办", "没有请本单位协办的工单。"),
    OBJECTED("退单中", "没有正在退单或裁定的工单。"),
    EXTENDING("延期审批中", "没有等待审批的延期。"),
    DONE("已办结", "还没有办结的工单。");

    private final String term;
    private final String empty;

    InboxTab(String term, String empty) {
        this.term = term;
        this.empty = empty;
    }

    @Override
    public String term() {
        return term;
    }

    /** What an empty list says. */
    String empty() {
        return empty;
    }

    @Override
    public DispatchFilter of(Viewer viewer, Instant now, Terms terms) {
        String unit = viewer.person().ofUnit().code();
        DispatchFilter all = DispatchFilter.ALL.of(unit).by(DispatchFilter.Order.DUE);
        return switch (this) {
            case TO_ACKNOWLEDGE -> all.in(DISPATCHED);
            case TO_CLAIM -> all.in(WITH_A_UNIT).taken(Taken.BY_NOBODY);
            case HANDLING -> all.in(IN_PROGRESS, REWORK, SECOND_HANDLING, ESCALATED);
            case AGAIN -> all.in(REWORK, SECOND_HANDLING);
            case OBJECTED -> all.in(RETURN_REVIEW, ARBITRATION);
            case EXTENDING -> all.asking(Turn.Asks.MORE_TIME);
            case DUE_TODAY -> all.in(WITH_A_UNIT).due(DueDay.TODAY.asOf(now));
            case OVERDUE -> all.in(WITH_A_UNIT).due(DueDay.OVERDUE.asOf(now));
            case DONE ->
                all.in(REPLIED, PENDING_FOLLOWUP, CLOSED, CLOSED_UNSOLVABLE, WITHDRAWN, MERGED)
                        .by(DispatchFilter.Order.NEWEST);
            case PASSED_DOWN -> all.passedDownTo(unit).in(WITH_A_UNIT);
            case HELPING -> all.helpedBy(unit).in(WITH_A_UNIT);
        };
    }
}
