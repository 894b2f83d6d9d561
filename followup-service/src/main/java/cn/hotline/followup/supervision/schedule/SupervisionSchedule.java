package cn.hotline.followup.supervision.schedule;

import cn.hotline.chassis.Cause;
import cn.hotline.followup.supervision.SupervisionDesk;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import reactor.core.Disposable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Looks every minute for tickets that have been overdue too long. Any number of processes may: each is decided once. */
public final class SupervisionSchedule implements SmartLifecycle {

    private static final Duration EVERY = Duration.ofMinutes(1);
    private static final Logger LOG = LoggerFactory.getLogger(SupervisionSchedule.class);

    private final SupervisionDesk desk;
    private final String tenant;
    private @Nullable Disposable going;

    public SupervisionSchedule(SupervisionDesk desk, String tenant) {
        this.desk = desk;
        this.tenant = tenant;
    }

    @Override
    public void start() {
        going = Flux.interval(EVERY)
                .onBackpressureDrop()
                .concatMap(
                        tick -> desk.look()
                                .contextWrite(Cause.command(tenant, "followup", null, null)
                                        .context())
                                .onErrorResume(SupervisionSchedule::later),
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
        LOG.warn("Long overdue tickets could not be looked for and are again within {}: {}", EVERY, failure.toString());
        return Mono.empty();
    }
}
