package cn.hotline.followup.supervision.model;

import cn.hotline.chassis.Termed;

/** How hard is pressed. */
public enum Level implements Termed {
    URGE("催办"),
    SUPERVISE("督办"),
    /** Not for the unit to answer: somebody above it leads from now on. */
    ESCALATE("提级");

    private final String term;

    Level(String term) {
        this.term = term;
    }

    @Override
    public String term() {
        return term;
    }
}
