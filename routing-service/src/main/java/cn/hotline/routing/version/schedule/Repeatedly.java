package cn.hotline.routing.version.schedule;

import java.time.Duration;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import reactor.core.Disposable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Does something every few seconds, such as looking whether another replica has published a version. */
public final class Repeatedly implements SmartLifecycle {

    /** The longest that a replica decides by the version before. */
    public static final Duration EVERY = Duration.ofSeconds(3);

    private static final Logger LOG = LoggerFactory.getLogger(Repeatedly.class);

    private final String what;
    private final Supplier<? extends Mono<?>> act;
    private @Nullable Disposable going;

    /** @param what for the log: looking for a catalogue */
    public Repeatedly(String what, Supplier<? extends Mono<?>> act) {
        this.what = what;
        this.act = act;
    }

    @Override
    public void start() {
        going = Flux.interval(EVERY)
                .onBackpressureDrop()
                .concatMap(tick -> act.get().then().onErrorResume(this::later), 1)
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

    private Mono<Void> later(Throwable e) {
        LOG.warn("{} failed and is done again within {}: {}", what, EVERY, e.toString());
        return Mono.empty();
    }
}
