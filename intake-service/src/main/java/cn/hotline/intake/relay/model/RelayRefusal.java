package cn.hotline.intake.relay.model;

import cn.hotline.chassis.Refusal;

/** Why no relay number is given. */
public enum RelayRefusal implements Refusal {
    RELAY_UNAVAILABLE(Kind.OUTAGE, "中间号暂时不可用，请稍后再试；急需联系时，可说明理由后查看来电人资料。"),
    NO_NUMBER(Kind.RULE, "来电人没有留下号码，无法联系。");

    private final Kind kind;
    private final String sentence;

    RelayRefusal(Kind kind, String sentence) {
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
