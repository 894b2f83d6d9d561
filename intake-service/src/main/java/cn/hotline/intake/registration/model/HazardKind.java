package cn.hotline.intake.registration.model;

import cn.hotline.chassis.Termed;

/** 安全隐患类别. */
public enum HazardKind implements Termed {
    FIRE_SAFETY("消防安全"),
    RESIDENTIAL_PROPERTY("小区物业"),
    MUNICIPAL_ROADS("市政道路"),
    URBAN_CONSTRUCTION("城乡建设"),
    SPECIAL_EQUIPMENT("特种设备"),
    GAS("燃气"),
    TRAFFIC("交通运输"),
    PRODUCTION("生产经营"),
    OTHER("其他");

    private final String term;

    HazardKind(String term) {
        this.term = term;
    }

    @Override
    public String term() {
        return term;
    }
}
