package cn.hotline.followup.supervision;

import cn.hotline.chassis.event.EventHandlers;
import cn.hotline.chassis.mongo.DocumentStore;
import cn.hotline.chassis.schedule.Repeatedly;
import cn.hotline.followup.FollowupProperties;
import cn.hotline.followup.contract.FollowupEvent;
import cn.hotline.followup.revisit.Matters;
import cn.hotline.followup.supervision.kafka.FollowupEventsIn;
import cn.hotline.followup.supervision.kafka.RoutingEventsIn;
import cn.hotline.followup.supervision.mongo.MongoWatches;
import cn.hotline.followup.supervision.web.SupervisionController;
import cn.hotline.followup.supervision.web.SupervisionPages;
import cn.hotline.routing.contract.RoutingEvent;
import java.time.Clock;
import java.time.Duration;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** 催办督办: events in and time gone by → desk → documents, events out; API and pages on top. */
@Configuration(proxyBeanMethods = false)
public class SupervisionWiring {

    @Bean
    SupervisionDesk supervisionDesk(
            DocumentStore<FollowupEvent> store, Matters matters, FollowupProperties properties, Clock clock) {
        return new SupervisionDesk(new MongoWatches(store), matters, properties.supervision(), clock);
    }

    @Bean
    EventHandlers<RoutingEvent> supervisionOfRouting(SupervisionDesk desk) {
        return RoutingEventsIn.handlers(desk);
    }

    @Bean
    EventHandlers<FollowupEvent> supervisionOfFollowup(SupervisionDesk desk) {
        return FollowupEventsIn.handlers(desk);
    }

    @Bean
    Repeatedly supervisionSchedule(SupervisionDesk desk, @Value("${hotline.tenant:630100}") String tenant) {
        return new Repeatedly("Looking for long overdue tickets", Duration.ofMinutes(1), desk::look)
                .by("followup", tenant);
    }

    @Bean
    SupervisionController supervisionController(SupervisionDesk desk) {
        return new SupervisionController(desk);
    }

    @Bean
    SupervisionPages supervisionPages(SupervisionDesk desk, Clock clock) {
        return new SupervisionPages(desk, clock);
    }
}
