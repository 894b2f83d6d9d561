package cn.hotline.routing.dispatch.schedule;

import cn.hotline.chassis.Cause;
import cn.hotline.routing.dispatch.Successions;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import reactor.core.Disposable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Looks every hour for what is still with units that are no more. */
public final class SuccessionSchedule implements SmartLifecycle {

    private static final Duration FIRST = Duration.ofMinutes(1);
    private static final Duration EVERY = Duration.ofHours(1);
    private static final Logger LOG = LoggerFactory.getLogger(SuccessionSchedule.class);

    private final Successions successions;
    private final String tenant;
    private @Nullable Disposable going;

    public SuccessionSchedule(Successions successions, String tenant) {
        this.successions = successions;
        this.tenant = tenant;
    }

    @Override
    public void start() {
        going = Flux.interval(FIRST, EVERY)
                .onBackpressureDrop()
                .concatMap(
                        tick -> successions
                                .handOver()
                                .contextWrite(Cause.command(tenant, "routing", null, null)
                                        .context())
                                .onErrorResume(SuccessionSchedule::later),
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
        LOG.warn(
                "Tickets of former units could not be handed over and are again within {}: {}",
                EVERY,
                failure.toString());
        return Mono.empty();
    }
}
