package cn.hotline.followup.supervision.web;

import cn.hotline.chassis.Termed;
import cn.hotline.followup.supervision.WatchFilter;
import cn.hotline.followup.supervision.model.Standing;
import org.jspecify.annotations.Nullable;

/** What the list of supervisions shows. */
enum SupervisionTab implements Termed {
    OPEN(Standing.OPEN.term()),
    ANSWERED(Standing.ANSWERED.term()),
    LIFTED(Standing.LIFTED.term()),
    ESCALATED("提级办理");

    private final String term;

    SupervisionTab(String term) {
        this.term = term;
    }

    @Override
    public String term() {
        return term;
    }

    WatchFilter filter(@Nullable String unit) {
        return this == ESCALATED ? WatchFilter.escalated(unit) : WatchFilter.standing(Standing.valueOf(name()), unit);
    }
}
