package cn.hotline.intake.merging;

import cn.hotline.chassis.mongo.DocumentStore;
import cn.hotline.chassis.schedule.Repeatedly;
import cn.hotline.intake.IntakeProperties;
import cn.hotline.intake.callers.Callers;
import cn.hotline.intake.contract.IntakeEvent;
import cn.hotline.intake.merging.mongo.MongoMerges;
import cn.hotline.intake.merging.web.MergeController;
import cn.hotline.intake.merging.web.MergePages;
import cn.hotline.intake.registration.Ownership;
import cn.hotline.intake.registration.Sealing;
import cn.hotline.intake.registration.Tickets;
import java.time.Clock;
import java.time.Duration;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** 并单. */
@Configuration(proxyBeanMethods = false)
public class MergingWiring {

    @Bean
    MergeDesk mergeDesk(
            DocumentStore<IntakeEvent> store,
            Tickets tickets,
            Callers callers,
            Ownership ownership,
            IntakeProperties properties,
            Clock clock) {
        return new MergeDesk(
                new MongoMerges(store), tickets, new Sealing(callers), ownership, properties.mergeUndo(), clock);
    }

    @Bean
    Repeatedly mergeSweep(MergeDesk desk, @Value("${hotline.tenant:630100}") String tenant) {
        return new Repeatedly("Looking for unfinished merges", Duration.ofMinutes(1), desk::sweep).by("intake", tenant);
    }

    @Bean
    MergeController mergeController(MergeDesk desk, IntakeProperties properties) {
        return new MergeController(desk, properties.numberPrefix());
    }

    @Bean
    MergePages mergePages(MergeDesk desk, IntakeProperties properties) {
        return new MergePages(desk, properties.numberPrefix());
    }
}
