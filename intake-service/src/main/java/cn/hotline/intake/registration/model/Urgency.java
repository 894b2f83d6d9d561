package cn.hotline.intake.registration.model;

import cn.hotline.chassis.Termed;

/** 紧急程度: the five grades that decide the time limits. */
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
