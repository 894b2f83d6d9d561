package cn.hotline.intake;

import java.util.Map;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.context.annotation.Import;

/** intake-service (受理). */
@SpringBootConfiguration(proxyBeanMethods = false)
@EnableAutoConfiguration
@Import(IntakeWiring.class)
public class IntakeApplication {

    public static void main(String[] arguments) {
        application().run(arguments);
    }

    /** The service, ready to run; reads {@code intake-service.yml}. */
    public static SpringApplication application() {
        SpringApplication application = new SpringApplication(IntakeApplication.class);
        application.setDefaultProperties(Map.of("spring.config.name", "intake-service"));
        return application;
    }
}
