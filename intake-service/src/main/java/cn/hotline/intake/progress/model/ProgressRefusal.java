package cn.hotline.intake.progress.model;

import cn.hotline.chassis.Refusal;

/** Why a caller is told nothing. */
public enum ProgressRefusal implements Refusal {
    NO_SUCH_TICKET(Kind.ABSENT, "没有查到。请核对工单编号和登记时所留号码的后四位；仍查不到请拨 12345。"),
    TOO_OFTEN(Kind.RATE, "查询太频繁，请稍后再试，或拨 12345。");

    private final Kind kind;
    private final String sentence;

    ProgressRefusal(Kind kind, String sentence) {
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
