package cn.hotline.followup.supervision.model;

import cn.hotline.chassis.Refusal;

/** Why nobody is pressed, or an answer is not taken. */
public enum SupervisionRefusal implements Refusal {
    UNKNOWN_SUPERVISION(Kind.ABSENT, "没有这次催办督办，请核对后再试。"),
    NO_UNIT(Kind.STATE, "这张工单现在没有承办单位，不能催办督办；请先派单。"),
    TICKET_OVER(Kind.STATE, "这张工单已办结或已停止办理，不用再催办督办。"),
    ALREADY_ESCALATED(Kind.STATE, "这张工单已经提级办理，不用再次提级。"),
    ALREADY_ANSWERED(Kind.STATE, "本次催办督办已经回复，请等待督办员解除。"),
    ALREADY_LIFTED(Kind.STATE, "本次催办督办已经解除，不用再办。"),
    ANSWER_BY_OUT_OF_RANGE(Kind.RULE, "回复期限要在此刻之后，也不能超过六十天。");

    private final Kind kind;
    private final String sentence;

    SupervisionRefusal(Kind kind, String sentence) {
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
