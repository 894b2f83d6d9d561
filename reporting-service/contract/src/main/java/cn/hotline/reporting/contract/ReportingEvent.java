package cn.hotline.reporting.contract;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;

/**
 * What reporting-service (台账日报) tells on topic {@code hotline.reporting}.
 *
 * <p>Published, never changed: a component may be added, a record may not change its meaning. No personal data.
 */
public sealed interface ReportingEvent {

    /** Topic of all records of this family. */
    String TOPIC = "hotline.reporting";

    /** Stream of the events of one day's report; the subject is the day. */
    String DAILY_REPORT_STREAM = "/reporting/daily-report";

    /** Wire name of every record, written down once and never reused. */
    Map<String, Class<? extends ReportingEvent>> WIRE_NAMES = Map.of(
            "cn.hotline.reporting.daily-report-issued.v1", DailyReportIssued.class,
            "cn.hotline.reporting.daily-report-corrected.v1", DailyReportCorrected.class);

    /** What the event speaks of: the day in ISO form. */
    String number();

    /** When it happened. */
    Instant at();

    /**
     * 日报定稿: the day's report is frozen.
     *
     * @param version 1
     * @param sha256 lower-case hex digest of the frozen report
     */
    record DailyReportIssued(LocalDate day, int version, String sha256, Instant at) implements ReportingEvent {
        @Override
        public String number() {
            return day.toString();
        }
    }

    /**
     * 日报更正: facts that came after the issue changed the figures; the issued version stays as it is.
     *
     * @param version 2 and up
     * @param changes what changed, one Chinese sentence each
     */
    record DailyReportCorrected(LocalDate day, int version, String sha256, List<String> changes, Instant at)
            implements ReportingEvent {
        @Override
        public String number() {
            return day.toString();
        }
    }
}
