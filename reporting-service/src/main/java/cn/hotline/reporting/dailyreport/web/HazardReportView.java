package cn.hotline.reporting.dailyreport.web;

import cn.hotline.reporting.dailyreport.PublishedReport;
import cn.hotline.reporting.dailyreport.model.Count;
import cn.hotline.reporting.dailyreport.model.HazardReport;
import java.util.List;

/**
 * The hazard report as JSON; frozen together with the daily report of its day.
 *
 * @param status {@code DRAFT} or {@code ISSUED}
 * @param version 0 for a draft
 */
record HazardReportView(
        String date,
        String status,
        String statusTerm,
        int version,
        int total,
        List<Count> bodies,
        List<Count> kinds,
        String title,
        String text) {

    static HazardReportView of(PublishedReport published) {
        HazardReport hazards = published.report().hazards();
        boolean draft = published.edition() == null;
        return new HazardReportView(
                published.report().day(),
                draft ? "DRAFT" : "ISSUED",
                draft ? "草稿" : "已定稿",
                draft ? 0 : published.edition().version(),
                hazards.total(),
                hazards.bodies(),
                hazards.kinds(),
                hazards.title(),
                hazards.text());
    }
}
