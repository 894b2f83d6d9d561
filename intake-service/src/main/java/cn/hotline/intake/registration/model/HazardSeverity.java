package cn.hotline.intake.registration.model;

import cn.hotline.chassis.Termed;

/** 隐患程度. */
public enum HazardSeverity implements Termed {
    GENERAL("一般隐患"),
    MAJOR("重大隐患");

    private final String term;

    HazardSeverity(String term) {
        this.term = term;
    }

    @Override
    public String term() {
        return term;
    }
}
