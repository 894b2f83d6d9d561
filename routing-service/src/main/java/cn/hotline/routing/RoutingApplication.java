package cn.hotline.routing;

import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.annotation.Import;

/** routing-service (派单办理). */
@SpringBootConfiguration(proxyBeanMethods = false)
@EnableAutoConfiguration
@Import(RoutingWiring.class)
public class RoutingApplication {

    public static void main(String[] arguments) {
        new SpringApplicationBuilder(RoutingApplication.class)
                .properties("spring.config.name=routing-service")
                .run(arguments);
    }
}
