package cn.hotline.routing.deadline.model;

import cn.hotline.chassis.Termed;

/** What a day is to an office. */
public enum DayKind implements Termed {
    WORKDAY("工作日", true),
    MAKE_UP("调休上班", true),
    WEEKEND("周末", false),
    HOLIDAY("节假日", false);

    private final String term;
    private final boolean working;

    DayKind(String term, boolean working) {
        this.term = term;
        this.working = working;
    }

    @Override
    public String term() {
        return term;
    }

    /** Whether offices are open. */
    public boolean working() {
        return working;
    }
}
