package cn.hotline.routing.deadline.model;

import cn.hotline.chassis.Termed;
import java.util.Arrays;

/** Units of time limits; each says by which clock it runs. */
public enum LimitUnit implements Termed {
    MINUTES("min", "分钟"),
    HOURS("h", "小时"),
    DAYS("d", "天"),
    WORKING_HOURS("wh", "个工作小时"),
    WORKING_DAYS("wd", "个工作日");

    private final String notation;
    private final String term;

    LimitUnit(String notation, String term) {
        this.notation = notation;
        this.term = term;
    }

    @Override
    public String term() {
        return term;
    }

    /** Whether only working time counts. */
    public boolean working() {
        return this == WORKING_HOURS || this == WORKING_DAYS;
    }

    static LimitUnit of(String notation) {
        return Arrays.stream(values())
                .filter(unit -> unit.notation.equals(notation))
                .findFirst()
                .orElseThrow();
    }
}
