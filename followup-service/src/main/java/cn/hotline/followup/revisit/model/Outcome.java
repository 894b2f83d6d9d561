package cn.hotline.followup.revisit.model;

import cn.hotline.chassis.Termed;

/** What the unit says came of it (办理结论). */
public enum Outcome implements Termed {
    SOLVED("已解决"),
    PARTLY("部分解决"),
    EXPLAINED("解释说明"),
    CANNOT("无法处理");

    private final String term;

    Outcome(String term) {
        this.term = term;
    }

    @Override
    public String term() {
        return term;
    }
}
