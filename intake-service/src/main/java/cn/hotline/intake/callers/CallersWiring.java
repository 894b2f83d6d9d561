package cn.hotline.intake.callers;

import cn.hotline.access.audit.AuditLog;
import cn.hotline.chassis.ChassisWiring.Precondition;
import cn.hotline.chassis.mongo.DocumentStore;
import cn.hotline.intake.IntakeProperties;
import cn.hotline.intake.callers.keys.KeyRing;
import cn.hotline.intake.callers.mongo.MongoCallers;
import cn.hotline.intake.callers.mongo.MongoRotations;
import cn.hotline.intake.callers.mongo.StoredKeyWitness;
import cn.hotline.intake.callers.schedule.RotationRun;
import cn.hotline.intake.callers.web.KeyRotationController;
import cn.hotline.intake.contract.IntakeEvent;
import java.time.Clock;
import java.time.Duration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;

/** 来电人, and the keys they are sealed with. */
@Configuration(proxyBeanMethods = false)
@Import(KeyRotationController.class)
public class CallersWiring {

    /** Longer than any request takes, and than another process takes to read the key file again. */
    private static final Duration SETTLING = Duration.ofSeconds(10);

    @Bean
    KeyRing keyRing(DocumentStore<IntakeEvent> store, IntakeProperties properties) {
        return new KeyRing(properties.keys(), new StoredKeyWitness(store));
    }

    @Bean
    Precondition keysAreThere(KeyRing ring) {
        return ring::open;
    }

    @Bean
    Callers callers(DocumentStore<IntakeEvent> store, KeyRing ring) {
        return new MongoCallers(store, ring);
    }

    @Bean
    KeyRotation keyRotation(DocumentStore<IntakeEvent> store, KeyRing ring, AuditLog audit, Clock clock) {
        return new KeyRotation(ring, new MongoRotations(store, ring), audit, SETTLING, clock);
    }

    @Bean
    RotationRun rotationRun(KeyRotation rotation, KeyRing ring) {
        return new RotationRun(rotation, ring);
    }
}
