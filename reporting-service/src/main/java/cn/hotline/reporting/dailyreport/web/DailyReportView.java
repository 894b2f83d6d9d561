package cn.hotline.reporting.dailyreport.web;

import cn.hotline.reporting.dailyreport.PublishedReport;
import cn.hotline.reporting.dailyreport.model.DailyReport;
import cn.hotline.reporting.dailyreport.model.Edition;
import cn.hotline.reporting.dailyreport.model.HotProblem;
import cn.hotline.reporting.dailyreport.model.Identity;
import cn.hotline.reporting.dailyreport.model.WebMessages;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The daily report as JSON.
 *
 * @param status {@code DRAFT} or {@code ISSUED}
 * @param version 0 for a draft
 * @param issueNumber 期号: the day's number in its year
 * @param text as printed, without the title
 * @param identities what must be equal, and whether it is
 * @param editions every frozen edition, oldest first
 * @param changedSince what has changed since the newest edition and is not in it
 */
record DailyReportView(
        String date,
        String status,
        String statusTerm,
        int version,
        @Nullable String sha256,
        @Nullable Instant issuedAt,
        int issueNumber,
        int calls,
        WebMessages web,
        int direct,
        int forwarded,
        int revisits,
        List<HotProblem> hot,
        String title,
        String text,
        List<IdentityView> identities,
        List<EditionView> editions,
        List<String> changedSince) {

    static DailyReportView of(PublishedReport published) {
        DailyReport report = published.report();
        Edition edition = published.edition();
        return new DailyReportView(
                report.day(),
                edition == null ? "DRAFT" : "ISSUED",
                edition == null ? "草稿" : "已定稿",
                edition == null ? 0 : edition.version(),
                edition == null ? null : edition.sha256(),
                edition == null ? null : edition.issuedAt(),
                LocalDate.parse(report.day()).getDayOfYear(),
                report.calls(),
                report.web(),
                report.direct(),
                report.forwarded(),
                report.revisits(),
                report.hot(),
                report.title(),
                report.text(),
                report.identities().stream().map(IdentityView::of).toList(),
                published.editions().stream().map(EditionView::of).toList(),
                published.changedSince());
    }

    record IdentityView(String name, String sentence, int left, int right, boolean holds) {

        static IdentityView of(Identity identity) {
            return new IdentityView(
                    identity.name(), identity.sentence(), identity.left(), identity.right(), identity.holds());
        }
    }

    record EditionView(int version, String sha256, Instant issuedAt, List<String> changes) {

        static EditionView of(Edition edition) {
            return new EditionView(edition.version(), edition.sha256(), edition.issuedAt(), edition.changes());
        }
    }
}
