package cn.hotline.reporting.dailyreport;

import cn.hotline.chassis.mongo.DocumentStore;
import cn.hotline.reporting.ReportingProperties;
import cn.hotline.reporting.codes.CodeFiles;
import cn.hotline.reporting.contract.ReportingEvent;
import cn.hotline.reporting.dailyreport.model.DailyReportPolicy;
import cn.hotline.reporting.dailyreport.mongo.MongoIssuedReports;
import cn.hotline.reporting.dailyreport.web.DailyReportController;
import cn.hotline.reporting.dailyreport.web.DailyReportFiles;
import cn.hotline.reporting.dailyreport.web.DailyReportPages;
import cn.hotline.reporting.ledger.CallEntries;
import cn.hotline.reporting.ledger.LedgerEntries;
import java.time.Clock;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;

/** 日报: from the day's rows to the printed text, and the frozen editions. */
@Configuration(proxyBeanMethods = false)
@Import({DailyReportController.class, DailyReportFiles.class, DailyReportPages.class})
public class DailyReportWiring {

    @Bean
    IssuedReports issuedReports(DocumentStore<ReportingEvent> store) {
        return new MongoIssuedReports(store);
    }

    @Bean
    DailyReportPolicy dailyReportPolicy(CodeFiles files, ReportingProperties properties) {
        return new DailyReportPolicy(
                ReportBookFiles.load(files, properties.concentratedFrom()), ReportBookFiles.wording(files));
    }

    @Bean
    DailyReportDesk dailyReportDesk(
            LedgerEntries entries,
            CallEntries calls,
            IssuedReports issued,
            DailyReportPolicy policy,
            Clock clock,
            ReportingProperties properties) {
        return new DailyReportDesk(new DayRows(entries, calls), issued, policy, clock, properties.draftFreshness());
    }
}
