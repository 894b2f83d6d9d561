package cn.hotline.routing.catalogue.model;

import cn.hotline.chassis.Termed;

/** What a suggested unit is to do. */
public enum UnitRole implements Termed {
    LEAD("主办"),
    CO("协办"),
    /** Fits the second guess of class or place; shown to a dispatcher, never dispatched to without one. */
    ALTERNATIVE("备选");

    private final String term;

    UnitRole(String term) {
        this.term = term;
    }

    @Override
    public String term() {
        return term;
    }
}
