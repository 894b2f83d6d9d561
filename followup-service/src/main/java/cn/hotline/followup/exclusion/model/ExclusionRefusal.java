package cn.hotline.followup.exclusion.model;

import cn.hotline.chassis.Refusal;

/** Why an exclusion is not proposed, decided or appealed against. */
public enum ExclusionRefusal implements Refusal {
    UNKNOWN_EXCLUSION(Kind.ABSENT, "没有这次剔除申请，请核对后再试。"),
    PROPOSED_ALREADY(Kind.STATE, "本次办理已申请过剔除，每次办理只能申请一次，请按流程回访。"),
    FOLLOWS_ANOTHER(Kind.RULE, "这件工单已并入主单、随主单答复，请就主单申请剔除。"),
    EXCLUSION_WAITS(Kind.STATE, "这件工单正在审批剔除，审批之前不能回访。"),
    NOT_WAITING(Kind.STATE, "这次剔除申请已有结论或已失效，不用再审批。"),
    OWN_PROPOSAL(Kind.RULE, "申请剔除的人不能自己审批，请由他人审批。"),
    NOT_EXCLUDED(Kind.STATE, "这件工单没有被剔除，不用申诉。"),
    APPEALED_ALREADY(Kind.STATE, "这次剔除已经申诉过，每次剔除只能申诉一次。"),
    APPEAL_TOO_LATE(Kind.RULE, "申诉期限已过，请将诉求人的新情况登记为新的工单。"),
    NO_APPEAL_WAITS(Kind.STATE, "现在没有待审的申诉，请刷新后查看。"),
    DECIDED_BEFORE(Kind.RULE, "申请或审批过这次剔除的人不能审理申诉，请由他人审理。");

    private final Kind kind;
    private final String sentence;

    ExclusionRefusal(Kind kind, String sentence) {
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
