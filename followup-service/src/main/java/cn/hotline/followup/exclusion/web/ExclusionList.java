package cn.hotline.followup.exclusion.web;

import cn.hotline.chassis.web.Page;
import cn.hotline.followup.exclusion.model.ExclusionStatus;
import cn.hotline.followup.revisit.RevisitCase;
import cn.hotline.ui.PageLinks;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** The exclusions of a status as the page shows them, with a tab for each. */
record ExclusionList(ExclusionStatus status, List<Tab> tabs, List<ExclusionView> rows, PageLinks pages) {

    static ExclusionList of(ExclusionStatus status, Page<RevisitCase> found, Map<ExclusionStatus, Long> counts) {
        return new ExclusionList(
                status,
                Stream.of(ExclusionStatus.values())
                        .map(tab -> new Tab(tab.name(), tab.term(), counts.getOrDefault(tab, 0L), tab == status))
                        .toList(),
                found.items().stream().map(ExclusionController::present).toList(),
                PageLinks.of(
                        found.page(),
                        found.size(),
                        found.items().size(),
                        found.total(),
                        "件",
                        page -> "?status=" + status + "&page=" + page));
    }

    record Tab(String status, String term, long count, boolean current) {}
}
