package cn.hotline.access.audit;

import cn.hotline.access.audit.mongo.MongoAuditRecords;
import cn.hotline.access.audit.web.ActRecorder;
import cn.hotline.access.audit.web.AuditController;
import cn.hotline.access.audit.web.AuditPages;
import cn.hotline.chassis.mongo.DocumentStore;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.SmartLifecycle;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import reactor.core.Disposable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** The audit log of one service, in the service's own database. */
@Configuration(proxyBeanMethods = false)
public class AuditWiring {

    @Bean
    AuditRecords auditRecords(DocumentStore<?> store) {
        return new MongoAuditRecords(store);
    }

    @Bean
    AuditWriter auditWriter(
            @Value("${spring.webflux.base-path:}") String basePath,
            AuditRecords records,
            MeterRegistry meters,
            Clock clock) {
        return new AuditWriter(basePath.replace("/", ""), records, meters, clock);
    }

    @Bean
    AuditDesk auditDesk(AuditRecords records, AuditWriter writer) {
        return new AuditDesk(records, writer);
    }

    @Bean
    ActRecorder actRecorder(AuditWriter writer) {
        return new ActRecorder(writer);
    }

    @Bean
    AuditController auditController(AuditDesk desk, Clock clock) {
        return new AuditController(desk, clock);
    }

    @Bean
    AuditPages auditPages(AuditDesk desk, @Value("${spring.webflux.base-path:}") String basePath, Clock clock) {
        return new AuditPages(desk, basePath.replace("/", ""), clock);
    }

    @Bean
    SmartLifecycle auditLifecycle(AuditWriter writer) {
        return new Lifecycle(writer);
    }

    /** Anchors the chain now and then, and ends it in order after everybody else has stopped. */
    private static final class Lifecycle implements SmartLifecycle {

        private static final Logger LOG = LoggerFactory.getLogger(AuditWiring.class);

        /** What a tail may lose unnoticed once this process is gone; each anchor is one small document. */
        private static final Duration ANCHORED_EVERY = Duration.ofMinutes(5);

        private static final Duration PATIENCE_AT_THE_END = Duration.ofSeconds(5);

        private final AuditWriter writer;
        private @Nullable Disposable anchoring;

        Lifecycle(AuditWriter writer) {
            this.writer = writer;
        }

        /** Stops after the web server and the consumers, which have the highest phases. */
        @Override
        public int getPhase() {
            return 0;
        }

        @Override
        public void start() {
            anchoring = Flux.interval(ANCHORED_EVERY)
                    .onBackpressureDrop()
                    .concatMap(tick -> writer.anchor().onErrorResume(Lifecycle::later))
                    .subscribe();
        }

        @Override
        public void stop() {
            stop(() -> {});
        }

        @Override
        public void stop(Runnable stopped) {
            if (anchoring != null) {
                anchoring.dispose();
                anchoring = null;
            }
            writer.close()
                    .timeout(PATIENCE_AT_THE_END)
                    .onErrorResume(Lifecycle::later)
                    .doFinally(end -> stopped.run())
                    .subscribe();
        }

        @Override
        public boolean isRunning() {
            return anchoring != null;
        }

        private static Mono<Void> later(Throwable e) {
            LOG.warn("The audit log could not be anchored: {}", e.toString());
            return Mono.empty();
        }
    }
}
