package cn.hotline.gateway;

import cn.hotline.gateway.signin.Callers;
import cn.hotline.gateway.signin.SignInWiring;
import cn.hotline.ui.NavigationProperties;
import cn.hotline.ui.UiKitWiring;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.cloud.gateway.route.RouteLocator;
import org.springframework.cloud.gateway.route.builder.GatewayFilterSpec;
import org.springframework.cloud.gateway.route.builder.RouteLocatorBuilder;
import org.springframework.cloud.gateway.route.builder.UriSpec;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.web.server.WebFilter;
import tools.jackson.databind.json.JsonMapper;

/** The routes, sign-in, limits, the start page and the gateway's own answers. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(GatewayProperties.class)
@Import({UiKitWiring.class, SignInWiring.class, StartPage.class})
class GatewayWiring {

    /** Nothing is rewritten: a service answers the same paths with and without the gateway. */
    @Bean
    RouteLocator services(RouteLocatorBuilder routes, GatewayProperties services) {
        RouteLocatorBuilder.Builder all = routes.routes()
                .route("intake", path -> path.path("/intake/**")
                        .filters(GatewayWiring::withoutCookies)
                        .uri(services.intake()))
                .route("routing", path -> path.path("/routing/**")
                        .filters(GatewayWiring::withoutCookies)
                        .uri(services.routing()))
                .route("followup", path -> path.path("/followup/**")
                        .filters(GatewayWiring::withoutCookies)
                        .uri(services.followup()))
                .route("reporting", path -> path.path("/reporting/**")
                        .filters(GatewayWiring::withoutCookies)
                        .uri(services.reporting()));
        if (services.identity() != null) {
            // Its own addresses must begin with the origin the browser uses.
            all.route("identity", path -> path.path("/idp/**")
                    .filters(GatewayFilterSpec::preserveHostHeader)
                    .uri(services.identity()));
        }
        return all.build();
    }

    @Bean
    Desks desks(NavigationProperties addresses) {
        return new Desks(addresses);
    }

    /** A service keeps no session: a cookie of one would only meet those of the others. */
    private static UriSpec withoutCookies(GatewayFilterSpec filters) {
        return filters.removeResponseHeader(HttpHeaders.SET_COOKIE);
    }

    /** After the headers of every answer, before anything that costs. */
    @Bean
    @Order(Ordered.HIGHEST_PRECEDENCE + 20)
    WebFilter rateLimits(Callers callers, GatewayProperties properties) {
        return new RateLimits(callers, properties.limits());
    }

    @Bean
    GatewayProblems gatewayProblems(JsonMapper json) {
        return new GatewayProblems(json);
    }
}
