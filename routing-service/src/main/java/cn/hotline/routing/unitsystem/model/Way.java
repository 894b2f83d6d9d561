package cn.hotline.routing.unitsystem.model;

import cn.hotline.chassis.Termed;

/** How notices reach a unit's system. */
public enum Way implements Termed {
    KAFKA("消息专线"),
    WEBHOOK("回调"),
    /** Open to every system that is registered. */
    FETCHING("拉取");

    private final String term;

    Way(String term) {
        this.term = term;
    }

    @Override
    public String term() {
        return term;
    }
}
