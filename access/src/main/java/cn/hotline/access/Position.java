package cn.hotline.access;

import cn.hotline.chassis.Termed;

/** Somebody's place in their unit; the claim {@code position} of a unit's token. */
public enum Position implements Termed {
    CLERK("经办人"),
    DEPUTY("副职"),
    HEAD("负责人");

    private final String term;

    Position(String term) {
        this.term = term;
    }

    @Override
    public String term() {
        return term;
    }
}
