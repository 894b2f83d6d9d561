package cn.hotline.routing.place.schedule;

import cn.hotline.chassis.Cause;
import cn.hotline.routing.place.LearnedPlaces;
import cn.hotline.routing.place.PlaceSchool;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import reactor.core.Disposable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Learns places soon after the start, and again from time to time; what another replica decided is heeded in seconds. */
public final class PlaceLearning implements SmartLifecycle {

    private static final Duration FIRST = Duration.ofSeconds(30);
    private static final Duration EVERY = Duration.ofMinutes(30);
    private static final Duration HEEDED = Duration.ofSeconds(3);

    private static final Logger LOG = LoggerFactory.getLogger(PlaceLearning.class);

    private final PlaceSchool school;
    private final String tenant;
    private @Nullable Disposable going;

    /** @param tenant from whose tickets it learns */
    public PlaceLearning(PlaceSchool school, String tenant) {
        this.school = school;
        this.tenant = tenant;
    }

    @Override
    public void start() {
        var lessons = Flux.interval(FIRST, EVERY)
                .onBackpressureDrop()
                .concatMap(tick -> school.learn().onErrorResume(PlaceLearning::later), 1)
                .doOnNext(learned ->
                        LOG.debug("{} names of places learned from {} tickets", learned.size(), learned.tickets()));
        var rulings = Flux.interval(HEEDED)
                .onBackpressureDrop()
                .concatMap(tick -> school.refresh().onErrorResume(PlaceLearning::unread), 1);
        going = Flux.merge(lessons, rulings)
                .contextWrite(
                        Cause.command(tenant, "routing-service", null, null).context())
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

    private static Mono<Void> unread(Throwable e) {
        LOG.warn("What was decided about places could not be read and is again in {}: {}", HEEDED, e.toString());
        return Mono.empty();
    }

    private static Mono<LearnedPlaces> later(Throwable e) {
        LOG.warn("Places could not be learned and are again in {}: {}", EVERY, e.toString());
        return Mono.empty();
    }
}
