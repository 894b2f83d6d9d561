package cn.hotline.followup;

import cn.hotline.access.AccessWiring;
import cn.hotline.access.audit.AuditWiring;
import cn.hotline.chassis.ChassisWiring;
import cn.hotline.chassis.event.EventFamily;
import cn.hotline.followup.contract.FollowupEvent;
import cn.hotline.followup.revisit.RevisitWiring;
import cn.hotline.ui.UiKitWiring;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;

/** The whole service: what it stands on, its features, and what it publishes. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(FollowupProperties.class)
@Import({ChassisWiring.class, AccessWiring.class, AuditWiring.class, UiKitWiring.class, RevisitWiring.class})
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
}
