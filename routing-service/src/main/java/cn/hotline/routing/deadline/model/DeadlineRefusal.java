package cn.hotline.routing.deadline.model;

import cn.hotline.chassis.Refusal;

/** Why calendar and time limits are not changed. */
public enum DeadlineRefusal implements Refusal {
    NOTHING_CHANGED(Kind.RULE, "与现行版本没有差别，不需要发布。"),
    CALENDAR_CHANGED_MEANWHILE(Kind.STATE, "工作日历已被他人更新，请刷新、重新核对后再发布。"),
    LIMITS_CHANGED_MEANWHILE(Kind.STATE, "时限规则已被他人更新，请刷新、重新核对后再发布。");

    private final Kind kind;
    private final String sentence;

    DeadlineRefusal(Kind kind, String sentence) {
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
