package cn.hotline.chassis.schedule;

import static org.assertj.core.api.Assertions.assertThat;

import cn.hotline.chassis.Cause;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Mono;
import reactor.test.scheduler.VirtualTimeScheduler;

class RepeatedlyTest {

    private static final Duration FIRST = Duration.ofMinutes(1);
    private static final Duration EVERY = Duration.ofHours(1);

    private final VirtualTimeScheduler time = VirtualTimeScheduler.getOrSet();
    private final List<String> done = new ArrayList<>();

    @AfterEach
    void realTimeAgain() {
        VirtualTimeScheduler.reset();
    }

    @Test
    void theFirstTurnComesByItselfAndTheOthersAfterIt() {
        Repeatedly sweep = started(new Repeatedly("Sweeping", FIRST, EVERY, () -> doing("swept")));
        assertThat(done).isEmpty();
        time.advanceTimeBy(FIRST);
        assertThat(done).hasSize(1);
        time.advanceTimeBy(EVERY.multipliedBy(2));
        assertThat(done).hasSize(3);
        sweep.stop();
        time.advanceTimeBy(EVERY.multipliedBy(2));
        assertThat(done).hasSize(3);
        assertThat(sweep.isRunning()).isFalse();
    }

    @Test
    void whatFailsIsDoneAgainTheNextTime() {
        Repeatedly sweep = started(new Repeatedly("Sweeping", EVERY, () -> {
            done.add("tried");
            throw new IllegalStateException("the store is away");
        }));
        time.advanceTimeBy(EVERY.multipliedBy(3));
        assertThat(done).hasSize(3);
        sweep.stop();
    }

    @Test
    void noTurnBeginsWhileOneLasts() {
        Repeatedly sweep = started(new Repeatedly("Sweeping", EVERY, () -> doing("swept")
                .delayElement(EVERY.multipliedBy(2).plusMinutes(1))));
        time.advanceTimeBy(EVERY.multipliedBy(3).plusMinutes(30));
        assertThat(done).hasSize(1);
        time.advanceTimeBy(Duration.ofMinutes(30));
        assertThat(done).hasSize(2);
        sweep.stop();
    }

    @Test
    void aServiceDecidesItselfForATenant() {
        Repeatedly sweep = started(new Repeatedly("Sweeping", EVERY, () -> Cause.current()
                        .doOnNext(cause -> done.add(cause.tenant() + " " + cause.actor())))
                .by("intake", "630100"));
        time.advanceTimeBy(EVERY);
        assertThat(done).containsExactly("630100 intake");
        sweep.stop();
    }

    private Repeatedly started(Repeatedly work) {
        work.start();
        assertThat(work.isRunning()).isTrue();
        return work;
    }

    private Mono<String> doing(String what) {
        return Mono.fromSupplier(() -> {
            done.add(what);
            return what;
        });
    }
}
