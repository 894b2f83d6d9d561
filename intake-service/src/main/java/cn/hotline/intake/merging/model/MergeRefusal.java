package cn.hotline.intake.merging.model;

import cn.hotline.chassis.Refusal;

/** Why tickets are not merged, or a merge is not undone. */
public enum MergeRefusal implements Refusal {
    UNKNOWN_MERGE(Kind.ABSENT, "没有这次并单，请刷新后查看。"),
    NOT_MERGED(Kind.STATE, "这次并单没有并成，不用撤销。"),
    STILL_MERGING(Kind.STATE, "正在并单，请稍后再撤销。"),
    TOO_LATE(Kind.STATE, "并单已超过可以撤销的天数，请与派单员联系。");

    private final Kind kind;
    private final String sentence;

    MergeRefusal(Kind kind, String sentence) {
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
