package cn.hotline.routing.unitsystem;

import cn.hotline.routing.unitsystem.model.UnitSystem;
import cn.hotline.routing.unitsystem.model.Way;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * 送达: carries letters out, each way to each unit by itself: what does not arrive in one place holds up nobody else, and
 * nothing there is passed over. How far a way has come is stored, so it goes on where it stopped, on whichever replica.
 */
public final class DeliveryRounds {

    /** Another replica takes over when the one that has a way has not moved for so long. */
    private static final Duration HELD = Duration.ofMinutes(1);

    /** So long nobody tries again after something did not arrive. */
    private static final Duration PAUSE = Duration.ofSeconds(5);

    private static final int AT_ONCE = 100;

    private final UnitSystems systems;
    private final UnitMailbox mailbox;
    private final Deliveries deliveries;
    private final Map<Way, Courier> couriers;
    private final Clock clock;
    private final Set<String> busy = ConcurrentHashMap.newKeySet();

    public DeliveryRounds(
            UnitSystems systems, UnitMailbox mailbox, Deliveries deliveries, List<Courier> couriers, Clock clock) {
        this.systems = systems;
        this.mailbox = mailbox;
        this.deliveries = deliveries;
        this.couriers = couriers.stream().collect(Collectors.toMap(Courier::way, Function.identity()));
        this.clock = clock;
    }

    /** Everything that waits, by every way that is not under way already; completes when all of it has been tried. */
    public Mono<Void> round() {
        return systems.active()
                .flatMap(system -> Flux.fromIterable(system.ways()).map(way -> new Leg(system, way)))
                .filter(leg -> busy.add(leg.name()))
                .flatMap(leg -> go(leg).doFinally(end -> busy.remove(leg.name())), Integer.MAX_VALUE)
                .then();
    }

    private Mono<Void> go(Leg leg) {
        return deliveries
                .find(leg.unit(), leg.way())
                .flatMap(delivery ->
                        mailbox.after(leg.unit(), delivery.position(), 1).hasElements())
                .filter(waiting -> waiting)
                .flatMap(waiting -> taken(leg));
    }

    private Mono<Void> taken(Leg leg) {
        return deliveries
                .take(leg.unit(), leg.way(), clock.instant(), heldUntil())
                .flatMap(delivery -> carry(leg, delivery.position())
                        .then(Mono.defer(() -> deliveries.leave(leg.unit(), leg.way(), clock.instant())))
                        .onErrorResume(problem -> failed(leg, problem)));
    }

    /** Says what kind of thing went wrong, not what was said: a message may quote what was sent. */
    private Mono<Void> failed(Leg leg, Throwable problem) {
        return deliveries.failed(
                leg.unit(),
                leg.way(),
                problem instanceof NotDelivered known
                        ? known.words()
                        : problem.getClass().getSimpleName(),
                clock.instant().plus(PAUSE));
    }

    /** One load after another until the box is empty. */
    private Mono<Void> carry(Leg leg, long position) {
        return load(leg, position).expand(arrived -> load(leg, arrived)).then();
    }

    private Mono<Long> load(Leg leg, long position) {
        return mailbox.after(leg.unit(), position, AT_ONCE)
                .collectList()
                .filter(letters -> !letters.isEmpty())
                .flatMap(letters -> couriers.get(leg.way())
                        .carry(leg.system(), letters)
                        .concatMap(sequence -> deliveries
                                .arrived(leg.unit(), leg.way(), sequence, clock.instant(), heldUntil())
                                .thenReturn(sequence))
                        .takeLast(1)
                        .next());
    }

    private Instant heldUntil() {
        return clock.instant().plus(HELD);
    }

    private record Leg(UnitSystem system, Way way) {

        String unit() {
            return system.unit().code();
        }

        String name() {
            return unit() + " " + way;
        }
    }
}
