package cn.hotline.followup.revisit.model;

import cn.hotline.chassis.Termed;

/** Whether the caller says that it is solved (解决). */
public enum Solved implements Termed {
    YES("已解决"),
    PARTLY("部分解决"),
    NO("未解决");

    private final String term;

    Solved(String term) {
        this.term = term;
    }

    @Override
    public String term() {
        return term;
    }
}
