package cn.hotline.reporting.ledger.model;

import cn.hotline.chassis.Termed;

/** What can happen to a ticket, one constant per event that is part of its course. */
public enum StepKind implements Termed {
    REGISTERED("登记转办"),
    ANSWERED_DIRECTLY("直接答复"),
    REJECTED("不予受理"),
    TRANSFERRED_OUT("转其他热线"),
    CORRECTED("更正"),
    SUPPLEMENTED("来电补充"),
    PRESSED_BY_CALLER("来电催办"),
    WITHDRAWN("诉求人撤单"),
    MERGED("并单"),
    MERGE_UNDONE("撤销并单"),
    CLASSIFIED("分类定位"),
    DISPATCHED("派单"),
    RECALLED("收回"),
    ACKNOWLEDGED("签收"),
    CONTACTED("首次联系"),
    RECLASSIFIED("改分类"),
    RETURN_REQUESTED("申请退单"),
    RETURN_APPROVED("同意退单"),
    RETURN_REFUSED("不同意退单"),
    ARBITRATION_OPENED("转会商裁定"),
    RULED("裁定"),
    EXTENSION_REQUESTED("申请延期"),
    EXTENSION_GRANTED("同意延期"),
    EXTENSION_REFUSED("不同意延期"),
    SUSPENDED("挂账"),
    RESUMED("结束挂账"),
    HELP_ASKED("请协办"),
    CO_REPLIED("协办意见"),
    HELP_ENDED("不再协办"),
    PASSED_DOWN("下交"),
    PASSED_DOWN_ENDED("下交结束"),
    WHISTLE_BLOWN("吹哨"),
    CHECKED_IN("报到"),
    SUCCEEDED("承接"),
    OVERDUE("逾期"),
    RECOUNTED("时限重算"),
    REPLIED("答复"),
    REPLY_ACCEPTED("答复通过审核"),
    REPLY_REFUSED("答复退回重办"),
    REVISIT_ATTEMPTED("回访未成"),
    REVISITED("回访"),
    REOPENED("二次办理"),
    CLOSED("办结"),
    EXCLUDED("剔除"),
    EXCLUSION_REVOKED("撤销剔除"),
    URGED("催办"),
    SUPERVISED("督办"),
    SUPERVISION_ANSWERED("督办回复"),
    SUPERVISION_LIFTED("督办解除"),
    ESCALATED("提级办理");

    private final String term;

    StepKind(String term) {
        this.term = term;
    }

    @Override
    public String term() {
        return term;
    }
}
