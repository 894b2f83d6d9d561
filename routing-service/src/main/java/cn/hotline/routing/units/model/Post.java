package cn.hotline.routing.units.model;

import cn.hotline.chassis.Termed;

/** Somebody's place in their unit, as the identity provider and the roster tell it. */
public enum Post implements Termed {
    CLERK("经办人"),
    DEPUTY("副职"),
    HEAD("负责人");

    private final String term;

    Post(String term) {
        this.term = term;
    }

    @Override
    public String term() {
        return term;
    }

    /** Whether whoever has it heads the unit, or stands in for whoever does. */
    public boolean leads() {
        return this != CLERK;
    }
}
