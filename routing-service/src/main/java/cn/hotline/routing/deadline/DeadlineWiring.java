package cn.hotline.routing.deadline;

import cn.hotline.chassis.ChassisWiring;
import cn.hotline.routing.RoutingProperties;
import cn.hotline.routing.deadline.model.DeadlinePolicy;
import cn.hotline.routing.deadline.model.OpenHours;
import cn.hotline.routing.deadline.web.DeadlineController;
import cn.hotline.routing.knowledge.KnowledgeFiles;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;

/** 时限: time limits and the working calendar. */
@Configuration(proxyBeanMethods = false)
@Import(DeadlineController.class)
public class DeadlineWiring {

    @Bean
    DeadlinePolicy deadlinePolicy(KnowledgeFiles files, RoutingProperties properties) {
        return new DeadlinePolicy(
                TimeLimitFile.load(files),
                CalendarFile.load(
                        files,
                        properties.officeHours().stream().map(OpenHours::of).toList(),
                        ChassisWiring.ZONE),
                properties.terms().terms(),
                properties.emergency().ladder());
    }
}
