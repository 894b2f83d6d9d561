package cn.hotline.chassis;

import static cn.hotline.chassis.AggregatesContract.CounterRefusal.FULL;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import cn.hotline.chassis.Aggregates.Opened;
import cn.hotline.chassis.Aggregates.Versioned;
import cn.hotline.chassis.Refusal.General;
import cn.hotline.chassis.testing.CounterEvent;
import cn.hotline.chassis.testing.CounterEvent.Counted;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** What every implementation of {@link Aggregates} promises; run by the one in memory and by the one in the store. */
public abstract class AggregatesContract {

    static final Instant NOW = Instant.parse("2024-06-18T02:00:00Z");

    abstract Aggregates<Counter, CounterEvent> aggregates();

    /** Everything told so far about an aggregate, oldest first. */
    abstract List<CounterEvent> told(String id);

    @Test
    void whatIsOpenedIsFound() {
        open("a");
        assertThat(command(aggregates().find("a"))).isEqualTo(new Versioned<>(new Counter("a", 1), 1));
        assertThat(told("a")).containsExactly(new Counted("a", 1, NOW));
    }

    @Test
    void anIdIsOpenedOnce() {
        open("a");
        Opened<Counter> second = command(aggregates().open("a", new Counter("a", 41).count()));
        assertThat(second.opened()).isFalse();
        assertThat(second.stored().state()).isEqualTo(new Counter("a", 1));
        assertThat(told("a")).hasSize(1);
    }

    @Test
    void aChangeSavesStateAndEventTogether() {
        open("a");
        assertThat(command(aggregates().change("a", Counter::count)))
                .isEqualTo(new Versioned<>(new Counter("a", 2), 2));
        assertThat(told("a")).containsExactly(new Counted("a", 1, NOW), new Counted("a", 2, NOW));
    }

    @Test
    void aRefusedCommandChangesNothing() {
        command(aggregates().open("a", new Counter("a", 99).count()));
        var refusal =
                catchThrowableOfType(Refused.class, () -> command(aggregates().change("a", Counter::count)));
        assertThat(refusal.reason()).isEqualTo(FULL);
        assertThat(command(aggregates().find("a")).version()).isEqualTo(1);
    }

    @Test
    void aCommandOnWhatIsNotThereIsRefused() {
        var refusal =
                catchThrowableOfType(Refused.class, () -> command(aggregates().change("none", Counter::count)));
        assertThat(refusal.reason()).isEqualTo(General.NOT_FOUND);
    }

    @Test
    void anEventAboutWhatIsNotThereFindsNothingToDo() {
        assertThat(event(1, aggregates().change("none", Counter::count))).isNull();
    }

    @Test
    void anEventDeliveredTwiceCountsOnce() {
        open("a");
        event(1, aggregates().change("a", Counter::count));
        event(1, aggregates().change("a", Counter::count));
        assertThat(command(aggregates().find("a")).state().total()).isEqualTo(2);
    }

    @Test
    void aNewAggregateKnowsTheEventThatOpenedIt() {
        event(1, aggregates().changeOrOpen("a", new Counter("a", 0), Counter::count));
        event(1, aggregates().changeOrOpen("a", new Counter("a", 0), Counter::count));
        event(2, aggregates().changeOrOpen("a", new Counter("a", 0), Counter::count));
        assertThat(command(aggregates().find("a")).state().total()).isEqualTo(2);
    }

    @Test
    void anEventOutOfPlaceIsMetAndChangesNothing() {
        command(aggregates().open("a", new Counter("a", 99).count()));
        event(1, aggregates().change("a", Counter::count));
        assertThat(command(aggregates().find("a")).state().total()).isEqualTo(100);
        assertThat(told("a")).hasSize(1);
    }

    @Test
    void aCommandSentAgainWithItsKeyCountsOnce() {
        open("a");
        for (int i = 0; i < 3; i++) {
            aggregates()
                    .change("a", Counter::count)
                    .contextWrite(Cause.command("630100", "me", "key-1", null).context())
                    .block();
        }
        assertThat(command(aggregates().find("a")).state().total()).isEqualTo(2);
    }

    @Test
    void aConditionalChangeNeedsTheVersionSeen() {
        open("a");
        command(aggregates().change("a", 1, Counter::count));
        var refusal =
                catchThrowableOfType(Refused.class, () -> command(aggregates().change("a", 1, Counter::count)));
        assertThat(refusal.reason()).isEqualTo(General.VERSION_CONFLICT);
    }

    @Test
    void manyAtOnceAllCount() {
        open("a");
        Flux.range(0, 40)
                .flatMap(i -> aggregates().change("a", Counter::count), 40)
                .contextWrite(Cause.command("630100", "me", null, null).context())
                .blockLast();
        assertThat(command(aggregates().find("a")).state().total()).isEqualTo(41);
        assertThat(told("a")).hasSize(41).doesNotHaveDuplicates();
    }

    @Test
    void eventsOfSeveralStreamsAboutManyAtOnceAllCountAndEachOnce() {
        Flux.range(0, 400)
                .flatMap(
                        i -> aggregates()
                                .changeOrOpen("a" + i % 20, new Counter("a" + i % 20, 0), Counter::count)
                                .contextWrite(Cause.event("630100", "/stream/" + i / 20 % 10, 1, null)
                                        .context()),
                        200)
                .blockLast();
        for (int i = 0; i < 20; i++) {
            assertThat(command(aggregates().find("a" + i)).state().total()).isEqualTo(10);
            assertThat(told("a" + i)).hasSize(10).doesNotHaveDuplicates();
        }
    }

    private void open(String id) {
        command(aggregates().open(id, new Counter(id, 0).count()));
    }

    static <T> T command(Mono<T> asked) {
        return asked.contextWrite(Cause.command("630100", "me", null, null).context())
                .block();
    }

    static <T> T event(long sequence, Mono<T> reaction) {
        return reaction.contextWrite(
                        Cause.event("630100", "/other/stream", sequence, null).context())
                .block();
    }

    /** Counts to a hundred. */
    public record Counter(String id, int total) {

        Change<Counter, CounterEvent> count() {
            Refused.unless(total < 100, FULL);
            return Change.of(new Counter(id, total + 1), new Counted(id, total + 1, NOW));
        }
    }

    enum CounterRefusal implements Refusal {
        FULL;

        @Override
        public String sentence() {
            return "满了。";
        }
    }
}
