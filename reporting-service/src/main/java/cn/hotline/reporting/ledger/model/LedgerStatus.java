package cn.hotline.reporting.ledger.model;

import cn.hotline.chassis.Termed;

/** How far a ticket has come, as the facts of all publishers together show it. */
public enum LedgerStatus implements Termed {
    /** Another publisher's facts came first; the registration is on its way. */
    AWAITED("登记待到"),
    CLOSED_DIRECT("直接办理"),
    REJECTED("不予受理"),
    TRANSFERRED_OUT("已转其他热线"),
    PENDING_DISPATCH("待派单"),
    DISPATCHED("待签收"),
    IN_PROGRESS("办理中"),
    RETURN_REVIEW("退单审核中"),
    ARBITRATION("会商裁定中"),
    SUSPENDED("挂账"),
    REPLIED("已反馈"),
    REWORK("退回重办"),
    PENDING_FOLLOWUP("待回访"),
    SECOND_HANDLING("二次办理"),
    CLOSED("办结"),
    /** Left out of the unit's score (剔除). */
    CLOSED_UNSOLVABLE("解释办结"),
    MERGED("已并单"),
    WITHDRAWN("诉求人撤单");

    private final String term;

    LedgerStatus(String term) {
        this.term = term;
    }

    @Override
    public String term() {
        return term;
    }
}
