package cn.hotline.routing.training.schedule;

import cn.hotline.routing.training.TrainingDesk;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalTime;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import reactor.core.Disposable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * Begins trainings that are asked for, asks for one each night, and looks whether another replica has taken a model into
 * use.
 */
public final class TrainingSchedule implements SmartLifecycle {

    private static final Duration EVERY = Duration.ofSeconds(2);
    private static final Duration NIGHT = Duration.ofHours(1);
    private static final Logger LOG = LoggerFactory.getLogger(TrainingSchedule.class);

    private final TrainingDesk desk;
    private final LocalTime nightly;
    private final Clock clock;
    private @Nullable LocalDate done;
    private @Nullable Disposable going;

    /** @param nightly when a training begins each day */
    public TrainingSchedule(TrainingDesk desk, LocalTime nightly, Clock clock) {
        this.desk = desk;
        this.nightly = nightly;
        this.clock = clock;
    }

    @Override
    public void start() {
        going = Flux.interval(EVERY)
                .onBackpressureDrop()
                .concatMap(
                        tick -> desk.refresh().then(asked()).then(desk.work()).onErrorResume(TrainingSchedule::later),
                        1)
                .subscribe();
    }

    @Override
    public void stop() {
        if (going != null) {
            going.dispose();
            going = null;
        }
    }

    @Override
    public boolean isRunning() {
        return going != null;
    }

    /** Once in the hour that begins at that time. */
    private Mono<Void> asked() {
        return Mono.defer(() -> {
            var today = LocalDate.now(clock);
            var since = Duration.between(nightly, LocalTime.now(clock));
            if (since.isNegative() || since.compareTo(NIGHT) >= 0 || today.equals(done)) {
                return Mono.empty();
            }
            done = today;
            return desk.askItself();
        });
    }

    private static Mono<Void> later(Throwable e) {
        LOG.warn("Training could not be looked after and is again within {}: {}", EVERY, e.toString());
        return Mono.empty();
    }
}
