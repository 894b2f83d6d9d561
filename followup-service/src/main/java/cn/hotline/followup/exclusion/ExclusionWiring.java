package cn.hotline.followup.exclusion;

import cn.hotline.access.audit.AuditLog;
import cn.hotline.followup.FollowupProperties;
import cn.hotline.followup.exclusion.web.ExclusionController;
import cn.hotline.followup.exclusion.web.ExclusionPages;
import cn.hotline.followup.revisit.RevisitDesk;
import cn.hotline.followup.revisit.Revisits;
import java.time.Clock;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** 剔除: desk → the revisits' documents, events out; API and pages on top. */
@Configuration(proxyBeanMethods = false)
public class ExclusionWiring {

    @Bean
    ExclusionDesk exclusionDesk(
            RevisitDesk desk, Revisits revisits, FollowupProperties properties, AuditLog audit, Clock clock) {
        return new ExclusionDesk(desk, revisits, properties.exclusion(), audit, clock);
    }

    @Bean
    ExclusionController exclusionController(ExclusionDesk desk) {
        return new ExclusionController(desk);
    }

    @Bean
    ExclusionPages exclusionPages(ExclusionDesk desk) {
        return new ExclusionPages(desk);
    }
}
