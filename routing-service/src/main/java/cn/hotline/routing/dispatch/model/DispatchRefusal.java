package cn.hotline.routing.dispatch.model;

import cn.hotline.chassis.Refusal;

/** Why something cannot be done with a dispatch. */
public enum DispatchRefusal implements Refusal {
    NOT_YOUR_TICKET(Kind.ABSENT, "这件工单不由该单位主办。"),
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
