package cn.hotline.intake.callers.schedule;

import cn.hotline.intake.callers.KeyRotation;
import cn.hotline.intake.callers.keys.KeyRing;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import reactor.core.Disposable;
import reactor.core.Disposables;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * Carries a renewal of keys on: when it is asked for, after a start, and when another process left it. Looks every second
 * whether another process, or an operator, has changed the key file.
 */
public final class RotationRun implements SmartLifecycle {

    private static final Logger LOG = LoggerFactory.getLogger(RotationRun.class);
    private static final Duration LOOKS_AGAIN = Duration.ofMinutes(1);
    private static final Duration FILE_LOOKED_AT = Duration.ofSeconds(1);

    private final KeyRotation rotation;
    private final KeyRing ring;
    private @Nullable Disposable going;

    public RotationRun(KeyRotation rotation, KeyRing ring) {
        this.rotation = rotation;
        this.ring = ring;
    }

    @Override
    public void start() {
        Flux<?> asked = Flux.merge(Flux.interval(Duration.ZERO, LOOKS_AGAIN), rotation.asked());
        going = Disposables.composite(
                asked.onBackpressureLatest()
                        .concatMap(now -> rotation.carryOn().onErrorResume(RotationRun::later), 1)
                        .subscribe(),
                Flux.interval(FILE_LOOKED_AT)
                        .onBackpressureDrop()
                        // Where the store is away it cannot be asked whose keys they are: a second later, then.
                        .concatMap(tick -> ring.refresh().onErrorComplete())
                        .subscribe());
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

    private static Mono<Void> later(Throwable e) {
        LOG.warn("The renewal of keys stopped and goes on within {}: {}", LOOKS_AGAIN, e.toString());
        return Mono.empty();
    }
}
