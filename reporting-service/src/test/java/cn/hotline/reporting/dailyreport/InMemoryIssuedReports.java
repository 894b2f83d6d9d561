package cn.hotline.reporting.dailyreport;

import cn.hotline.chassis.Aggregates.Versioned;
import cn.hotline.chassis.Change;
import cn.hotline.chassis.testing.InMemoryAggregates;
import cn.hotline.reporting.contract.ReportingEvent;
import cn.hotline.reporting.dailyreport.model.IssuedReport;
import java.time.LocalDate;
import java.util.List;
import java.util.function.Function;
import reactor.core.publisher.Mono;

/** Issued reports in a map, and what was told of them. */
public final class InMemoryIssuedReports implements IssuedReports {

    private final InMemoryAggregates<IssuedReport, ReportingEvent> reports = new InMemoryAggregates<>();

    public List<ReportingEvent> told() {
        return reports.told();
    }

    @Override
    public Mono<IssuedReport> of(LocalDate day) {
        return reports.find(day.toString()).map(Versioned::state).defaultIfEmpty(IssuedReport.none(day));
    }

    @Override
    public Mono<IssuedReport> change(
            LocalDate day, Function<IssuedReport, Change<IssuedReport, ReportingEvent>> decision) {
        return reports.changeOrOpen(day.toString(), IssuedReport.none(day), decision)
                .map(Versioned::state);
    }
}
