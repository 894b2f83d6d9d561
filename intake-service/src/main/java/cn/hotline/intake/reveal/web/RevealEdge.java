package cn.hotline.intake.reveal.web;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;

/** 查看来电人 over HTTP: its controllers and pages. */
@Configuration(proxyBeanMethods = false)
@Import({RevealController.class, RevealPage.class})
public class RevealEdge {

    @Bean
    KeylessReading keylessReading() {
        return new KeylessReading();
    }
}
