package cn.hotline.gateway;

import cn.hotline.ui.UiKitWiring;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.cloud.gateway.route.RouteLocator;
import org.springframework.cloud.gateway.route.builder.GatewayFilterSpec;
import org.springframework.cloud.gateway.route.builder.RouteLocatorBuilder;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import tools.jackson.databind.json.JsonMapper;

/** The four routes, the start page and the gateway's own answers. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(GatewayProperties.class)
@Import({UiKitWiring.class, StartPage.class})
class GatewayWiring {

    /** Nothing is rewritten: a service answers the same paths with and without the gateway. */
    @Bean
    RouteLocator services(RouteLocatorBuilder routes, GatewayProperties services) {
        RouteLocatorBuilder.Builder all = routes.routes()
                .route("intake", path -> path.path("/intake/**").uri(services.intake()))
                .route("routing", path -> path.path("/routing/**").uri(services.routing()))
                .route("followup", path -> path.path("/followup/**").uri(services.followup()))
                .route("reporting", path -> path.path("/reporting/**").uri(services.reporting()));
        if (services.identity() != null) {
            // Its own addresses must begin with the origin the browser uses.
            all.route("identity", path -> path.path("/idp/**")
                    .filters(GatewayFilterSpec::preserveHostHeader)
                    .uri(services.identity()));
        }
        return all.build();
    }

    @Bean
    GatewayProblems gatewayProblems(JsonMapper json) {
        return new GatewayProblems(json);
    }
}
