package cn.hotline.routing.dispatch.web;

import static cn.hotline.routing.dispatch.model.DispatchStatus.ARBITRATION;
import static cn.hotline.routing.dispatch.model.DispatchStatus.DISPATCHED;
import static cn.hotline.routing.dispatch.model.DispatchStatus.IN_PROGRESS;
import static cn.hotline.routing.dispatch.model.DispatchStatus.PENDING_DISPATCH;
import static cn.hotline.routing.dispatch.model.DispatchStatus.REPLIED;
import static cn.hotline.routing.dispatch.model.DispatchStatus.RETURN_REVIEW;
import static cn.hotline.routing.dispatch.model.DispatchStatus.REWORK;
import static cn.hotline.routing.dispatch.model.DispatchStatus.SECOND_HANDLING;

import cn.hotline.routing.dispatch.DispatchFilter;
import cn.hotline.routing.dispatch.model.DispatchStatus;
import cn.hotline.routing.dispatch.model.Turn;

/** The tabs of the desk. */
enum DeskTab {
    WAITING("待派单"),
    OBJECTED("退单审核"),
    DISPUTED("会商裁定"),
    EXTENDING("延期审批"),
    TO_REVIEW("答复审核"),
    ESCALATED("提级办理"),
    SUSPENDED("挂账"),
    IN_HAND("办理中"),
    NOT_ACKNOWLEDGED("可改派");

    private final String term;

    DeskTab(String term) {
        this.term = term;
    }

    public String term() {
        return term;
    }

    DispatchFilter filter(String q) {
        DispatchFilter all = DispatchFilter.ALL.reading(q.isBlank() ? null : q.strip());
        return switch (this) {
            case WAITING -> all.in(PENDING_DISPATCH).by(DispatchFilter.Order.WAITING);
            case OBJECTED -> all.in(RETURN_REVIEW).by(DispatchFilter.Order.DUE);
            case EXTENDING -> all.asking(Turn.Asks.MORE_TIME).by(DispatchFilter.Order.DUE);
            case TO_REVIEW -> all.in(REPLIED).by(DispatchFilter.Order.NEWEST);
            case ESCALATED -> all.in(DispatchStatus.ESCALATED).by(DispatchFilter.Order.DUE);
            case SUSPENDED -> all.in(DispatchStatus.SUSPENDED).by(DispatchFilter.Order.DUE);
            case IN_HAND -> all.in(IN_PROGRESS, REWORK, SECOND_HANDLING).by(DispatchFilter.Order.DUE);
            case DISPUTED -> all.in(ARBITRATION).by(DispatchFilter.Order.DUE);
            case NOT_ACKNOWLEDGED -> all.in(DISPATCHED).by(DispatchFilter.Order.NEWEST);
        };
    }
}
