package cn.hotline.reporting;

import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.annotation.Import;

/** reporting-service (台账、日报). */
@SpringBootConfiguration(proxyBeanMethods = false)
@EnableAutoConfiguration
@Import(ReportingWiring.class)
public class ReportingApplication {

    public static void main(String[] arguments) {
        new SpringApplicationBuilder(ReportingApplication.class)
                .properties("spring.config.name=reporting-service")
                .run(arguments);
    }
}
