package cn.hotline.access.audit.model;

import cn.hotline.chassis.Termed;

/** What became of an act. */
public enum Outcome implements Termed {
    DONE("已执行"),
    DENIED("未获准");

    private final String term;

    Outcome(String term) {
        this.term = term;
    }

    @Override
    public String term() {
        return term;
    }
}
