package cn.hotline.routing.dispatch.model;

import cn.hotline.chassis.Refusal;

/** Why something cannot be done with a dispatch. */
public enum DispatchRefusal implements Refusal {
    HELPERS_DO_NOT_ANSWER("本单位是协办单位，由主办单位签收、答复；请把办理意见告诉主办单位。"),
    ONLY_UNITS("签收、答复由主办单位办理。"),
    UNIT_CONCERNED(Kind.RULE, "诉求反映的是所选单位或其工作人员，该单位须回避，请派给其上级单位或监督机关。"),
    NOT_CONCERNED("这件工单没有这个单位的回避标记，可能已经解除，请刷新后查看。"),
    CONFIDENTIAL("这是保密诉求，只有指定的人员可以办理；请先署名查看，或由两人应急查看。"),
    NOT_CONFIDENTIAL("这件工单不是保密诉求，不需要指定人员。"),
    TAKEN_BY_TWO("已有两人署名查看这件保密诉求，不能再增加；确有急需的，请由两人应急查看。"),
    ONLY_HEADS("保密诉求的经办人由本单位负责人或副职指定。"),
    ALREADY_TAKEN_ON("工单已由承办单位签收或办理，不能再改派。"),
    NOT_WAITING_TO_BE_ACKNOWLEDGED("工单不在待签收状态，不能签收，请刷新后查看。"),
    NOT_ACKNOWLEDGED_YET("工单尚未签收，请先签收再答复。"),
    NOT_BEING_HANDLED("工单不在办理中，不能答复，请刷新后查看。"),
    NOT_WAITING_FOR_REVISIT("工单不在待回访状态。");

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
