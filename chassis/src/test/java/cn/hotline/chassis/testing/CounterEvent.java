package cn.hotline.chassis.testing;

import cn.hotline.chassis.event.EventFamily;
import java.time.Instant;
import java.util.Map;

/** A family as small as can be, for tests of the chassis. */
public sealed interface CounterEvent {

    EventFamily<CounterEvent> FAMILY = new EventFamily<>(
            CounterEvent.class,
            "test.counter",
            Map.of("test.counter.counted.v1", Counted.class, "test.counter.emptied.v1", Emptied.class),
            CounterEvent::number,
            CounterEvent::at);

    String number();

    Instant at();

    /** One more. */
    record Counted(String number, int total, Instant at) implements CounterEvent {}

    /** Back to nothing. */
    record Emptied(String number, Instant at) implements CounterEvent {}
}
