package cn.hotline.chassis.event;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.hotline.chassis.testing.CounterEvent;
import cn.hotline.chassis.testing.CounterEvent.Counted;
import cn.hotline.chassis.testing.CounterEvent.Emptied;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Mono;

class EventHandlersTest {

    @Test
    void aTableWithAHoleCannotBeBuilt() {
        assertThatThrownBy(() -> EventHandlers.of(CounterEvent.class)
                        .on(Counted.class, event -> Mono.empty())
                        .build())
                .hasMessage("Neither handled nor ignored: Emptied");
    }

    @Test
    void anEventIsHandledAsTheTableSays() {
        List<Integer> totals = new ArrayList<>();
        EventHandlers<CounterEvent> handlers = EventHandlers.of(CounterEvent.class)
                .on(Counted.class, event -> Mono.fromRunnable(() -> totals.add(event.total())))
                .ignore(Emptied.class)
                .build();
        handlers.handle(new Counted("a", 7, Instant.EPOCH)).block();
        handlers.handle(new Emptied("a", Instant.EPOCH)).block();
        assertThat(totals).containsExactly(7);
    }

    @Test
    void twoTablesAreDoneOneAfterTheOther() {
        List<String> done = new ArrayList<>();
        EventHandlers<CounterEvent> first = noting(done, "first");
        EventHandlers<CounterEvent> both = first.and(noting(done, "second"));
        both.handle(new Counted("a", 7, Instant.EPOCH)).block();
        assertThat(done).containsExactly("first", "second");
    }

    private static EventHandlers<CounterEvent> noting(List<String> done, String name) {
        return EventHandlers.of(CounterEvent.class)
                .on(Counted.class, event -> Mono.fromRunnable(() -> done.add(name)))
                .ignore(Emptied.class)
                .build();
    }

    @Test
    void aFamilyWithoutAWireNameForEveryRecordCannotBeMade() {
        assertThatThrownBy(() -> new EventFamily<>(
                        CounterEvent.class,
                        "t",
                        Map.of("counted", Counted.class),
                        CounterEvent::number,
                        CounterEvent::at))
                .hasMessageContaining("Emptied has no wire name");
    }
}
