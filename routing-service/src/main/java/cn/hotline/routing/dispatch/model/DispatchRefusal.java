package cn.hotline.routing.dispatch.model;

import cn.hotline.chassis.Refusal;

/** Why something cannot be done with a dispatch. */
public enum DispatchRefusal implements Refusal {
    HELPERS_DO_NOT_ANSWER("本单位是协办单位，由主办单位签收、答复；请把办理意见告诉主办单位。"),
    ONLY_UNITS("签收、答复由主办单位办理。"),
    UNIT_CONCERNED(Kind.RULE, "诉求反映的是所选单位或其工作人员，该单位须回避，请派给其上级单位或监督机关。"),
    NOT_FOR_STREETS(Kind.RULE, "这类事项乡镇街道、社区不承接，不能派给它们，请派给县区或市级部门。"),
    NO_DUTY(Kind.RULE, "特急工单只能派给排了值班、留有24小时值班电话的单位，所选单位没有。"),
    NOT_CONCERNED("这件工单没有这个单位的回避标记，可能已经解除，请刷新后查看。"),
    CONFIDENTIAL("这是保密诉求，只有指定的人员可以办理；请先署名查看，或由两人应急查看。"),
    NOT_CONFIDENTIAL("这件工单不是保密诉求，不需要指定人员。"),
    TAKEN_BY_TWO("已有两人署名查看这件保密诉求，不能再增加；确有急需的，请由两人应急查看。"),
    ONLY_HEADS("保密诉求的经办人由本单位负责人或副职指定。"),
    ONLY_HOTLINE("这一步由热线的派单员或督办员办理。"),
    RULED_ALREADY("这件工单的承办单位已经裁定，不能再退单或改派；对裁定有异议的，请办结后向热线提出。"),
    RETURNED_TOO_LATE(Kind.RULE, "已超过可以退单的时间，请继续办理；确属其他单位职责的，请联系热线派单员。"),
    RECALLED_TOO_LATE(Kind.RULE, "派单已超过十分钟，不能直接收回；请联系承办单位，由承办单位退单。"),
    SENT_BACK_TO_WHO_OBJECTS(Kind.RULE, "不能再派给提出退单的单位，请另选承办单位，或不同意退单。"),
    NOT_TO_BE_RETURNED("工单不在待签收或办理中，不能退单，请刷新后查看。"),
    NO_RETURN_TO_DECIDE("这件工单没有待审核的退单，请刷新后查看。"),
    NOTHING_TO_RULE("这件工单不在会商裁定中，请刷新后查看。"),
    NOT_TO_BE_CONTACTED("工单尚未签收或已经答复，不能登记首次联系，请刷新后查看。"),
    CONTACTED_BEFORE_DISPATCH(Kind.RULE, "联系时间不能早于派单时间，请核对后重新填写。"),
    NOT_TO_BE_RECLASSIFIED("工单已经办结，不能再改分类。"),
    SAME_CATEGORY(Kind.RULE, "工单已经是这个分类，不需要再改。"),
    ACKNOWLEDGED_ALREADY("工单已经签收，请刷新后查看。"),
    NOT_TO_BE_EXTENDED("工单不在办理中，不能申请延期，请刷新后查看。"),
    EXTENDED_ENOUGH(Kind.RULE, "这件工单已经申请过延期，不能再延；确实不能按期办结的，请按期作阶段性答复。"),
    EXTENSION_TOO_LONG(Kind.RULE, "申请的天数超过了允许的最长延期，请减少天数。"),
    EXTENSION_ASKED_TOO_LATE(Kind.RULE, "已过申请延期的截止时间（到期当日17:00前，且未逾期），不能再申请，请尽快答复。"),
    NO_EXTENSION_TO_DECIDE("这件工单没有待审批的延期，请刷新后查看。"),
    NOT_TO_BE_SUSPENDED("工单不在办理中，不能挂账，请刷新后查看。"),
    NOT_SUSPENDED("这件工单没有挂账，请刷新后查看。"),
    REVIEW_NOT_AHEAD(Kind.RULE, "复核日期应在今天以后。"),
    NOT_TO_BE_HELPED("工单不在办理中，不能请协办或提交协办意见，请刷新后查看。"),
    HELP_DUE_TOO_LATE(Kind.RULE, "协办期限应在现在以后，并且不晚于本单位的办结期限。"),
    HELPS_ALREADY(Kind.RULE, "所选单位中有的已经在办理这件工单，请去掉后再提交。"),
    TOO_MANY_HELPERS(Kind.RULE, "协办单位最多十个，请减少后再提交。"),
    ONLY_HELPERS("协办意见由协办单位提交；本单位没有协办这件工单。"),
    CO_REPLY_AWAITED(Kind.RULE, "还有协办单位没有提交意见，请等协办期限到了或意见齐了再答复。"),
    TOO_MANY_ROWS(Kind.RULE, "超过一万件，不能一次导出，请缩小范围后再导出。"),
    REASON_TO_GIVE_ELSEWHERE(Kind.RULE, "工单已经派给承办单位，改派请写明理由，原承办单位和办理过程里都能看到。"),
    PROPOSED_ANOTHER("建议的承办单位已经变化，请打开工单核对后派单。"),
    NOT_TO_BE_CLAIMED("工单不在本单位办理中，不能认领或指派，请刷新后查看。"),
    CLAIMED_ALREADY("您已经认领这件工单，请刷新后查看。"),
    CLAIMED_BY_ANOTHER("这件工单已由本单位其他人认领，请刷新后查看；需要换人的，请负责人指派。"),
    NOT_CLAIMED("这件工单还没有人认领，请刷新后查看。"),
    ONLY_TAKER_OR_HEADS("只有经办人自己或本单位负责人、副职可以放回工单。"),
    ONLY_HEADS_ASSIGN("工单由本单位负责人或副职指派；也可以自己认领。"),
    CLERK_NOT_NAMED("这是保密诉求，请先指定经办人，再指派给他办理。"),
    REPLY_DOUBTED(Kind.RULE, "答复检查发现以下疑点，请修改后再提交；确需提交的，请说明理由。"),
    NOTHING_TO_REMIND_OF("这件工单现在没有要提醒的期限。"),
    NOTHING_TO_RECOUNT("这件工单的时限已按现行工作日历计算，不需要重算。"),
    ALREADY_TAKEN_ON("工单已由承办单位签收或办理，不能再改派。"),
    NOT_WAITING_TO_BE_ACKNOWLEDGED("工单不在待签收状态，不能签收，请刷新后查看。"),
    NOT_ACKNOWLEDGED_YET("工单尚未签收，请先签收再答复。"),
    NOT_BEING_HANDLED("工单不在办理中，不能答复，请刷新后查看。"),
    NOT_WAITING_FOR_REVISIT("工单不在待回访状态。"),
    ONLY_LEAD("这一步由主办单位办理；本单位是下级承办单位，请向上级单位说明。"),
    ONLY_BELOW("这一步由下级承办单位办理。"),
    NOT_TO_BE_PASSED_DOWN("工单不在办理中，不能下交、上报或收回，请刷新后查看。"),
    NOT_BELOW(Kind.RULE, "只能下交给本单位直接下属的单位，请重新选择。"),
    PASSED_DOWN_ALREADY("工单已经交由下级单位办理；需要换单位的，请先收回。"),
    GAVE_IT_BACK(Kind.RULE, "该单位已说明不属其职责并退回，不能再次下交给它，请另选单位或自行办理。"),
    NOT_PASSED_DOWN("工单没有交由下级单位办理，请刷新后查看。"),
    TAKEN_ON_ALREADY("本单位已经签收，请刷新后查看。"),
    NOT_TAKEN_ON_YET("本单位尚未签收，请先签收再上报。"),
    NOTHING_HANDED_UP("下级单位还没有上报，不能退回，请刷新后查看。"),
    ONLY_STREETS_WHISTLE(Kind.RULE, "吹哨由街道乡镇或县区发起，其他单位请用“请协办”。"),
    WHISTLE_FOR_DEPARTMENTS(Kind.RULE, "只能向部门和企业吹哨，不能向县区、街道乡镇、社区吹哨。"),
    WHISTLED_ALREADY("所选单位中有的已经接到吹哨，请去掉后再提交。"),
    ARRIVAL_DUE_TOO_LATE(Kind.RULE, "报到时间应在现在以后，并且不晚于办结期限。"),
    NOT_CALLED("没有单位向本单位吹哨，不需要报到。"),
    CHECKED_IN_ALREADY("本单位已经报到，请刷新后查看。"),
    NOT_A_HELPER("该单位没有协办这件工单，请刷新后查看。"),
    NO_REPLY_TO_DECIDE("这件工单没有待审核的答复，请刷新后查看。"),
    ANSWERED_THEMSELVES(Kind.RULE, "答复由本人提交的，不能由本人审核，请由其他人员审核。"),
    NOT_OPEN("工单已经办结，不再变动。"),
    NOT_EXCLUDED("这件工单没有被剔除。"),
    NOT_MERGED("这件工单没有并入其他工单。"),
    NOTHING_TO_HAND_OVER("这件工单没有需要移交的单位。"),
    WITHDRAWN_BY_CALLER("来电人已经撤单，这件工单不需要再办理，也不能再答复。"),
    MERGED_INTO_ANOTHER("工单已经并入其他工单，随主单办理；撤销并单后才能继续。");

    private final Kind kind;
    private final String sentence;

    DispatchRefusal(String sentence) {
        this(Kind.STATE, sentence);
    }

    DispatchRefusal(Kind kind, String sentence) {
        this.kind = kind;
        this.sentence = sentence;
    }

    @Override
    public String sentence() {
        return sentence;
    }

    @Override
    public Kind kind() {
        return kind;
    }
}
