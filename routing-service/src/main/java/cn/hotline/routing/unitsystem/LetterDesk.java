package cn.hotline.routing.unitsystem;

import cn.hotline.chassis.Aggregates.Versioned;
import cn.hotline.routing.contract.UnitNotice;
import cn.hotline.routing.dispatch.DispatchFilter;
import cn.hotline.routing.dispatch.Dispatches;
import cn.hotline.routing.dispatch.Witness;
import cn.hotline.routing.dispatch.model.Dispatch;
import cn.hotline.routing.dispatch.model.DispatchStatus;
import cn.hotline.routing.dispatch.model.TicketNumber;
import cn.hotline.routing.dispatch.model.Viewer;
import cn.hotline.routing.unitsystem.Letter.Draft;
import cn.hotline.routing.unitsystem.model.Telling;
import cn.hotline.routing.unitsystem.model.UnitSystem;
import java.time.Clock;
import java.time.Duration;
import java.util.EnumSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * 告知: tells units' systems of their tickets. Whatever happened to a ticket, it is looked at as it is now, and each
 * system that has it, or was told of it, is told what it does not know yet.
 */
public final class LetterDesk implements Witness {

    /** 在办: what a unit has to do something about, or will have again. */
    private static final Set<DispatchStatus> OPEN = open();

    /** How long a system that was taken off, or has just come, may be seen as it was. */
    private static final Duration KNOWN = Duration.ofSeconds(1);

    /** By then every replica knows of a new system, and tells it of what happens from now on. */
    private static final Duration SETTLED = KNOWN.multipliedBy(3);

    private static final int PAGE = 200;

    private final UnitSystems systems;
    private final Dispatches dispatches;
    private final UnitMailbox mailbox;
    private final Clock clock;
    private final Mono<Map<String, UnitSystem>> known;

    public LetterDesk(UnitSystems systems, Dispatches dispatches, UnitMailbox mailbox, Clock clock) {
        this.systems = systems;
        this.dispatches = dispatches;
        this.mailbox = mailbox;
        this.clock = clock;
        this.known = systems.active()
                .collectMap(system -> system.unit().code(), Function.identity())
                .cache(all -> KNOWN, failure -> Duration.ZERO, () -> Duration.ZERO);
    }

    private static Set<DispatchStatus> open() {
        Set<DispatchStatus> open = EnumSet.copyOf(DispatchStatus.WITH_A_UNIT);
        open.add(DispatchStatus.SUSPENDED);
        return open;
    }

    /** Something happened to a ticket: whoever needs to is told. */
    @Override
    public Mono<Void> changed(String number) {
        return known.filter(all -> !all.isEmpty()).flatMap(all -> dispatches
                .find(Viewer.itself(clock.instant()), new TicketNumber(number))
                .flatMap(ticket -> tell(ticket, all)));
    }

    /** Tells those that were registered a moment ago of the tickets their units have. */
    public Mono<Void> catchUp() {
        return systems.active()
                .filter(system ->
                        !system.caughtUp() && system.since().plus(SETTLED).isBefore(clock.instant()))
                .concatMap(system ->
                        tellAll(system).then(systems.change(system.unit().code(), LetterDesk::toldAll)))
                .then();
    }

    private static UnitSystem toldAll(UnitSystem system) {
        return system.active() ? system.withAllTold() : system;
    }

    private Mono<Void> tellAll(UnitSystem system) {
        return open(system).concatMap(ticket -> tell(ticket, system)).then();
    }

    /** Tickets that are open for a unit, as far as they open to its system. */
    Flux<Versioned<Dispatch>> open(UnitSystem system) {
        DispatchFilter open = DispatchFilter.ALL.in(OPEN).by(DispatchFilter.Order.NEWEST);
        String unit = system.unit().code();
        return Flux.concat(all(system, open.of(unit)), all(system, open.helpedBy(unit)));
    }

    /** Read to its end before anything is done with it, as what is done may change its order. */
    private Flux<Versioned<Dispatch>> all(UnitSystem system, DispatchFilter filter) {
        return Flux.range(0, Integer.MAX_VALUE / PAGE)
                .concatMap(
                        page -> dispatches
                                .list(system.viewer(clock.instant()), filter, page * PAGE, PAGE)
                                .collectList(),
                        1)
                .takeUntil(read -> read.size() < PAGE)
                .concatMapIterable(read -> read);
    }

    private Mono<Void> tell(Versioned<Dispatch> ticket, Map<String, UnitSystem> all) {
        String number = ticket.state().number().value();
        return mailbox.unitsOf(number)
                .collect(Collectors.toSet())
                .flatMapIterable(told -> Stream.concat(told.stream(), ticket.state().holders().stream())
                        .distinct()
                        .flatMap(unit -> Stream.ofNullable(all.get(unit)))
                        .toList())
                .concatMap(system -> tell(ticket, system))
                .then();
    }

    private Mono<Letter> tell(Versioned<Dispatch> ticket, UnitSystem system) {
        return mailbox.put(system.unit().code(), ticket.state().number().value(), last -> next(ticket, system, last));
    }

    /** Who looked at an older state has nothing to say to a system that knows a newer one. */
    private Optional<Draft> next(Versioned<Dispatch> ticket, UnitSystem system, Optional<Letter> last) {
        if (last.filter(letter -> letter.version() >= ticket.version()).isPresent()) {
            return Optional.empty();
        }
        UnitNotice told = last.map(Letter::notice).orElse(null);
        return Telling.next(system, ticket.state(), told, clock.instant())
                .map(notice -> new Draft(notice, ticket.version()));
    }
}
