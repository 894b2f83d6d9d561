package cn.hotline.followup.supervision.model;

import cn.hotline.chassis.Termed;

/** How an urge or a supervision stands: its whole life cycle, open to answered to lifted, or lifted unanswered. */
public enum Standing implements Termed {
    OPEN("待回复"),
    ANSWERED("已回复"),
    /** Nothing more is expected of the unit: lifted by somebody, overtaken by another, or the ticket is over. */
    LIFTED("已解除");

    private final String term;

    Standing(String term) {
        this.term = term;
    }

    @Override
    public String term() {
        return term;
    }
}
