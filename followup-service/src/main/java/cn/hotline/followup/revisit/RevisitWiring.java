package cn.hotline.followup.revisit;

import cn.hotline.access.audit.AuditLog;
import cn.hotline.chassis.mongo.DocumentStore;
import cn.hotline.followup.FollowupProperties;
import cn.hotline.followup.contract.FollowupEvent;
import cn.hotline.followup.revisit.mongo.MongoMatters;
import cn.hotline.followup.revisit.mongo.MongoRevisits;
import cn.hotline.followup.revisit.web.RevisitController;
import cn.hotline.followup.revisit.web.RevisitPages;
import java.time.Clock;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** 回访: desk → documents, events out; API and pages on top. */
@Configuration(proxyBeanMethods = false)
public class RevisitWiring {

    @Bean
    Matters matters(DocumentStore<FollowupEvent> store) {
        return new MongoMatters(store);
    }

    @Bean
    Revisits revisits(DocumentStore<FollowupEvent> store) {
        return new MongoRevisits(store);
    }

    @Bean
    RevisitDesk revisitDesk(Revisits revisits, Matters matters, FollowupProperties properties, AuditLog audit) {
        return new RevisitDesk(revisits, matters, properties.revisit(), audit);
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
