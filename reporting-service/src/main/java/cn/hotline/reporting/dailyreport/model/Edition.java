package cn.hotline.reporting.dailyreport.model;

import java.time.Instant;
import java.util.List;

/**
 * A frozen report.
 *
 * @param version 1 for the issue, 2 and up for corrections
 * @param sha256 of the report as it was frozen
 * @param changes what changed since the edition before, one Chinese sentence each; none for the issue
 */
public record Edition(int version, String sha256, Instant issuedAt, List<String> changes, DailyReport report) {

    public Edition {
        changes = changes == null ? List.of() : List.copyOf(changes);
    }
}
