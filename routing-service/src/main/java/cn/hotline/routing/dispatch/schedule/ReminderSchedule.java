package cn.hotline.routing.dispatch.schedule;

import cn.hotline.chassis.Cause;
import cn.hotline.routing.dispatch.Reminders;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import reactor.core.Disposable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Looks for deadlines to tell of every fifteen seconds: the shortest limit is a quarter of an hour. */
public final class ReminderSchedule implements SmartLifecycle {

    private static final Duration EVERY = Duration.ofSeconds(15);
    private static final Logger LOG = LoggerFactory.getLogger(ReminderSchedule.class);

    private final Reminders reminders;
    private final String tenant;
    private @Nullable Disposable going;

    public ReminderSchedule(Reminders reminders, String tenant) {
        this.reminders = reminders;
        this.tenant = tenant;
    }

    @Override
    public void start() {
        going = Flux.interval(EVERY)
                .onBackpressureDrop()
                .concatMap(
                        tick -> reminders
                                .tell()
                                .contextWrite(Cause.command(tenant, "routing", null, null)
                                        .context())
                                .onErrorResume(ReminderSchedule::later),
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

    private static Mono<Long> later(Throwable failure) {
        LOG.warn("Deadlines could not be looked for and are again within {}: {}", EVERY, failure.toString());
        return Mono.empty();
    }
}
