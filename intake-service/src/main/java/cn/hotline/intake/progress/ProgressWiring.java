package cn.hotline.intake.progress;

import cn.hotline.access.web.Origin;
import cn.hotline.chassis.kafka.EventInlet;
import cn.hotline.chassis.kafka.ParkedEvents;
import cn.hotline.chassis.mongo.DocumentStore;
import cn.hotline.followup.contract.FollowupEvent;
import cn.hotline.intake.IntakeProperties;
import cn.hotline.intake.contract.IntakeEvent;
import cn.hotline.intake.progress.kafka.FollowupEventsIn;
import cn.hotline.intake.progress.kafka.RoutingEventsIn;
import cn.hotline.intake.progress.mongo.MongoProgresses;
import cn.hotline.intake.progress.web.PublicProgressController;
import cn.hotline.intake.registration.RegistrationDesk;
import cn.hotline.intake.registration.SequelDesk;
import cn.hotline.intake.registration.Tickets;
import cn.hotline.routing.contract.RoutingEvent;
import java.time.Clock;
import java.util.List;
import org.springframework.beans.factory.annotation.Value;
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
    EventInlet<RoutingEvent> routingEvents(
            ProgressDesk progress, RegistrationDesk desk, SequelDesk sequel, ParkedEvents parked) {
        return new EventInlet<>(RoutingEventsIn.FAMILY, new RoutingEventsIn(progress, desk, sequel).handlers(), parked);
    }

    @Bean
    EventInlet<FollowupEvent> followupEvents(ProgressDesk progress, RegistrationDesk desk, ParkedEvents parked) {
        return new EventInlet<>(FollowupEventsIn.FAMILY, new FollowupEventsIn(progress, desk).handlers(), parked);
    }

    @Bean
    PublicProgressController publicProgress(
            Tickets tickets,
            Progresses progresses,
            IntakeProperties properties,
            @Value("${hotline.access.gateways:127.0.0.1,::1}") List<String> gateways,
            Clock clock) {
        IntakeProperties.PublicQuery query = properties.publicQuery();
        return new PublicProgressController(
                new PublicProgress(tickets, progresses, query.answered()),
                new PublicProgressController.Limits(
                        new Attempts(query.perSource(), query.window(), clock),
                        new Attempts(query.perNumber(), query.window(), clock)),
                new Origin(gateways),
                properties.numberPrefix(),
                clock);
    }
}
