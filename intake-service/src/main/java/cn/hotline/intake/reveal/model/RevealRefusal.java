package cn.hotline.intake.reveal.model;

import cn.hotline.chassis.Refusal;

/** Why somebody may not look. */
public enum RevealRefusal implements Refusal {
    REASON_NEEDED(Kind.RULE, "请说明查看来电人资料的理由，至少四个字。"),
    CONFIDENTIAL(Kind.RIGHT, "来电人要求保密，只有登记人可以查看；确有紧急需要时，由两人共同发起紧急查看。"),
    ONLY_TOGETHER(Kind.RIGHT, "您的岗位只能在两人共同发起紧急查看后查看。"),
    NOT_NEEDED(Kind.RIGHT, "办理这类诉求不需要门牌或车牌。"),
    FORGOTTEN(Kind.STATE, "来电人资料已按规定删除，不能再查看。");

    private final Kind kind;
    private final String sentence;

    RevealRefusal(Kind kind, String sentence) {
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
