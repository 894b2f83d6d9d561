package cn.hotline.intake.progress;

import cn.hotline.chassis.kafka.EventInlet;
import cn.hotline.chassis.kafka.ParkedEvents;
import cn.hotline.chassis.mongo.DocumentStore;
import cn.hotline.followup.contract.FollowupEvent;
import cn.hotline.intake.contract.IntakeEvent;
import cn.hotline.intake.progress.kafka.FollowupEventsIn;
import cn.hotline.intake.progress.kafka.RoutingEventsIn;
import cn.hotline.intake.progress.mongo.MongoProgresses;
import cn.hotline.intake.registration.RegistrationDesk;
import cn.hotline.routing.contract.RoutingEvent;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** 办理进度. */
@Configuration(proxyBeanMethods = false)
public class ProgressWiring {

    @Bean
    Progresses progresses(DocumentStore<IntakeEvent> store) {
        return new MongoProgresses(store);
    }

    @Bean
    ProgressDesk progressDesk(Progresses progresses) {
        return new ProgressDesk(progresses);
    }

    @Bean
    EventInlet<RoutingEvent> routingEvents(ProgressDesk progress, RegistrationDesk desk, ParkedEvents parked) {
        return new EventInlet<>(RoutingEventsIn.FAMILY, new RoutingEventsIn(progress, desk).handlers(), parked);
    }

    @Bean
    EventInlet<FollowupEvent> followupEvents(ProgressDesk progress, RegistrationDesk desk, ParkedEvents parked) {
        return new EventInlet<>(FollowupEventsIn.FAMILY, new FollowupEventsIn(progress, desk).handlers(), parked);
    }
}
