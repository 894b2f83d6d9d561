package cn.hotline.access.audit;

import cn.hotline.access.audit.mongo.MongoAuditRecords;
import cn.hotline.access.audit.web.ActRecorder;
import cn.hotline.access.audit.web.AuditController;
import cn.hotline.access.audit.web.AuditPages;
import cn.hotline.access.audit.web.RefusalRecorder;
import cn.hotline.access.web.Origin;
import cn.hotline.access.web.Rights;
import cn.hotline.chassis.mongo.DocumentStore;
import cn.hotline.chassis.schedule.Repeatedly;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.SmartLifecycle;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import reactor.core.publisher.Mono;

/** The audit log of one service, in the service's own database; stands beside {@link cn.hotline.access.AccessWiring}. */
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
    AuditDesk auditDesk(AuditRecords records, AuditWriter writer, MeterRegistry meters) {
        return new AuditDesk(records, writer, meters);
    }

    @Bean
    ActRecorder actRecorder(AuditWriter writer) {
        return new ActRecorder(writer);
    }

    @Bean
    RefusalRecorder refusalRecorder(
            Refusals refusals, Rights rights, Origin origin, @Value("${hotline.tenant:630100}") String tenant) {
        return new RefusalRecorder(refusals, rights, origin, tenant);
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
    Refusals refusals(AuditWriter writer, Clock clock) {
        return new Refusals(writer, clock);
    }

    @Bean
    SmartLifecycle auditLifecycle(AuditWriter writer, Refusals refusals, AuditDesk desk) {
        return new Lifecycle(writer, refusals, desk);
    }

    /**
     * Anchors the chain now and then, looks at the whole log once a day, and ends the chain in order after everybody
     * else has stopped.
     */
    private static final class Lifecycle implements SmartLifecycle {

        private static final Logger LOG = LoggerFactory.getLogger(AuditWiring.class);

        /** What a tail may lose unnoticed once this process is gone; each anchor is one small document. */
        private static final Duration ANCHORED_EVERY = Duration.ofMinutes(5);

        /** Soon, for then the chains of processes that were killed are anchored. */
        private static final Duration CHECKED_FIRST = Duration.ofMinutes(1);

        private static final Duration CHECKED_EVERY = Duration.ofDays(1);
        private static final Duration PATIENCE_AT_THE_END = Duration.ofSeconds(5);

        private final AuditWriter writer;
        private final Refusals refusals;
        private final Repeatedly anchoring;
        private final Repeatedly checking;

        Lifecycle(AuditWriter writer, Refusals refusals, AuditDesk desk) {
            this.writer = writer;
            this.refusals = refusals;
            anchoring = new Repeatedly("Anchoring the audit log", ANCHORED_EVERY, () -> refusals.summary()
                    .then(writer.anchor()));
            checking = new Repeatedly("Checking the audit log", CHECKED_FIRST, CHECKED_EVERY, desk::check);
        }

        /** Stops after the web server and the consumers, which have the highest phases. */
        @Override
        public int getPhase() {
            return 0;
        }

        @Override
        public void start() {
            anchoring.start();
            checking.start();
        }

        @Override
        public void stop() {
            stop(() -> {});
        }

        @Override
        public void stop(Runnable stopped) {
            anchoring.stop();
            checking.stop();
            refusals.summary()
                    .then(writer.close())
                    .timeout(PATIENCE_AT_THE_END)
                    .onErrorResume(Lifecycle::later)
                    .doFinally(end -> stopped.run())
                    .subscribe();
        }

        @Override
        public boolean isRunning() {
            return checking.isRunning();
        }

        private static Mono<Void> later(Throwable e) {
            LOG.warn("The audit log has to be looked after later: {}", e.toString());
            return Mono.empty();
        }
    }
}
