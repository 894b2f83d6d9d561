package cn.hotline.routing.dispatch.model;

import cn.hotline.chassis.Termed;

/** What a unit says came of its handling (办理结论). */
public enum ReplyOutcome implements Termed {
    SOLVED("已解决"),
    PARTLY("部分解决"),
    EXPLAINED("解释说明"),
    CANNOT("无法处理");

    private final String term;

    ReplyOutcome(String term) {
        this.term = term;
    }

    @Override
    public String term() {
        return term;
    }
}
