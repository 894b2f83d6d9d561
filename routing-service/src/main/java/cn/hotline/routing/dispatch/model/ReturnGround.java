package cn.hotline.routing.dispatch.model;

import cn.hotline.chassis.Termed;

/** Why a unit sends a ticket back (退单理由). */
public enum ReturnGround implements Termed {
    NOT_OUR_DUTY("职能不符"),
    NOT_OUR_PLACE("属地不符"),
    OWNERSHIP_UNCLEAR("权属不清"),
    DUPLICATE("重复工单"),
    INFORMATION_MISSING("信息不足");

    private final String term;

    ReturnGround(String term) {
        this.term = term;
    }

    @Override
    public String term() {
        return term;
    }

    /** Whether a unit that says so must also say whose it is. */
    public boolean namesAnother() {
        return this == NOT_OUR_DUTY || this == NOT_OUR_PLACE;
    }
}
