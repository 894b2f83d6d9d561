package cn.hotline.routing.unitsystem;

import cn.hotline.chassis.event.EventFamily;
import cn.hotline.chassis.kafka.EventInlet;
import cn.hotline.chassis.kafka.ParkedEvents;
import cn.hotline.chassis.mongo.DocumentStore;
import cn.hotline.routing.RoutingProperties;
import cn.hotline.routing.contract.RoutingEvent;
import cn.hotline.routing.contract.UnitAct;
import cn.hotline.routing.dispatch.Dispatches;
import cn.hotline.routing.dispatch.WrittenActs;
import cn.hotline.routing.unitsystem.http.WebhookCourier;
import cn.hotline.routing.unitsystem.kafka.CommandInlet;
import cn.hotline.routing.unitsystem.kafka.HandlingActsIn;
import cn.hotline.routing.unitsystem.kafka.KafkaBrokerAccess;
import cn.hotline.routing.unitsystem.kafka.KafkaCourier;
import cn.hotline.routing.unitsystem.kafka.RoutingEventsIn;
import cn.hotline.routing.unitsystem.mongo.MongoDeliveries;
import cn.hotline.routing.unitsystem.mongo.MongoMetActs;
import cn.hotline.routing.unitsystem.mongo.MongoUnitMailbox;
import cn.hotline.routing.unitsystem.mongo.MongoUnitSystems;
import cn.hotline.routing.unitsystem.schedule.UnitSystemSchedule;
import cn.hotline.routing.unitsystem.web.OwnSystemController;
import cn.hotline.routing.unitsystem.web.SystemRequests;
import cn.hotline.routing.unitsystem.web.SystemViews;
import cn.hotline.routing.unitsystem.web.UnitSystemController;
import cn.hotline.routing.unitsystem.web.UnitSystemPages;
import io.github.resilience4j.circuitbreaker.CallNotPermittedException;
import io.github.resilience4j.circuitbreaker.CircuitBreakerConfig;
import io.github.resilience4j.circuitbreaker.CircuitBreakerRegistry;
import io.github.resilience4j.core.IntervalFunction;
import io.github.resilience4j.retry.Retry;
import io.github.resilience4j.retry.RetryConfig;
import io.github.resilience4j.timelimiter.TimeLimiter;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.kafka.autoconfigure.KafkaProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import tools.jackson.databind.json.JsonMapper;

/** 单位系统. */
@Configuration(proxyBeanMethods = false)
@Import({UnitSystemController.class, OwnSystemController.class, UnitSystemPages.class})
public class UnitSystemWiring {

    private static final int SECRET_BYTES = 24;
    private static final String PARKED_AS = RoutingEvent.TOPIC + "@unit-systems";

    @Bean
    UnitSystems unitSystems(DocumentStore<?> store) {
        return new MongoUnitSystems(store);
    }

    @Bean
    UnitMailbox unitMailbox(DocumentStore<?> store) {
        return new MongoUnitMailbox(store);
    }

    @Bean
    Deliveries deliveries(DocumentStore<?> store) {
        return new MongoDeliveries(store);
    }

    @Bean
    MetActs metActs(DocumentStore<?> store) {
        return new MongoMetActs(store);
    }

    @Bean
    BrokerAccess brokerAccess(KafkaProperties kafka) {
        return new KafkaBrokerAccess(kafka.buildAdminProperties());
    }

    @Bean
    UnitSystemDesk unitSystemDesk(
            UnitSystems systems,
            BrokerAccess broker,
            UnitMailbox mailbox,
            Deliveries deliveries,
            MetActs acts,
            Dispatches dispatches,
            Clock clock) {
        return new UnitSystemDesk(
                systems, broker, mailbox, deliveries, acts, dispatches, UnitSystemWiring::secret, clock);
    }

    /** Hears of other services' events as well; see {@link cn.hotline.routing.dispatch.Witness}. */
    @Bean
    LetterDesk letterDesk(UnitSystems systems, Dispatches dispatches, UnitMailbox mailbox, Clock clock) {
        return new LetterDesk(systems, dispatches, mailbox, clock);
    }

    @Bean
    ReconciliationDesk reconciliationDesk(LetterDesk notices, Dispatches dispatches, UnitMailbox mailbox, Clock clock) {
        return new ReconciliationDesk(notices, dispatches, mailbox, clock);
    }

    @Bean
    FetchDesk fetchDesk(UnitMailbox mailbox, Deliveries deliveries, Clock clock) {
        return new FetchDesk(mailbox, deliveries, clock);
    }

    @Bean
    ActDesk actDesk(
            UnitSystemDesk systems,
            WrittenActs acts,
            ReconciliationDesk reconciliation,
            UnitMailbox mailbox,
            MetActs met,
            @Value("${hotline.tenant:630100}") String tenant,
            Clock clock) {
        return new ActDesk(systems, acts, reconciliation, mailbox, met, tenant, clock);
    }

    @Bean
    EventInlet<RoutingEvent> unitSystemEvents(
            EventFamily<RoutingEvent> published, LetterDesk desk, ParkedEvents parked) {
        return new EventInlet<>(published, RoutingEventsIn.handlers(desk), parked, PARKED_AS);
    }

    @Bean
    CommandInlet unitSystemActs(ActDesk desk, ParkedEvents parked, JsonMapper json) {
        HandlingActsIn acts = new HandlingActsIn(desk, parked, json);
        return new CommandInlet(UnitAct.TOPICS, acts::handle, parked);
    }

    @Bean
    KafkaCourier kafkaCourier(KafkaProperties kafka, @Value("${hotline.tenant:630100}") String tenant) {
        return new KafkaCourier(() -> producer(kafka), tenant);
    }

    @Bean
    WebhookCourier webhookCourier(
            RoutingProperties properties,
            JsonMapper json,
            @Value("${hotline.tenant:630100}") String tenant,
            Clock clock) {
        return new WebhookCourier(
                properties.unitSystems().localWebhooks(),
                CircuitBreakerRegistry.of(CircuitBreakerConfig.custom()
                        .slidingWindowSize(10)
                        .minimumNumberOfCalls(5)
                        .waitDurationInOpenState(Duration.ofSeconds(20))
                        .permittedNumberOfCallsInHalfOpenState(1)
                        .build()),
                Retry.of(
                        "webhook",
                        RetryConfig.custom()
                                .maxAttempts(3)
                                .intervalFunction(
                                        IntervalFunction.ofExponentialRandomBackoff(Duration.ofMillis(300), 2, 0.5))
                                .ignoreExceptions(CallNotPermittedException.class)
                                .build()),
                TimeLimiter.of(Duration.ofSeconds(5)),
                json,
                tenant,
                clock);
    }

    @Bean
    UnitSystemSchedule unitSystemSchedule(
            UnitSystems systems,
            UnitMailbox mailbox,
            Deliveries deliveries,
            List<Courier> couriers,
            LetterDesk notices,
            @Value("${hotline.tenant:630100}") String tenant,
            Clock clock) {
        return new UnitSystemSchedule(
                new DeliveryRounds(systems, mailbox, deliveries, couriers, clock), notices, tenant);
    }

    @Bean
    SystemRequests systemRequests(WebhookCourier webhooks) {
        return new SystemRequests(webhooks::mayLeadTo);
    }

    @Bean
    SystemViews systemViews(RoutingProperties properties, KafkaProperties kafka, Clock clock) {
        String servers = properties.unitSystems().servers();
        return new SystemViews(
                servers == null ? String.join(",", kafka.getBootstrapServers()) : servers,
                properties.unitSystems().silentAfter(),
                clock);
    }

    private static Producer<byte[], byte[]> producer(KafkaProperties kafka) {
        Map<String, Object> settings = kafka.buildProducerProperties();
        settings.put(ProducerConfig.ACKS_CONFIG, "all");
        settings.put(ProducerConfig.ENABLE_IDEMPOTENCE_CONFIG, true);
        settings.put(ProducerConfig.DELIVERY_TIMEOUT_MS_CONFIG, Integer.MAX_VALUE);
        settings.put(ProducerConfig.MAX_BLOCK_MS_CONFIG, 5_000);
        return new KafkaProducer<>(settings, new ByteArraySerializer(), new ByteArraySerializer());
    }

    private static String secret() {
        byte[] random = new byte[SECRET_BYTES];
        new SecureRandom().nextBytes(random);
        return HexFormat.of().formatHex(random);
    }
}
