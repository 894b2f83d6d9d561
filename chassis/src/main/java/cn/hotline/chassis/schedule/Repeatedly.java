package cn.hotline.chassis.schedule;

import cn.hotline.chassis.Cause;
import java.time.Duration;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import reactor.core.Disposable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * Does something again and again while the service runs, never twice at once. What fails is logged and done again the
 * next time; turns that come while one lasts fall out. Every replica does it: that each thing happens once is for the
 * act to see to. Thread-safe.
 */
public final class Repeatedly implements SmartLifecycle {

    private static final Logger LOG = LoggerFactory.getLogger(Repeatedly.class);

    private final String what;
    private final Duration first;
    private final Duration every;
    private final Supplier<? extends Mono<?>> act;
    private volatile @Nullable Disposable going;

    /**
     * @param what for the log: Looking for a newer catalogue
     * @param every from one turn to the next, and until the first
     */
    public Repeatedly(String what, Duration every, Supplier<? extends Mono<?>> act) {
        this(what, every, every, act);
    }

    /** @param first from the start of the service to the first turn */
    public Repeatedly(String what, Duration first, Duration every, Supplier<? extends Mono<?>> act) {
        this.what = what;
        this.first = first;
        this.every = every;
        this.act = act;
    }

    /** The same, decided by a service itself for a tenant. */
    public Repeatedly by(String service, String tenant) {
        return new Repeatedly(what, first, every, () -> act.get()
                .contextWrite(Cause.command(tenant, service, null, null).context()));
    }

    @Override
    public void start() {
        going = Flux.interval(first, every)
                .onBackpressureDrop()
                .concatMap(turn -> Mono.defer(act).then().onErrorResume(this::later), 0)
                .subscribe();
    }

    @Override
    public void stop() {
        Disposable stopped = going;
        if (stopped != null) {
            stopped.dispose();
            going = null;
        }
    }

    @Override
    public boolean isRunning() {
        return going != null;
    }

    private Mono<Void> later(Throwable failure) {
        LOG.warn("{} failed and is tried again within {}: {}", what, every, failure.toString());
        return Mono.empty();
    }
}
