package cn.hotline.routing.place;

import cn.hotline.chassis.mongo.DocumentStore;
import cn.hotline.chassis.schedule.Repeatedly;
import cn.hotline.routing.place.mongo.MongoNameRulings;
import cn.hotline.routing.place.web.PlacePages;
import cn.hotline.routing.place.web.PlacesController;
import cn.hotline.routing.version.InForce;
import java.time.Clock;
import java.time.Duration;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;

/** 地名学习. */
@Configuration(proxyBeanMethods = false)
@Import({PlacesController.class, PlacePages.class})
public class PlaceWiring {

    @Bean
    NameRulings nameRulings(DocumentStore<?> store) {
        return new MongoNameRulings(store);
    }

    @Bean
    PlaceSchool placeSchool(
            ConfirmedPlaces tickets,
            NameRulings rulings,
            @Value("${hotline.tenant:630100}") String tenant,
            Clock clock) {
        return new PlaceSchool(tickets, rulings, tenant, clock);
    }

    @Bean
    Repeatedly placeLearning(PlaceSchool school, @Value("${hotline.tenant:630100}") String tenant) {
        return new Repeatedly(
                        "Learning places from tickets", Duration.ofSeconds(10), Duration.ofMinutes(30), school::learn)
                .by("routing", tenant);
    }

    @Bean
    Repeatedly placeRulingsRefresh(PlaceSchool school, @Value("${hotline.tenant:630100}") String tenant) {
        return new Repeatedly("Looking for newer rulings on places", InForce.LOOKED_AT, school::refresh)
                .by("routing", tenant);
    }
}
