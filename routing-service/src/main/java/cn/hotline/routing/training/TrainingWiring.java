package cn.hotline.routing.training;

import cn.hotline.chassis.ChassisWiring;
import cn.hotline.chassis.mongo.DocumentStore;
import cn.hotline.routing.RoutingProperties;
import cn.hotline.routing.classification.Classifier;
import cn.hotline.routing.training.mongo.MongoModels;
import cn.hotline.routing.training.schedule.TrainingSchedule;
import cn.hotline.routing.training.web.ModelController;
import cn.hotline.routing.training.web.ModelPages;
import java.time.Clock;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import reactor.core.scheduler.Scheduler;
import reactor.core.scheduler.Schedulers;

/** 训练. */
@Configuration(proxyBeanMethods = false)
@Import({ModelController.class, ModelPages.class})
public class TrainingWiring {

    @Bean
    Models models(DocumentStore<?> store) {
        return new MongoModels(store);
    }

    /** One thread, which holds up nobody: a training takes a processor for as long as it likes. */
    @Bean(destroyMethod = "dispose")
    Scheduler trainingThread() {
        return Schedulers.newSingle("training", true);
    }

    @Bean
    TrainingDesk trainingDesk(
            Models models,
            LabelledTickets tickets,
            Classifier classifier,
            RoutingProperties properties,
            @Value("${hotline.tenant:630100}") String tenant,
            Scheduler trainingThread,
            Clock clock) {
        return new TrainingDesk(
                models,
                tickets,
                classifier,
                properties.learning().leastTickets(),
                properties.learning().mostLetters(),
                tenant,
                trainingThread,
                clock);
    }

    /** Nothing is decided by the lexicon alone where a model is in use. */
    @Bean
    ChassisWiring.Precondition modelIsThere(TrainingDesk desk) {
        return desk::begin;
    }

    @Bean
    TrainingSchedule trainingSchedule(TrainingDesk desk, RoutingProperties properties, Clock clock) {
        return new TrainingSchedule(desk, properties.learning().nightly(), clock);
    }
}
