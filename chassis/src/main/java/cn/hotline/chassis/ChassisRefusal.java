package cn.hotline.chassis;

/** Refusals that every service knows. */
public enum ChassisRefusal implements Refusal {
    NOT_FOUND(Kind.ABSENT, "没有找到这条记录，请核对编号。"),
    INVALID(Kind.RULE, "填写的内容有误，请按提示修改后再提交。"),
    VERSION_CONFLICT(Kind.STATE, "内容已被他人修改，请刷新后再操作。"),
    IDEMPOTENCY_KEY_REUSED(Kind.STATE, "同一个幂等号用在了不同的内容上，请换一个幂等号。"),
    BUSY(Kind.STATE, "同时操作的人太多，请稍后再试。");

    private final Kind kind;
    private final String sentence;

    ChassisRefusal(Kind kind, String sentence) {
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
