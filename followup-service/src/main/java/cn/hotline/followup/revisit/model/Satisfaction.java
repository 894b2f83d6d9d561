package cn.hotline.followup.revisit.model;

import cn.hotline.chassis.Termed;

/** How satisfied the caller is (满意度); five levels, each of which the caller has said: silence is none of them. */
public enum Satisfaction implements Termed {
    VERY_SATISFIED("非常满意"),
    SATISFIED("满意"),
    BASICALLY_SATISFIED("基本满意"),
    DISSATISFIED("不满意"),
    VERY_DISSATISFIED("非常不满意");

    private final String term;

    Satisfaction(String term) {
        this.term = term;
    }

    @Override
    public String term() {
        return term;
    }

    /** Whether a cause has to be asked for. */
    public boolean isDissatisfied() {
        return this == DISSATISFIED || this == VERY_DISSATISFIED;
    }
}
