package cn.hotline.chassis;

import cn.hotline.chassis.event.EventFamily;
import cn.hotline.chassis.kafka.OutboxRelay;
import cn.hotline.chassis.kafka.ParkedEvents;
import cn.hotline.chassis.mongo.Claims;
import cn.hotline.chassis.mongo.DocumentStore;
import cn.hotline.chassis.schedule.Repeatedly;
import cn.hotline.chassis.web.Commands;
import cn.hotline.chassis.web.DeadLetters;
import cn.hotline.chassis.web.ProblemAnswers;
import cn.hotline.chassis.web.RequestBodies;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.mongodb.connection.TransportSettings;
import com.mongodb.reactivestreams.client.MongoClient;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.boot.jackson.autoconfigure.JsonMapperBuilderCustomizer;
import org.springframework.boot.kafka.autoconfigure.KafkaProperties;
import org.springframework.boot.mongodb.autoconfigure.MongoClientSettingsBuilderCustomizer;
import org.springframework.context.SmartLifecycle;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.web.bind.WebDataBinder;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.InitBinder;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import tools.jackson.core.JsonGenerator;
import tools.jackson.databind.SerializationContext;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.module.SimpleModule;
import tools.jackson.databind.ser.std.StdSerializer;

/**
 * What every service stands on. A service imports this and says, with one bean of {@link EventFamily}, what it
 * publishes; its features make their collections from the {@link DocumentStore}.
 */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(ChassisWiring.Properties.class)
public class ChassisWiring {

    /** Zone of days and of times shown; the hotline is in one country with one zone. */
    public static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");

    /** Milliseconds, as documents keep them: what is decided now reads the same later. */
    @Bean
    Clock clock() {
        return Clock.tickMillis(ZONE);
    }

    /** The driver writes text several times faster into the JDK's buffers than into Netty's, Boot's choice. */
    @Bean
    MongoClientSettingsBuilderCustomizer withoutNetty() {
        return settings ->
                settings.transportSettings(TransportSettings.asyncBuilder().build());
    }

    @Bean
    OutboxRelay outboxRelay(EventFamily<?> published, KafkaProperties kafka, MeterRegistry meters, Clock clock) {
        Map<String, Object> settings = kafka.buildProducerProperties();
        settings.putAll(Map.of(
                ProducerConfig.ACKS_CONFIG,
                "all",
                ProducerConfig.ENABLE_IDEMPOTENCE_CONFIG,
                true,
                // A batch that gave up while a later one came through would be a gap.
                ProducerConfig.DELIVERY_TIMEOUT_MS_CONFIG,
                Integer.MAX_VALUE,
                ProducerConfig.MAX_BLOCK_MS_CONFIG,
                5_000,
                ProducerConfig.LINGER_MS_CONFIG,
                5,
                ProducerConfig.BATCH_SIZE_CONFIG,
                128 << 10));
        return new OutboxRelay(
                new KafkaProducer<>(settings, new ByteArraySerializer(), new ByteArraySerializer()),
                published.topic(),
                meters,
                clock);
    }

    @Bean
    <E> DocumentStore<E> documentStore(
            MongoClient mongo,
            Properties properties,
            EventFamily<E> published,
            OutboxRelay relay,
            MeterRegistry meters,
            Clock clock) {
        return new DocumentStore<>(mongo.getDatabase(properties.database()), published, relay, meters, clock);
    }

    @Bean
    Claims claims(DocumentStore<?> store, Clock clock) {
        return new Claims(store, clock);
    }

    @Bean
    ParkedEvents parkedEvents(DocumentStore<?> store, MeterRegistry meters, Clock clock) {
        return new ParkedEvents(store, meters, clock);
    }

    @Bean
    SmartLifecycle chassisLifecycle(
            DocumentStore<?> store, OutboxRelay relay, ObjectProvider<Precondition> preconditions) {
        return new Lifecycle(store, relay, preconditions.orderedStream().toList());
    }

    @Bean
    RequestBodies requestBodies() {
        return new RequestBodies();
    }

    @Bean
    Repeatedly claimsForgotten(Claims claims) {
        return new Repeatedly(
                "Forgetting old keys of commands",
                Duration.ofMinutes(1),
                Duration.ofHours(1),
                () -> claims.forget(Commands.KEPT));
    }

    @Bean
    Commands commands(Properties properties, Claims claims) {
        return new Commands(properties.tenant(), claims);
    }

    @Bean
    ProblemAnswers problemAnswers(JsonMapper json) {
        return new ProblemAnswers(json);
    }

    @Bean
    DeadLetters deadLetters(List<ParkedEvents.Edge> inlets) {
        return new DeadLetters(inlets);
    }

    @Bean
    OnlyWhatIsDeclared onlyWhatIsDeclared() {
        return new OnlyWhatIsDeclared();
    }

    /**
     * Queries and forms are records, filled by their components' names. Any other name, such as {@code status[$ne]}, is
     * left alone instead of being taken for a path into the record.
     */
    @ControllerAdvice
    static final class OnlyWhatIsDeclared {

        @InitBinder
        void declared(WebDataBinder binder) {
            binder.setDeclarativeBinding(true);
        }
    }

    /** Answers leave out what is absent and say times with the hotline's own offset. */
    @Bean
    JsonMapperBuilderCustomizer answersInLocalTime() {
        return builder -> builder.changeDefaultPropertyInclusion(
                        inclusion -> inclusion.withValueInclusion(JsonInclude.Include.NON_NULL))
                .addModule(new SimpleModule().addSerializer(Instant.class, new LocalTime()));
    }

    private static final class LocalTime extends StdSerializer<Instant> {

        LocalTime() {
            super(Instant.class);
        }

        @Override
        public void serialize(Instant instant, JsonGenerator json, SerializationContext context) {
            json.writeString(DateTimeFormatter.ISO_OFFSET_DATE_TIME.format(
                    instant.atZone(ZONE).toOffsetDateTime()));
        }
    }

    /**
     * What an operator may set for any service.
     *
     * @param tenant whose hotline this is, by division code; used until sign-in tells the tenant
     * @param database name of the service's own database
     */
    @ConfigurationProperties("hotline")
    record Properties(@DefaultValue("630100") String tenant, String database) {}

    /** What must hold before anything is consumed or served: an error keeps the service from starting. */
    @FunctionalInterface
    public interface Precondition {

        Mono<Void> hold();
    }

    /**
     * Makes indexes and starts the relay before anything is consumed or served, and stops the relay after both have
     * stopped.
     */
    private static final class Lifecycle implements SmartLifecycle {

        private final DocumentStore<?> store;
        private final OutboxRelay relay;
        private final List<Precondition> preconditions;
        private volatile boolean running;

        Lifecycle(DocumentStore<?> store, OutboxRelay relay, List<Precondition> preconditions) {
            this.store = store;
            this.relay = relay;
            this.preconditions = preconditions;
        }

        /** Before consumers and the web server, which have the highest phases. */
        @Override
        public int getPhase() {
            return 0;
        }

        /** Blocks on purpose: nothing may be served before its index is there. */
        @Override
        public void start() {
            store.createIndexes()
                    .thenMany(Flux.fromIterable(preconditions).concatMap(Precondition::hold))
                    .blockLast(Duration.ofMinutes(10));
            relay.start(store.telling());
            running = true;
        }

        @Override
        public void stop() {
            running = false;
            relay.close();
        }

        @Override
        public boolean isRunning() {
            return running;
        }
    }
}
