package cn.hotline.reporting;

import cn.hotline.access.AccessWiring;
import cn.hotline.access.audit.AuditLog;
import cn.hotline.access.audit.AuditWiring;
import cn.hotline.chassis.ChassisWiring;
import cn.hotline.chassis.event.EventFamily;
import cn.hotline.reporting.codes.CodeFiles;
import cn.hotline.reporting.codes.Terms;
import cn.hotline.reporting.contract.ReportingEvent;
import cn.hotline.reporting.dailyreport.DailyReportWiring;
import cn.hotline.reporting.export.web.Exports;
import cn.hotline.reporting.ledger.LedgerWiring;
import cn.hotline.ui.UiKitWiring;
import java.time.Clock;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;

/** What reporting-service is made of. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(ReportingProperties.class)
@Import({
    ChassisWiring.class,
    AccessWiring.class,
    AuditWiring.class,
    UiKitWiring.class,
    LedgerWiring.class,
    DailyReportWiring.class
})
class ReportingWiring {

    @Bean
    EventFamily<ReportingEvent> published() {
        return new EventFamily<>(
                ReportingEvent.class,
                ReportingEvent.TOPIC,
                ReportingEvent.WIRE_NAMES,
                ReportingEvent::number,
                ReportingEvent::at);
    }

    @Bean
    Exports exports(AuditLog audit, Clock clock) {
        return new Exports(audit, clock);
    }

    @Bean
    CodeFiles codeFiles(ReportingProperties properties) {
        return new CodeFiles(properties.files());
    }

    @Bean
    Terms terms(CodeFiles files) {
        return Terms.load(files);
    }
}
