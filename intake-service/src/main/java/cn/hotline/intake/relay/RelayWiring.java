package cn.hotline.intake.relay;

import cn.hotline.access.audit.AuditLog;
import cn.hotline.chassis.mongo.DocumentStore;
import cn.hotline.intake.IntakeProperties;
import cn.hotline.intake.callers.Callers;
import cn.hotline.intake.contract.IntakeEvent;
import cn.hotline.intake.relay.http.GuardedRelayNumbers;
import cn.hotline.intake.relay.mongo.MongoRelays;
import cn.hotline.intake.relay.mongo.PooledRelayNumbers;
import cn.hotline.intake.relay.web.CallerPage;
import cn.hotline.intake.relay.web.RelayController;
import cn.hotline.intake.reveal.TicketFiles;
import io.github.resilience4j.circuitbreaker.CircuitBreaker;
import io.github.resilience4j.circuitbreaker.CircuitBreakerConfig;
import io.github.resilience4j.timelimiter.TimeLimiter;
import java.time.Clock;
import java.time.Duration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;

/**
 * 中间号. The exchange here is the one for evaluation; an installation puts its telephone company's in its place, behind
 * the same guard.
 */
@Configuration(proxyBeanMethods = false)
@Import({RelayController.class, CallerPage.class})
public class RelayWiring {

    private static final Duration PATIENCE = Duration.ofSeconds(3);

    @Bean
    PooledRelayNumbers exchange(DocumentStore<IntakeEvent> store, IntakeProperties properties, Clock clock) {
        return new PooledRelayNumbers(store, properties.relay().numbers(), clock);
    }

    @Bean
    GuardedRelayNumbers guardedExchange(PooledRelayNumbers exchange, Clock clock) {
        CircuitBreakerConfig breaker = CircuitBreakerConfig.custom()
                .slidingWindowSize(10)
                .minimumNumberOfCalls(5)
                .waitDurationInOpenState(Duration.ofSeconds(30))
                .build();
        return new GuardedRelayNumbers(exchange, CircuitBreaker.of("relay", breaker), TimeLimiter.of(PATIENCE), clock);
    }

    @Bean
    RelayDesk relayDesk(
            TicketFiles files,
            Callers callers,
            GuardedRelayNumbers exchange,
            DocumentStore<IntakeEvent> store,
            IntakeProperties properties,
            AuditLog audit,
            Clock clock) {
        return new RelayDesk(
                files,
                callers,
                exchange,
                new MongoRelays(store),
                properties.relay().lent(),
                audit,
                clock);
    }
}
