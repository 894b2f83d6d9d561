package cn.hotline.ui.sample;

import cn.hotline.ui.LiveSignals;
import cn.hotline.ui.UiKitWiring;
import java.time.Clock;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;

/** A service that has nothing but pages, at {@code http://127.0.0.1:8089/sample/desk}. */
@SpringBootApplication(proxyBeanMethods = false)
@Import(UiKitWiring.class)
public class SampleApplication {

    public static void main(String[] arguments) {
        var application = new SpringApplication(SampleApplication.class);
        application.setDefaultProperties(SamplePages.SETTINGS);
        application.run(arguments);
    }

    @Bean
    Clock clock() {
        return Clock.systemUTC();
    }

    @Bean
    LiveSignals signals() {
        return new LiveSignals();
    }
}
