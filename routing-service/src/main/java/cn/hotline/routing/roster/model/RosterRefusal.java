package cn.hotline.routing.roster.model;

import cn.hotline.chassis.Refusal;

/** Why a roster is not kept. */
public enum RosterRefusal implements Refusal {
    ROSTER_FAULTY(Kind.RULE, "人员、休假或值班的安排有误，没有保存，请按提示改正。"),
    ONLY_LEADERS(Kind.RIGHT, "本单位的人员和值班由负责人或副职维护，请联系他们。");

    private final Kind kind;
    private final String sentence;

    RosterRefusal(Kind kind, String sentence) {
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
