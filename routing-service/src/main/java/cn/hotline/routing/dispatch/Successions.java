package cn.hotline.routing.dispatch;

import static cn.hotline.routing.dispatch.model.DispatchStatus.OPEN;

import cn.hotline.chassis.Change;
import cn.hotline.chassis.ChassisWiring;
import cn.hotline.chassis.Refused;
import cn.hotline.routing.contract.RoutingEvent;
import cn.hotline.routing.dispatch.model.Dispatch;
import cn.hotline.routing.dispatch.model.Succession;
import cn.hotline.routing.dispatch.model.TicketNumber;
import cn.hotline.routing.dispatch.model.Viewer;
import cn.hotline.routing.units.Units;
import cn.hotline.routing.units.model.Unit;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * 撤并、承接: hands over what units still have that are no more. What was handed over is not theirs any longer, so any number
 * of replicas do it once.
 */
public final class Successions {

    private static final int PAGE = 200;

    private final Dispatches dispatches;
    private final Units units;
    private final Clock clock;

    public Successions(Dispatches dispatches, Units units, Clock clock) {
        this.dispatches = dispatches;
        this.units = units;
        this.clock = clock;
    }

    /** Of how many tickets, by this replica. */
    public Mono<Long> handOver() {
        Instant now = clock.instant();
        LocalDate today = LocalDate.ofInstant(now, ChassisWiring.ZONE);
        return Flux.fromIterable(units.all())
                .filter(unit -> !unit.existsOn(today))
                .concatMap(former -> heldBy(former, now).concatMap(number -> handOver(number, former, today)))
                .count();
    }

    /** Read to the end before the first is changed: a list that is changed while it is read skips some. */
    private Flux<TicketNumber> heldBy(Unit former, Instant now) {
        DispatchFilter open = DispatchFilter.ALL.in(OPEN);
        return Flux.just(open.of(former.code()), open.passedDownTo(former.code()), open.helpedBy(former.code()))
                .concatMap(filter -> dispatches.all(filter, now, PAGE))
                .map(Dispatch::number)
                .distinct()
                .collectList()
                .flatMapIterable(numbers -> numbers);
    }

    /** Empty when another replica was first, or when the ticket waits for somebody else by now. */
    private Mono<TicketNumber> handOver(TicketNumber number, Unit former, LocalDate today) {
        Optional<Unit> successor = units.inCharge(former.code(), today);
        return dispatches
                .change(Viewer.itself(clock.instant()), number, null, ticket -> over(ticket, former, successor))
                .thenReturn(number)
                .onErrorResume(Refused.class, another -> Mono.empty());
    }

    private Change<Dispatch, RoutingEvent> over(Dispatch ticket, Unit former, Optional<Unit> successor) {
        Instant now = ticket.notBefore(clock.instant());
        return successor
                .map(unit -> Succession.succeed(ticket, told(former), told(unit), now))
                .orElseGet(() -> Succession.dissolve(ticket, told(former), now));
    }

    private static RoutingEvent.Unit told(Unit unit) {
        return new RoutingEvent.Unit(unit.code(), unit.name());
    }
}
