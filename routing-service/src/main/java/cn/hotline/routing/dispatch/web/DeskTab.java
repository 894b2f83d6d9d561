package cn.hotline.routing.dispatch.web;

import static cn.hotline.routing.dispatch.model.DispatchStatus.ARBITRATION;
import static cn.hotline.routing.dispatch.model.DispatchStatus.DISPATCHED;
import static cn.hotline.routing.dispatch.model.DispatchStatus.IN_PROGRESS;
import static cn.hotline.routing.dispatch.model.DispatchStatus.PENDING_DISPATCH;
import static cn.hotline.routing.dispatch.model.DispatchStatus.REPLIED;
import static cn.hotline.routing.dispatch.model.DispatchStatus.RETURN_REVIEW;
import static cn.hotline.routing.dispatch.model.DispatchStatus.REWORK;
import static cn.hotline.routing.dispatch.model.DispatchStatus.SECOND_HANDLING;
import static cn.hotline.routing.dispatch.model.DispatchStatus.WITH_A_UNIT;

import cn.hotline.routing.dispatch.DispatchFilter;
import cn.hotline.routing.dispatch.DispatchFilter.Order;
import cn.hotline.routing.dispatch.model.DispatchStatus;
import cn.hotline.routing.dispatch.model.Turn;
import cn.hotline.routing.dispatch.model.Viewer;
import java.time.Instant;

/** The tabs of the desk. */
enum DeskTab implements TicketList {
    WAITING("待派单", "没有等待派单的工单。", "系统拿不准的工单会出现在这里。"),
    UNSURE("低把握", "没有把握不足的工单。", "分类或属地把握不足、等待派单的工单会出现在这里。"),
    OBJECTED("退单审核", "没有待审核的退单。", "承办单位申请退单后会出现在这里。"),
    DISPUTED("会商裁定", "没有待裁定的工单。", "第二次退单的工单转会商裁定。"),
    EXTENDING("延期审批", "没有待审批的延期。", "承办单位申请延期后会出现在这里。"),
    TO_REVIEW("答复待审", "没有待审核的答复。", "有疑点的答复由热线审核后再回访。"),
    ESCALATED("提级", "没有提级办理的工单。", "督办提级后由热线指定牵头单位。"),
    SUSPENDED("挂账", "没有挂账的工单。", "挂账的工单按复核日期排列。"),
    BOUNCING("反复", "没有反复退单的工单。", "退过两次以上、还没有办结的工单会出现在这里。"),
    UNSUCCEEDED("无承接单位", "没有无承接单位的工单。", "承办单位已经撤销、没有单位承接的工单会出现在这里，请另行派单。"),
    SILENT("沉默", "没有长时间没有动静的工单。", "承办单位长时间没有任何动作的工单会出现在这里。"),
    IN_HAND("办理中", "没有正在办理的工单。", "承办单位签收后会出现在这里。"),
    NOT_ACKNOWLEDGED("可改派", "没有待签收的工单。", "签收前可以改派或收回。");

    private final String term;
    private final String empty;
    private final String meaning;

    DeskTab(String term, String empty, String meaning) {
        this.term = term;
        this.empty = empty;
        this.meaning = meaning;
    }

    @Override
    public String term() {
        return term;
    }

    /** What an empty list says. */
    public String empty() {
        return empty;
    }

    /** What comes here. */
    public String meaning() {
        return meaning;
    }

    /** Whether its tickets wait for a dispatcher, so that several may be dispatched at once. */
    public boolean toDispatch() {
        return this == WAITING || this == UNSURE;
    }

    @Override
    public DispatchFilter of(Viewer viewer, Instant now, Terms terms) {
        DispatchFilter all = DispatchFilter.ALL;
        return switch (this) {
            case WAITING -> all.in(PENDING_DISPATCH).by(Order.WAITING);
            case UNSURE -> all.in(PENDING_DISPATCH).unsure().by(Order.WAITING);
            case OBJECTED -> all.in(RETURN_REVIEW).by(Order.DUE);
            case EXTENDING -> all.asking(Turn.Asks.MORE_TIME).by(Order.DUE);
            case SUSPENDED -> all.in(DispatchStatus.SUSPENDED).by(Order.DUE);
            case BOUNCING -> all.in(DispatchStatus.OPEN).bouncing().by(Order.DUE);
            case UNSUCCEEDED -> all.in(DispatchStatus.OPEN).ofAny(terms.gone()).by(Order.WAITING);
            case SILENT ->
                all.in(WITH_A_UNIT).silentSince(now.minus(terms.silence())).by(Order.SILENT);
            case TO_REVIEW -> all.in(REPLIED).by(Order.OLDEST);
            case ESCALATED -> all.in(DispatchStatus.ESCALATED).by(Order.DUE);
            case IN_HAND -> all.in(IN_PROGRESS, REWORK, SECOND_HANDLING).by(Order.DUE);
            case DISPUTED -> all.in(ARBITRATION).by(Order.DUE);
            case NOT_ACKNOWLEDGED -> all.in(DISPATCHED).by(Order.NEWEST);
        };
    }
}
