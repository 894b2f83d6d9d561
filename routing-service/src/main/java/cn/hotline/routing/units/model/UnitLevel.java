package cn.hotline.routing.units.model;

/** The level at which a unit answers. */
public enum UnitLevel {
    CITY_DEPARTMENT("市级部门"),
    COUNTY("县区"),
    STREET("街道乡镇"),
    COMMUNITY("社区村"),
    OTHER("其他单位");

    private final String term;

    UnitLevel(String term) {
        this.term = term;
    }

    public String term() {
        return term;
    }
}
