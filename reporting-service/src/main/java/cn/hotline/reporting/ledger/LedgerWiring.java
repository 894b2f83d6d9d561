package cn.hotline.reporting.ledger;

import cn.hotline.chassis.kafka.EventInlet;
import cn.hotline.chassis.kafka.ParkedEvents;
import cn.hotline.chassis.mongo.DocumentStore;
import cn.hotline.followup.contract.FollowupEvent;
import cn.hotline.intake.contract.IntakeEvent;
import cn.hotline.reporting.contract.ReportingEvent;
import cn.hotline.reporting.ledger.kafka.FollowupEventsIn;
import cn.hotline.reporting.ledger.kafka.IntakeEventsIn;
import cn.hotline.reporting.ledger.kafka.RoutingEventsIn;
import cn.hotline.reporting.ledger.mongo.MongoCallEntries;
import cn.hotline.reporting.ledger.mongo.MongoLedgerEntries;
import cn.hotline.reporting.ledger.web.LedgerController;
import cn.hotline.reporting.ledger.web.LedgerFiles;
import cn.hotline.reporting.ledger.web.LedgerPages;
import cn.hotline.routing.contract.RoutingEvent;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;

/** 台账: the three topics in, one row per ticket. */
@Configuration(proxyBeanMethods = false)
@Import({LedgerController.class, LedgerFiles.class, LedgerPages.class})
public class LedgerWiring {

    @Bean
    LedgerEntries ledgerEntries(DocumentStore<ReportingEvent> store) {
        return new MongoLedgerEntries(store);
    }

    @Bean
    CallEntries callEntries(DocumentStore<ReportingEvent> store) {
        return new MongoCallEntries(store);
    }

    @Bean
    TicketLedger ticketLedger(LedgerEntries entries, CallEntries calls) {
        return new TicketLedger(entries, calls);
    }

    @Bean
    EventInlet<IntakeEvent> intakeEvents(TicketLedger ledger, ParkedEvents parked) {
        return new EventInlet<>(IntakeEventsIn.FAMILY, IntakeEventsIn.handlers(ledger), parked);
    }

    @Bean
    EventInlet<RoutingEvent> routingEvents(TicketLedger ledger, ParkedEvents parked) {
        return new EventInlet<>(RoutingEventsIn.FAMILY, RoutingEventsIn.handlers(ledger), parked);
    }

    @Bean
    EventInlet<FollowupEvent> followupEvents(TicketLedger ledger, ParkedEvents parked) {
        return new EventInlet<>(FollowupEventsIn.FAMILY, FollowupEventsIn.handlers(ledger), parked);
    }
}
