package cn.hotline.access.audit;

import cn.hotline.access.AccessProperties;
import cn.hotline.access.audit.web.RefusalRecorder;
import cn.hotline.access.web.Origin;
import cn.hotline.access.web.Rights;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Who was refused is written down; comes with whoever refuses. */
@Configuration(proxyBeanMethods = false)
public class RefusalsWiring {

    @Bean
    RefusalRecorder refusalRecorder(
            Refusals refusals,
            Rights rights,
            AccessProperties properties,
            @Value("${hotline.tenant:630100}") String tenant) {
        return new RefusalRecorder(refusals, rights, new Origin(properties.gateways()), tenant);
    }
}
