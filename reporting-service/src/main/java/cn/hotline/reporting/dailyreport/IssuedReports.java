package cn.hotline.reporting.dailyreport;

import cn.hotline.chassis.Change;
import cn.hotline.reporting.contract.ReportingEvent;
import cn.hotline.reporting.dailyreport.model.IssuedReport;
import java.time.LocalDate;
import java.util.function.Function;
import reactor.core.publisher.Mono;

/** The frozen reports, of the tenant of the cause in force. */
public interface IssuedReports {

    /** All editions of a day; one without editions for a day that is a draft. */
    Mono<IssuedReport> of(LocalDate day);

    Mono<IssuedReport> change(LocalDate day, Function<IssuedReport, Change<IssuedReport, ReportingEvent>> decision);
}
