package cn.hotline.routing.place;

import cn.hotline.routing.place.schedule.PlaceLearning;
import cn.hotline.routing.place.web.PlacesController;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;

/** 地名学习. */
@Configuration(proxyBeanMethods = false)
@Import(PlacesController.class)
public class PlaceWiring {

    @Bean
    PlaceSchool placeSchool(ConfirmedPlaces tickets) {
        return new PlaceSchool(tickets);
    }

    @Bean
    PlaceLearning placeLearning(PlaceSchool school, @Value("${hotline.tenant:630100}") String tenant) {
        return new PlaceLearning(school, tenant);
    }
}
