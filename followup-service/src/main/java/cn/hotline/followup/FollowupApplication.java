package cn.hotline.followup;

import java.util.Map;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.context.annotation.Import;

/** 回访督办: was the caller served? */
@SpringBootConfiguration(proxyBeanMethods = false)
@EnableAutoConfiguration
@Import(FollowupWiring.class)
public class FollowupApplication {

    public static void main(String[] arguments) {
        application().run(arguments);
    }

    /** The service, ready to run; reads {@code followup-service.yml}. */
    public static SpringApplication application() {
        SpringApplication application = new SpringApplication(FollowupApplication.class);
        application.setDefaultProperties(Map.of("spring.config.name", "followup-service"));
        return application;
    }
}
