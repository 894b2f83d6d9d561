package cn.hotline.reporting.dailyreport;

import cn.hotline.reporting.dailyreport.model.DailyReport;
import cn.hotline.reporting.dailyreport.model.Edition;
import cn.hotline.reporting.dailyreport.model.IssuedReport;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A day's report as readers get it: the frozen edition once there is one, else the draft as it stands.
 *
 * @param report what is shown
 * @param edition null for a draft
 * @param editions every edition of that day, oldest first
 * @param changedSince what has changed since the newest edition and would make a correction; none for a draft or an
 *     older edition
 */
public record PublishedReport(
        DailyReport report, @Nullable Edition edition, List<Edition> editions, List<String> changedSince) {

    public PublishedReport {
        editions = List.copyOf(editions);
        changedSince = List.copyOf(changedSince);
    }

    static PublishedReport newest(IssuedReport issued, DailyReport now) {
        return issued.newest()
                .map(edition -> new PublishedReport(
                        edition.report(), edition, issued.editions(), now.changesSince(edition.report())))
                .orElseGet(() -> new PublishedReport(now, null, List.of(), List.of()));
    }

    static PublishedReport of(Edition edition, IssuedReport issued) {
        return new PublishedReport(edition.report(), edition, issued.editions(), List.of());
    }
}
