package cn.hotline.reporting.dailyreport.model;

import cn.hotline.chassis.Change;
import cn.hotline.reporting.contract.ReportingEvent;
import cn.hotline.reporting.contract.ReportingEvent.DailyReportCorrected;
import cn.hotline.reporting.contract.ReportingEvent.DailyReportIssued;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * All editions of one day's report. The first is the issue (定稿), later ones are corrections (更正版); none is ever
 * changed.
 *
 * @param day {@code yyyy-MM-dd}
 * @param editions oldest first
 */
public record IssuedReport(String day, List<Edition> editions) {

    public IssuedReport {
        editions = editions == null ? List.of() : List.copyOf(editions);
    }

    /** A day whose report was not issued yet. */
    public static IssuedReport none(LocalDate day) {
        return new IssuedReport(day.toString(), List.of());
    }

    /** Freezes the report as it reads now. When it reads as in the newest edition, that one stands. */
    public Change<IssuedReport, ReportingEvent> issue(DailyReport report, Instant at) {
        String sha256 = report.sha256();
        if (newest().isEmpty()) {
            return Change.of(
                    with(new Edition(1, sha256, at, List.of(), report)),
                    new DailyReportIssued(LocalDate.parse(day), 1, sha256, at));
        }
        Edition before = newest().get();
        if (before.sha256().equals(sha256)) {
            return Change.of(this);
        }
        int version = before.version() + 1;
        List<String> changes = report.changesSince(before.report());
        return Change.of(
                with(new Edition(version, sha256, at, changes, report)),
                new DailyReportCorrected(LocalDate.parse(day), version, sha256, changes, at));
    }

    /** The edition that stands; empty while the day is a draft. */
    public Optional<Edition> newest() {
        return editions.isEmpty() ? Optional.empty() : Optional.of(editions.get(editions.size() - 1));
    }

    /** The edition with that version. */
    public Optional<Edition> edition(int version) {
        return editions.stream().filter(edition -> edition.version() == version).findFirst();
    }

    private IssuedReport with(Edition edition) {
        List<Edition> all = new ArrayList<>(editions);
        all.add(edition);
        return new IssuedReport(day, all);
    }
}
