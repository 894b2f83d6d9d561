package cn.hotline.routing.classification.model;

import cn.hotline.chassis.Termed;

/** The five grades that decide the time limits (domain rule: 特急, 紧急, 简单, 一般, 复杂). */
public enum Urgency implements Termed {
    EMERGENCY("特急"),
    URGENT("紧急"),
    SIMPLE("简单"),
    GENERAL("一般"),
    COMPLEX("复杂");

    private final String term;

    Urgency(String term) {
        this.term = term;
    }

    @Override
    public String term() {
        return term;
    }
}
