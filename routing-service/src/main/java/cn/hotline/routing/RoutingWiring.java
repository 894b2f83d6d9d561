package cn.hotline.routing;

import cn.hotline.access.AccessWiring;
import cn.hotline.access.KnownUnits;
import cn.hotline.access.audit.AuditWiring;
import cn.hotline.chassis.ChassisWiring;
import cn.hotline.chassis.event.EventFamily;
import cn.hotline.routing.catalogue.CatalogueWiring;
import cn.hotline.routing.contract.RoutingEvent;
import cn.hotline.routing.deadline.DeadlineWiring;
import cn.hotline.routing.dispatch.DispatchWiring;
import cn.hotline.routing.notice.NoticeWiring;
import cn.hotline.routing.place.PlaceWiring;
import cn.hotline.routing.roster.RosterWiring;
import cn.hotline.routing.training.TrainingWiring;
import cn.hotline.routing.units.Units;
import cn.hotline.routing.unitsystem.UnitSystemWiring;
import cn.hotline.ui.UiKitWiring;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;

/** What routing-service is made of. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(RoutingProperties.class)
@Import({
    ChassisWiring.class,
    AccessWiring.class,
    AuditWiring.class,
    UiKitWiring.class,
    CatalogueWiring.class,
    DeadlineWiring.class,
    DispatchWiring.class,
    PlaceWiring.class,
    NoticeWiring.class,
    RosterWiring.class,
    TrainingWiring.class,
    UnitSystemWiring.class
})
class RoutingWiring {

    @Bean
    KnownUnits knownUnits(Units units) {
        return code -> units.find(code).isPresent();
    }

    @Bean
    EventFamily<RoutingEvent> published() {
        return new EventFamily<>(
                RoutingEvent.class,
                RoutingEvent.TOPIC,
                RoutingEvent.WIRE_NAMES,
                RoutingEvent::number,
                RoutingEvent::at);
    }
}
