package cn.hotline.routing.place;

import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;

/**
 * Learns names of places from the tenant's own confirmed tickets, and has what was learned last. Nothing of it is kept:
 * whoever starts learns again.
 */
public final class PlaceSchool implements Supplier<LearnedPlaces> {

    /** Tickets that are read each time, the newest first. */
    private static final int MOST_TICKETS = 5_000;
    /** So that no name is one of a single caller's ticket. */
    private static final int LEAST_SUPPORT = 3;

    private final ConfirmedPlaces tickets;
    private final PlaceLearner learner = new PlaceLearner(LEAST_SUPPORT);
    private final AtomicReference<LearnedPlaces> learned = new AtomicReference<>(LearnedPlaces.NONE);

    public PlaceSchool(ConfirmedPlaces tickets) {
        this.tickets = tickets;
    }

    @Override
    public LearnedPlaces get() {
        return learned.get();
    }

    /** Until it is done, what was learned before is in use; it stays so when reading fails. */
    public Mono<LearnedPlaces> learn() {
        return tickets.newest()
                .take(MOST_TICKETS)
                .collectList()
                .publishOn(Schedulers.boundedElastic())
                .map(learner::learn)
                .doOnNext(learned::set);
    }
}
