package cn.hotline.intake.merging.schedule;

import cn.hotline.chassis.Cause;
import cn.hotline.intake.merging.MergeDesk;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import reactor.core.Disposable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Looks every minute for merges that were left unfinished. Any number of processes may: each step is decided once. */
public final class MergeSweep implements SmartLifecycle {

    private static final Duration EVERY = Duration.ofMinutes(1);
    private static final Logger LOG = LoggerFactory.getLogger(MergeSweep.class);

    private final MergeDesk desk;
    private final String tenant;
    private @Nullable Disposable going;

    public MergeSweep(MergeDesk desk, String tenant) {
        this.desk = desk;
        this.tenant = tenant;
    }

    @Override
    public void start() {
        going = Flux.interval(EVERY)
                .onBackpressureDrop()
                .concatMap(
                        tick -> desk.sweep()
                                .contextWrite(Cause.command(tenant, "intake", null, null)
                                        .context())
                                .onErrorResume(MergeSweep::later),
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
        LOG.warn("Unfinished merges could not be looked for and are again within {}: {}", EVERY, failure.toString());
        return Mono.empty();
    }
}
