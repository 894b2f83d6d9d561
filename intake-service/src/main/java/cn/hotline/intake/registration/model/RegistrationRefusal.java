package cn.hotline.intake.registration.model;

import cn.hotline.chassis.Refusal;

/** Why a registration or a correction is refused. */
public enum RegistrationRefusal implements Refusal {
    ALREADY_CLOSED(Kind.STATE, "工单已办结，不能再更正；如有新情况请另行登记。"),
    UNKNOWN_TICKET(Kind.ABSENT, "没有这张工单，请核对编号。");

    private final Kind kind;
    private final String sentence;

    RegistrationRefusal(Kind kind, String sentence) {
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
