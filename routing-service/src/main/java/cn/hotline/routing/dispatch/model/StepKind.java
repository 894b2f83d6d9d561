package cn.hotline.routing.dispatch.model;

import cn.hotline.chassis.Termed;

/** Kinds of steps in the course of a ticket (办理过程). */
public enum StepKind implements Termed {
    REGISTERED("受理转办"),
    CORRECTED("更正"),
    LEFT_TO_DISPATCHER("转派单员"),
    DISPATCHED("派单"),
    REDISPATCHED("改派"),
    ACKNOWLEDGED("签收"),
    RECALLED("收回"),
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
    RESUMED("恢复办理"),
    WRITTEN_OFF("销账"),
    HELP_ASKED("请协办"),
    CO_REPLIED("协办意见"),
    HELP_ENDED("不再协办"),
    WHISTLE_BLOWN("吹哨"),
    CHECKED_IN("报到"),
    PASSED_DOWN("下交"),
    TAKEN_ON("下级签收"),
    HANDED_UP("上报"),
    HANDED_BACK("上报退回"),
    GIVEN_BACK("下级退回"),
    TAKEN_UP("上级收回"),
    CLAIMED("认领"),
    RELEASED("放回"),
    ASSIGNED("指派"),
    CALLED("逐级呼叫"),
    OVERDUE("逾期"),
    RECOUNTED("时限重算"),
    REPLIED("答复"),
    REPLY_ACCEPTED("答复通过审核"),
    REWORK("退回重办"),
    SUPPLEMENTED("来电人补充"),
    URGED("来电人催办"),
    ESCALATED("提级办理"),
    WITHDRAWN("撤单"),
    MERGED("并单"),
    MERGE_UNDONE("撤销并单"),
    SUCCEEDED("承接"),
    DISSOLVED("撤并收回"),
    REOPENED("二次办理"),
    TAKEN_BACK("收回重派"),
    TAKEN_BY_NAME("署名查看"),
    CLERK_NAMED("指定经办人"),
    NEED_ASKED("申请应急查看"),
    OPENED_IN_NEED("应急查看"),
    CLEARED("解除回避"),
    CLOSED("办结"),
    EXCLUDED("剔除"),
    EXCLUSION_REVOKED("撤销剔除");

    private final String term;

    StepKind(String term) {
        this.term = term;
    }

    @Override
    public String term() {
        return term;
    }
}
