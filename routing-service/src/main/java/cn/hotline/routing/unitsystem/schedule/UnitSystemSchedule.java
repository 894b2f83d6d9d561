package cn.hotline.routing.unitsystem.schedule;

import cn.hotline.chassis.Cause;
import cn.hotline.routing.unitsystem.DeliveryRounds;
import cn.hotline.routing.unitsystem.LetterDesk;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import reactor.core.Disposable;
import reactor.core.Disposables;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Sends out every second what waits, and tells new systems of what their units had before. */
public final class UnitSystemSchedule implements SmartLifecycle {

    private static final Duration EVERY = Duration.ofSeconds(1);
    private static final Logger LOG = LoggerFactory.getLogger(UnitSystemSchedule.class);

    private final DeliveryRounds rounds;
    private final LetterDesk notices;
    private final String tenant;
    private @Nullable Disposable going;

    public UnitSystemSchedule(DeliveryRounds rounds, LetterDesk notices, String tenant) {
        this.rounds = rounds;
        this.notices = notices;
        this.tenant = tenant;
    }

    /** A round does not wait for the one before: each leaves alone what that is still about. */
    @Override
    public void start() {
        going = Disposables.composite(
                Flux.interval(EVERY)
                        .onBackpressureDrop()
                        .flatMap(tick -> doing(rounds.round()), Integer.MAX_VALUE)
                        .subscribe(),
                Flux.interval(EVERY)
                        .onBackpressureDrop()
                        .concatMap(tick -> doing(notices.catchUp()), 1)
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

    private Mono<Void> doing(Mono<Void> work) {
        return work.contextWrite(Cause.command(tenant, "routing", null, null).context())
                .onErrorResume(UnitSystemSchedule::later);
    }

    private static Mono<Void> later(Throwable failure) {
        LOG.warn("Units' systems could not be told and are again within {}: {}", EVERY, failure.toString());
        return Mono.empty();
    }
}
