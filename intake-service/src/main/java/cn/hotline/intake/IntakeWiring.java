package cn.hotline.intake;

import cn.hotline.access.AccessWiring;
import cn.hotline.access.audit.AuditWiring;
import cn.hotline.chassis.ChassisWiring;
import cn.hotline.chassis.event.EventFamily;
import cn.hotline.intake.attachment.AttachmentWiring;
import cn.hotline.intake.callers.CallersWiring;
import cn.hotline.intake.contract.IntakeEvent;
import cn.hotline.intake.merging.MergingWiring;
import cn.hotline.intake.progress.ProgressWiring;
import cn.hotline.intake.registration.RegistrationWiring;
import cn.hotline.intake.relay.RelayWiring;
import cn.hotline.intake.reveal.RevealWiring;
import cn.hotline.ui.UiKitWiring;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;

/** What intake-service is made of. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(IntakeProperties.class)
@Import({
    ChassisWiring.class,
    AccessWiring.class,
    AuditWiring.class,
    UiKitWiring.class,
    CallersWiring.class,
    RegistrationWiring.class,
    RevealWiring.class,
    AttachmentWiring.class,
    RelayWiring.class,
    MergingWiring.class,
    ProgressWiring.class
})
class IntakeWiring {

    @Bean
    EventFamily<IntakeEvent> published() {
        return new EventFamily<>(
                IntakeEvent.class, IntakeEvent.TOPIC, IntakeEvent.WIRE_NAMES, IntakeEvent::number, IntakeEvent::at);
    }
}
