package cn.hotline.routing.deadline;

import cn.hotline.chassis.ChassisWiring;
import cn.hotline.chassis.mongo.DocumentStore;
import cn.hotline.chassis.schedule.Repeatedly;
import cn.hotline.routing.RoutingProperties;
import cn.hotline.routing.deadline.model.CalendarVersion;
import cn.hotline.routing.deadline.model.LimitsVersion;
import cn.hotline.routing.deadline.model.OpenHours;
import cn.hotline.routing.deadline.web.CalendarPages;
import cn.hotline.routing.deadline.web.DeadlineController;
import cn.hotline.routing.deadline.web.DeadlineRequests;
import cn.hotline.routing.knowledge.KnowledgeFiles;
import cn.hotline.routing.version.InForce;
import cn.hotline.routing.version.mongo.MongoVersions;
import java.time.Clock;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;

/** 时限: time limits and the working calendar. */
@Configuration(proxyBeanMethods = false)
@Import({DeadlineController.class, CalendarPages.class})
public class DeadlineWiring {

    @Bean
    PublishedDeadlines publishedDeadlines(RoutingProperties properties) {
        return new PublishedDeadlines(
                properties.officeHours().stream().map(OpenHours::of).toList(),
                properties.terms().terms(),
                properties.emergency().ladder());
    }

    @Bean
    DeadlineDesk deadlineDesk(
            DocumentStore<?> store,
            PublishedDeadlines published,
            OpenDeadlines open,
            @Value("${hotline.tenant:630100}") String tenant,
            Clock clock) {
        return new DeadlineDesk(
                new MongoVersions<>(store, "calendarVersions", CalendarVersion.class),
                new MongoVersions<>(store, "timeLimitVersions", LimitsVersion.class),
                published,
                open,
                tenant,
                clock);
    }

    /** No deadline is counted before the versions in force are known. */
    @Bean
    ChassisWiring.Precondition deadlinesAreThere(DeadlineDesk desk, KnowledgeFiles files, Clock clock) {
        CalendarVersion days = CalendarFile.load(files, clock.instant());
        LimitsVersion rules = TimeLimitFile.load(files, clock.instant());
        return () -> desk.begin(days, rules);
    }

    @Bean
    Repeatedly deadlineRefresh(DeadlineDesk desk) {
        return new Repeatedly("Looking for newer calendars and time limits", InForce.LOOKED_AT, desk::refresh);
    }

    @Bean
    DeadlineRequests deadlineRequests(Clock clock) {
        return new DeadlineRequests(clock);
    }
}
