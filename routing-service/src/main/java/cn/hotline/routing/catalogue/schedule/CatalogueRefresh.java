package cn.hotline.routing.catalogue.schedule;

import cn.hotline.routing.catalogue.CatalogueDesk;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import reactor.core.Disposable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Looks every few seconds whether another replica has published a version; the one that did has it at once. */
public final class CatalogueRefresh implements SmartLifecycle {

    /** The longest that a replica decides by the version before. */
    public static final Duration EVERY = Duration.ofSeconds(3);

    private static final Logger LOG = LoggerFactory.getLogger(CatalogueRefresh.class);

    private final CatalogueDesk desk;
    private @Nullable Disposable going;

    public CatalogueRefresh(CatalogueDesk desk) {
        this.desk = desk;
    }

    @Override
    public void start() {
        going = Flux.interval(EVERY)
                .onBackpressureDrop()
                .concatMap(tick -> desk.refresh().onErrorResume(CatalogueRefresh::later), 1)
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

    private static Mono<Void> later(Throwable e) {
        LOG.warn("The catalogue could not be looked for and is again within {}: {}", EVERY, e.toString());
        return Mono.empty();
    }
}
