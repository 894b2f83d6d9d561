package cn.hotline.intake.callers;

import cn.hotline.chassis.ChassisWiring.Precondition;
import cn.hotline.chassis.mongo.DocumentStore;
import cn.hotline.intake.IntakeProperties;
import cn.hotline.intake.callers.keys.KeyRing;
import cn.hotline.intake.callers.mongo.MongoCallers;
import cn.hotline.intake.callers.mongo.StoredKeyWitness;
import cn.hotline.intake.contract.IntakeEvent;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** 来电人, and the keys they are sealed with. */
@Configuration(proxyBeanMethods = false)
public class CallersWiring {

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
}
