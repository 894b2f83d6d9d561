package cn.hotline.routing.unitsystem;

import static cn.hotline.routing.dispatch.People.CENTRE;
import static cn.hotline.routing.unitsystem.Systems.done;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import cn.hotline.chassis.event.EventFamily;
import cn.hotline.chassis.kafka.ParkedEvents;
import cn.hotline.chassis.mongo.DocumentStore;
import cn.hotline.chassis.testing.MemoryStore;
import cn.hotline.routing.contract.RoutingEvent;
import cn.hotline.routing.contract.UnitAct;
import cn.hotline.routing.contract.UnitNotice.ActRefused;
import cn.hotline.routing.dispatch.Tickets;
import cn.hotline.routing.unitsystem.UnitSystemDesk.Asked;
import cn.hotline.routing.unitsystem.kafka.CommandInlet;
import cn.hotline.routing.unitsystem.kafka.HandlingActsIn;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.kafka.support.KafkaHeaders;
import org.springframework.messaging.Message;
import org.springframework.messaging.support.MessageBuilder;
import reactor.core.publisher.Mono;
import tools.jackson.databind.json.JsonMapper;

/** What a unit's system wrote and could not be carried out: laid aside, masked, and driven again. */
class StoredActsIT {

    private static final String NUMBER = "XN261123-000001";

    private final MemoryStore store = new MemoryStore();
    private final Systems all = new Systems();
    private final List<String> bodies = new ArrayList<>();
    private @Nullable RuntimeException problem;
    private CommandInlet inlet;

    @BeforeEach
    void start() {
        var family = new EventFamily<>(
                RoutingEvent.class,
                RoutingEvent.TOPIC,
                RoutingEvent.WIRE_NAMES,
                RoutingEvent::number,
                RoutingEvent::at);
        ParkedEvents parked = new ParkedEvents(
                new DocumentStore<>(
                        store.database(),
                        family,
                        (documents, id, outbox) -> {},
                        new SimpleMeterRegistry(),
                        all.desks.clock),
                new SimpleMeterRegistry(),
                all.desks.clock);
        ActDesk desk = all.acts((act, ticket, body) -> {
            bodies.add(new String(body, UTF_8));
            return problem == null ? all.desks.units.acknowledge(ticket) : Mono.error(problem);
        });
        HandlingActsIn acts =
                new HandlingActsIn(desk, parked, JsonMapper.builder().build());
        inlet = new CommandInlet(UnitAct.TOPICS, acts::handle, parked);
        done(all.systems.register(CENTRE, new Asked("unit-630103-system", true, null), "admin"));
        done(all.desks.dispatching.open(Tickets.plain(NUMBER)));
    }

    @AfterEach
    void stop() {
        store.close();
    }

    @Test
    void anActThatFailedBecauseOfUsIsDoneOnceWhenItIsDrivenAgain() {
        String body = "{\"note\": \"联系 13800001234\"}";
        problem = new IllegalStateException("a fault of ours");
        inlet.accept(written("a-1", body, 7));
        assertThat(inlet.waiting().block()).isEqualTo(1);
        assertThat(inlet.driveAgain().block()).as("its reason is still there").isZero();
        assertThat(inlet.waiting().block()).isEqualTo(1);

        problem = null;
        assertThat(inlet.driveAgain().block()).isEqualTo(1);
        assertThat(inlet.waiting().block()).isZero();
        assertThat(inlet.driveAgain().block()).isZero();
        assertThat(bodies).as("what was laid aside is masked").last().isEqualTo("{\"note\": \"联系 138****1234\"}");

        inlet.accept(written("a-1", body, 9));
        assertThat(bodies).as("sent once more, nothing is left to do").hasSize(3);
        assertThat(refusals()).isEmpty();
    }

    @Test
    void whatIsNoActIsToldOnceAndGoneWhenItIsDrivenAgain() {
        inlet.accept(written("a-1", "no json", 7));
        assertThat(inlet.waiting().block()).isEqualTo(1);
        assertThat(refusals()).extracting(ActRefused::reason).containsExactly("ACT_UNREADABLE");

        inlet.driveAgain().block();

        assertThat(inlet.waiting().block()).isZero();
        assertThat(refusals()).hasSize(1);
        assertThat(bodies).isEmpty();
    }

    private List<ActRefused> refusals() {
        return all.mailbox.of(CENTRE.code()).stream()
                .map(Letter::notice)
                .filter(ActRefused.class::isInstance)
                .map(ActRefused.class::cast)
                .toList();
    }

    private static Message<List<byte[]>> written(String id, String body, long offset) {
        Map<String, Object> headers =
                Map.of("ce_id", id, "ce_type", "cn.hotline.unit.acknowledge.v1", "ce_subject", NUMBER);
        return MessageBuilder.withPayload(List.of(body.getBytes(UTF_8)))
                .setHeader(KafkaHeaders.RECEIVED_KEY, List.of(NUMBER.getBytes(UTF_8)))
                .setHeader(KafkaHeaders.RECEIVED_TOPIC, List.of(UnitAct.TOPICS + CENTRE.code()))
                .setHeader(KafkaHeaders.RECEIVED_PARTITION, List.of(0))
                .setHeader(KafkaHeaders.OFFSET, List.of(offset))
                .setHeader(KafkaHeaders.BATCH_CONVERTED_HEADERS, List.of(headers))
                .build();
    }
}
