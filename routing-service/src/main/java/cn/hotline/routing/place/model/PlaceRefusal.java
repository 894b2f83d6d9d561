package cn.hotline.routing.place.model;

import cn.hotline.chassis.Refusal;

/** Why nothing is decided about a learned name. */
public enum PlaceRefusal implements Refusal {
    NOT_LEARNED(Kind.ABSENT, "没有学到这个地名，请刷新后再看。"),
    SILENCED_ALREADY(Kind.RULE, "这个地名已经停用。"),
    NOT_SILENCED(Kind.RULE, "这个地名没有停用，不需要恢复。");

    private final Kind kind;
    private final String sentence;

    PlaceRefusal(Kind kind, String sentence) {
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
