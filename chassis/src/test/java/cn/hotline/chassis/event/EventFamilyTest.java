package cn.hotline.chassis.event;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.hotline.chassis.Cause;
import cn.hotline.chassis.event.EventFamily.Told;
import cn.hotline.chassis.testing.CounterEvent;
import cn.hotline.chassis.testing.CounterEvent.Counted;
import java.time.Instant;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;

class EventFamilyTest {

    private static final String TRACE = "00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01";

    private final EventFamily<CounterEvent> codec = CounterEvent.FAMILY;
    private final Counted counted = new Counted("a", 3, Instant.parse("2024-06-18T02:00:00.123Z"));
    private final Told told = codec.tell(counted, "/test/counter", 5, Cause.command("630100", "me", null, TRACE));

    @Test
    void anEventTravelsAsABinaryCloudEvent() {
        var record = EventFamily.record("test.counter", told);
        Map<String, String> headers = StreamSupport.stream(record.headers().spliterator(), false)
                .collect(Collectors.toMap(header -> header.key(), header -> new String(header.value(), UTF_8)));
        assertThat(headers)
                .containsEntry("ce_specversion", "1.0")
                .containsEntry("ce_id", "a.5")
                .containsEntry("ce_type", "test.counter.counted.v1")
                .containsEntry("ce_source", "/test/counter")
                .containsEntry("ce_time", "2024-06-18T02:00:00.123Z")
                .containsEntry("ce_subject", "a")
                .containsEntry("ce_tenant", "630100")
                .containsEntry("ce_sequence", "5")
                .containsEntry("traceparent", TRACE)
                .containsEntry("content-type", "application/json");
        assertThat(record.key()).isEqualTo("a".getBytes(UTF_8));
        assertThat(new String(record.value(), UTF_8))
                .isEqualTo("{\"number\":\"a\",\"total\":3,\"at\":\"2024-06-18T02:00:00.123Z\"}");
    }

    @Test
    void whatWasToldReadsTheSame() {
        assertThat(codec.read(told.type(), told.json().getBytes(UTF_8))).isEqualTo(counted);
    }

    @Test
    void aLaterPublishersExtraComponentIsNoTrouble() {
        assertThat(codec.read(
                        "test.counter.emptied.v1",
                        "{\"number\":\"a\",\"at\":\"2024-06-18T02:00:00Z\",\"new\":1}".getBytes(UTF_8)))
                .isEqualTo(new CounterEvent.Emptied("a", Instant.parse("2024-06-18T02:00:00Z")));
    }

    @Test
    void anUnknownTypeIsNotGuessed() {
        assertThatThrownBy(() -> codec.read("test.counter.exploded.v1", new byte[0]))
                .hasMessageContaining("test.counter.exploded.v1");
    }

    @Test
    void theCauseOfAnEventIsItsPlaceInTheStream() {
        Cause cause = codec.cause(Map.of(
                "ce_tenant", "630100".getBytes(UTF_8), "ce_source", "/x/y", "ce_sequence", "9", "traceparent", TRACE));
        assertThat(cause.position()).isEqualTo(new Cause.Position("/x/y", 9));
        assertThat(cause.traceparent()).isEqualTo(TRACE);
    }
}
