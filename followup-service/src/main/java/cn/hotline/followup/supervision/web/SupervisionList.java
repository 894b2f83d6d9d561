package cn.hotline.followup.supervision.web;

import cn.hotline.chassis.web.Page;
import cn.hotline.followup.supervision.SupervisionCase;
import cn.hotline.followup.supervision.model.Standing;
import cn.hotline.followup.supervision.model.Supervision;
import cn.hotline.followup.supervision.model.Watch;
import cn.hotline.ui.PageLinks;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;

/** The list as the page shows it, with a tab for each standing. */
record SupervisionList(SupervisionTab tab, List<Tab> tabs, List<Row> rows, PageLinks pages) {

    static SupervisionList of(SupervisionTab tab, Page<SupervisionCase> found, List<Long> counts, Instant now) {
        return new SupervisionList(
                tab,
                Stream.of(SupervisionTab.values())
                        .map(one -> new Tab(one.name(), one.term(), counts.get(one.ordinal()), one == tab))
                        .toList(),
                found.items().stream()
                        .map(one -> new Row(SupervisionView.of(one), isLate(one.watch(), now)))
                        .toList(),
                PageLinks.of(
                        found.page(),
                        found.size(),
                        found.items().size(),
                        found.total(),
                        "件",
                        page -> "?tab=" + tab + "&page=" + page));
    }

    /** Whether an answer is due and has not come. */
    static boolean isLate(Watch watch, Instant now) {
        Supervision latest = watch.current();
        return latest != null && latest.standing() == Standing.OPEN && now.isAfter(latest.answerBy());
    }

    record Tab(String code, String term, long count, boolean current) {}

    record Row(SupervisionView one, boolean late) {}
}
