package cn.hotline.reporting.dailyreport.web;

import cn.hotline.chassis.Termed.Coded;
import cn.hotline.reporting.codes.Terms;
import cn.hotline.reporting.dailyreport.Behind;
import cn.hotline.reporting.dailyreport.DailyReportDesk;
import cn.hotline.reporting.ledger.model.Handling;
import cn.hotline.reporting.ledger.model.LedgerEntry;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One thing that a figure counts.
 *
 * @param id call id or ticket number
 * @param at call begun, ticket received, revisit recorded
 * @param outcome what a recorded call came to; absent otherwise
 * @param satisfaction what the caller said; absent unless a revisit is counted
 */
record BehindView(
        String id,
        Instant at,
        @Nullable Coded outcome,
        @Nullable Coded satisfaction,
        List<Ticket> tickets) {

    static BehindView of(Behind behind, Terms terms, DailyReportDesk desk) {
        return new BehindView(
                behind.id(),
                behind.at(),
                behind.call() == null
                        ? null
                        : terms.coded(Terms.CALL_OUTCOME, behind.call().outcome()),
                behind.revisit() == null
                        ? null
                        : terms.coded(Terms.SATISFACTION, behind.revisit().satisfaction()),
                behind.tickets().stream()
                        .map(ticket ->
                                Ticket.of(ticket, terms, desk.groupOf(ticket).orElse(null)))
                        .toList());
    }

    /**
     * A ticket in short.
     *
     * @param reportGroup group it counts in; absent when it has no class
     * @param unit name of the lead unit; absent until dispatched
     */
    record Ticket(
            String number,
            Coded status,
            @Nullable Coded channel,
            @Nullable String title,
            @Nullable String reportGroup,
            @Nullable String unit) {

        static Ticket of(LedgerEntry entry, Terms terms, @Nullable String group) {
            Handling handling = entry.handling();
            return new Ticket(
                    entry.number(),
                    Coded.of(entry.status()),
                    entry.registration() == null
                            ? null
                            : terms.coded(
                                    Terms.CHANNEL,
                                    entry.registration().contact().channel()),
                    entry.registration() == null
                            ? null
                            : entry.registration().matter().title(),
                    group,
                    handling == null || handling.unit() == null
                            ? null
                            : handling.unit().name());
        }
    }
}
