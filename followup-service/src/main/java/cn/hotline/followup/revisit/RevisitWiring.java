package cn.hotline.followup.revisit;

import cn.hotline.access.audit.AuditLog;
import cn.hotline.chassis.kafka.EventInlet;
import cn.hotline.chassis.kafka.ParkedEvents;
import cn.hotline.chassis.mongo.DocumentStore;
import cn.hotline.followup.FollowupProperties;
import cn.hotline.followup.contract.FollowupEvent;
import cn.hotline.followup.revisit.kafka.IntakeEventsIn;
import cn.hotline.followup.revisit.kafka.RoutingEventsIn;
import cn.hotline.followup.revisit.mongo.MongoMatters;
import cn.hotline.followup.revisit.mongo.MongoRevisits;
import cn.hotline.followup.revisit.web.RevisitController;
import cn.hotline.followup.revisit.web.RevisitPages;
import cn.hotline.intake.contract.IntakeEvent;
import cn.hotline.routing.contract.RoutingEvent;
import java.time.Clock;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** 回访: events in → desk → documents, events out; API and pages on top. */
@Configuration(proxyBeanMethods = false)
public class RevisitWiring {

    @Bean
    RevisitDesk revisitDesk(DocumentStore<FollowupEvent> store, FollowupProperties properties, AuditLog audit) {
        return new RevisitDesk(new MongoRevisits(store), new MongoMatters(store), properties.revisit(), audit);
    }

    @Bean
    EventInlet<IntakeEvent> intakeEvents(RevisitDesk desk, ParkedEvents parked) {
        return new EventInlet<>(IntakeEventsIn.FAMILY, IntakeEventsIn.handlers(desk), parked);
    }

    @Bean
    EventInlet<RoutingEvent> routingEvents(RevisitDesk desk, ParkedEvents parked) {
        return new EventInlet<>(RoutingEventsIn.FAMILY, RoutingEventsIn.handlers(desk), parked);
    }

    @Bean
    RevisitController revisitController(RevisitDesk desk, Clock clock) {
        return new RevisitController(desk, clock);
    }

    @Bean
    RevisitPages revisitPages(RevisitDesk desk, Clock clock) {
        return new RevisitPages(desk, clock);
    }
}
