package cn.hotline.reporting.dailyreport.mongo;

import cn.hotline.chassis.Aggregates.Versioned;
import cn.hotline.chassis.Cause;
import cn.hotline.chassis.Change;
import cn.hotline.chassis.mongo.AggregateCollection;
import cn.hotline.chassis.mongo.DocumentStore;
import cn.hotline.reporting.contract.ReportingEvent;
import cn.hotline.reporting.dailyreport.IssuedReports;
import cn.hotline.reporting.dailyreport.model.IssuedReport;
import java.time.LocalDate;
import java.util.function.Function;
import reactor.core.publisher.Mono;

/** Issued reports as documents; {@code _id} = tenant and day, since every tenant has each day. */
public final class MongoIssuedReports implements IssuedReports {

    private final AggregateCollection<IssuedReport, ReportingEvent> reports;

    public MongoIssuedReports(DocumentStore<ReportingEvent> store) {
        this.reports = store.aggregates("daily-reports", IssuedReport.class, ReportingEvent.DAILY_REPORT_STREAM);
    }

    @Override
    public Mono<IssuedReport> of(LocalDate day) {
        return id(day).flatMap(reports::find).map(Versioned::state).defaultIfEmpty(IssuedReport.none(day));
    }

    @Override
    public Mono<IssuedReport> change(
            LocalDate day, Function<IssuedReport, Change<IssuedReport, ReportingEvent>> decision) {
        return id(day).flatMap(id -> reports.changeOrOpen(id, IssuedReport.none(day), decision))
                .map(Versioned::state);
    }

    private static Mono<String> id(LocalDate day) {
        return Cause.current().map(cause -> cause.tenant() + "." + day);
    }
}
