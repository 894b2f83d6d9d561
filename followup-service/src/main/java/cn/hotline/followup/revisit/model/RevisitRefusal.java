package cn.hotline.followup.revisit.model;

import cn.hotline.chassis.Refusal;

/** Why a revisit says no. */
public enum RevisitRefusal implements Refusal {
    NOT_IN_THAT_STATUS(Kind.STATE, "这件工单现在不是待回访，可能已有人回访，请刷新后查看。"),
    OWN_ANSWER(Kind.RULE, "这件工单由您或您所在的单位答复，不能由您回访或认定，请由他人办理。"),
    CONFIDENTIAL(Kind.STATE, "这是保密诉求，请先署名再办理。"),
    TAKEN_BY_TWO(Kind.STATE, "已有两人署名回访这件保密诉求，不能再增加。"),
    NOTHING_ANSWERED(Kind.STATE, "承办单位还没有答复，不能回访。"),
    CAUSE_MISSING(Kind.RULE, "来电人不满意时要问明原因，请选择后再提交。"),
    APPOINTMENT_MISSING(Kind.RULE, "约定再访要写明下次回访的时间。"),
    APPOINTMENT_OUT_OF_RANGE(Kind.RULE, "下次回访的时间要在此刻之后，也不能约得太远。");

    private final Kind kind;
    private final String sentence;

    RevisitRefusal(Kind kind, String sentence) {
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
