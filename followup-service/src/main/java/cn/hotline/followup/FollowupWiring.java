package cn.hotline.followup;

import cn.hotline.access.AccessWiring;
import cn.hotline.access.audit.AuditWiring;
import cn.hotline.chassis.ChassisWiring;
import cn.hotline.chassis.event.EventFamily;
import cn.hotline.chassis.event.EventHandlers;
import cn.hotline.chassis.kafka.EventInlet;
import cn.hotline.chassis.kafka.ParkedEvents;
import cn.hotline.followup.contract.FollowupEvent;
import cn.hotline.followup.exclusion.ExclusionWiring;
import cn.hotline.followup.revisit.RevisitDesk;
import cn.hotline.followup.revisit.RevisitWiring;
import cn.hotline.followup.revisit.kafka.IntakeEventsIn;
import cn.hotline.followup.revisit.kafka.RoutingEventsIn;
import cn.hotline.followup.supervision.SupervisionWiring;
import cn.hotline.intake.contract.IntakeEvent;
import cn.hotline.routing.contract.RoutingEvent;
import cn.hotline.ui.UiKitWiring;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;

/** The whole service: what it stands on, its features, and what it publishes. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(FollowupProperties.class)
@Import({
    ChassisWiring.class,
    AccessWiring.class,
    AuditWiring.class,
    UiKitWiring.class,
    RevisitWiring.class,
    ExclusionWiring.class,
    SupervisionWiring.class
})
public class FollowupWiring {

    /** What the service tells, and where. */
    public static final EventFamily<FollowupEvent> PUBLISHED = new EventFamily<>(
            FollowupEvent.class,
            FollowupEvent.TOPIC,
            FollowupEvent.WIRE_NAMES,
            FollowupEvent::number,
            FollowupEvent::at);

    @Bean
    EventFamily<FollowupEvent> published() {
        return PUBLISHED;
    }

    @Bean
    EventInlet<IntakeEvent> intakeEvents(RevisitDesk revisits, ParkedEvents parked) {
        return new EventInlet<>(IntakeEventsIn.FAMILY, IntakeEventsIn.handlers(revisits), parked);
    }

    /** Both features hear routing, revisits first. */
    @Bean
    EventInlet<RoutingEvent> routingEvents(
            RevisitDesk revisits, EventHandlers<RoutingEvent> supervision, ParkedEvents parked) {
        return new EventInlet<>(
                RoutingEventsIn.FAMILY, RoutingEventsIn.handlers(revisits).and(supervision), parked);
    }

    /** Its own topic: what revisits decide, supervision hears like everybody else. */
    @Bean
    EventInlet<FollowupEvent> followupEvents(EventHandlers<FollowupEvent> supervision, ParkedEvents parked) {
        return new EventInlet<>(PUBLISHED, supervision, parked);
    }
}
