package cn.hotline.intake.attachment.schedule;

import cn.hotline.intake.attachment.UploadDesk;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import reactor.core.Disposable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Looks every hour for files that nobody attached. Any number of processes may: each removal is decided in the store. */
public final class SweepRun implements SmartLifecycle {

    private static final Logger LOG = LoggerFactory.getLogger(SweepRun.class);
    private static final Duration SOON = Duration.ofMinutes(1);
    private static final Duration EVERY = Duration.ofHours(1);

    private final UploadDesk desk;
    private @Nullable Disposable going;

    public SweepRun(UploadDesk desk) {
        this.desk = desk;
    }

    @Override
    public void start() {
        going = Flux.interval(SOON, EVERY)
                .onBackpressureDrop()
                .concatMap(tick -> desk.sweep().onErrorResume(SweepRun::later))
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

    private static Mono<Long> later(Throwable e) {
        LOG.warn("Files that nobody attached are looked for again in {}: {}", EVERY, e.toString());
        return Mono.empty();
    }
}
