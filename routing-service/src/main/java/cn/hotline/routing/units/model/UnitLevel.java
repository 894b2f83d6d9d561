package cn.hotline.routing.units.model;

import cn.hotline.chassis.Termed;

/** The level at which a unit answers. */
public enum UnitLevel implements Termed {
    CITY_DEPARTMENT("市级部门"),
    COUNTY("县区"),
    COUNTY_DEPARTMENT("县区部门"),
    STREET("街道乡镇"),
    COMMUNITY("社区村"),
    OTHER("其他单位");

    private final String term;

    UnitLevel(String term) {
        this.term = term;
    }

    @Override
    public String term() {
        return term;
    }

    /** Whether streets may call it to them: 街道吹哨，部门报到. */
    public boolean isCalled() {
        return this == CITY_DEPARTMENT || this == COUNTY_DEPARTMENT || this == OTHER;
    }
}
