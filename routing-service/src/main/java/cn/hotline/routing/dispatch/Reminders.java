package cn.hotline.routing.dispatch;

import cn.hotline.chassis.Refused;
import cn.hotline.routing.contract.RoutingEvent.Unit;
import cn.hotline.routing.deadline.model.DeadlinePolicy;
import cn.hotline.routing.deadline.model.Ladder.Rung;
import cn.hotline.routing.dispatch.model.Dispatch;
import cn.hotline.routing.dispatch.model.Reminding;
import cn.hotline.routing.dispatch.model.TicketNumber;
import cn.hotline.routing.dispatch.model.Viewer;
import cn.hotline.routing.roster.Rosters;
import cn.hotline.routing.roster.model.Roster;
import cn.hotline.routing.roster.model.Roster.Present;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.BiFunction;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * 到期提醒: tells units of their deadlines, and calls whoever an emergency goes to next. What has been told stands in the
 * ticket and is written with the telling, so that any number of replicas tell each thing once, and nothing is lost when
 * one stops in the middle. A ticket that fails is left alone for a while, longer each time, and holds up no other.
 */
public final class Reminders {

    private static final int AT_ONCE = 200;
    private static final int SIDE_BY_SIDE = 8;
    private static final Duration FIRST_REST = Duration.ofSeconds(15);
    private static final Duration LONGEST_REST = Duration.ofHours(1);
    private static final int DOUBLED_AT_MOST = 8;
    private static final Logger LOG = LoggerFactory.getLogger(Reminders.class);

    private final Dispatches dispatches;
    private final Rosters rosters;
    private final Supplier<DeadlinePolicy> policy;
    private final Clock clock;
    private final Map<TicketNumber, Rest> resting = new ConcurrentHashMap<>();

    public Reminders(Dispatches dispatches, Rosters rosters, Supplier<DeadlinePolicy> policy, Clock clock) {
        this.dispatches = dispatches;
        this.rosters = rosters;
        this.policy = policy;
        this.clock = clock;
    }

    /** Tells everything that is to be told by now, who has waited longest first; of how many tickets, by this replica. */
    public Mono<Long> tell() {
        return Mono.defer(() -> {
            Sweep sweep = new Sweep(clock.instant());
            return sweep.page(0)
                    .expand(seen -> seen.last() ? Mono.empty() : sweep.page(seen.passedOver()))
                    .reduce(0L, (told, seen) -> told + seen.told())
                    .doOnNext(told -> resting.keySet().retainAll(sweep.met));
        });
    }

    /** Once through all that is due by one moment. */
    private final class Sweep {

        private final Instant now;
        private final Set<TicketNumber> met = ConcurrentHashMap.newKeySet();

        Sweep(Instant now) {
            this.now = now;
        }

        /** The next tickets. Those that are told of are due no more; past the others the next page begins. */
        Mono<Seen> page(int passedOver) {
            return dispatches
                    .toRemind(now, passedOver, AT_ONCE)
                    .flatMapSequential(this::met, SIDE_BY_SIDE)
                    .collectList()
                    .map(ends -> new Seen(
                            ends.stream().filter(End.TOLD::equals).count(),
                            passedOver
                                    + (int) ends.stream()
                                            .filter(End.LEFT::equals)
                                            .count(),
                            ends.isEmpty()));
        }

        private Mono<End> met(TicketNumber number) {
            boolean again = !met.add(number);
            Rest rest = resting.get(number);
            return again || rest != null && rest.lasts(now) ? Mono.just(End.LEFT) : tell(number);
        }

        private Mono<End> tell(TicketNumber number) {
            return dispatches
                    .find(Viewer.itself(now), number)
                    .flatMap(stored -> called(stored.state()))
                    .flatMap(called -> dispatches.change(
                            Viewer.itself(now),
                            number,
                            null,
                            dispatch -> Reminding.tell(dispatch, now, called, policy.get())))
                    .doOnNext(told -> resting.remove(number))
                    .map(told -> End.TOLD)
                    .onErrorResume(Refused.class, another -> Mono.just(End.BY_ANOTHER))
                    .onErrorResume(failure -> Mono.fromSupplier(() -> leave(number, failure)))
                    .defaultIfEmpty(End.BY_ANOTHER);
        }

        private End leave(TicketNumber number, Throwable failure) {
            Rest rest = resting.merge(number, Rest.first(now), (before, first) -> before.longer(now));
            LOG.warn(
                    "{} could not be told of a deadline and is tried again at {}: {}",
                    number.value(),
                    rest.until(),
                    failure.toString());
            return End.LEFT;
        }

        private Mono<BiFunction<Unit, Rung, List<String>>> called(Dispatch ticket) {
            LocalDate today = now.atZone(clock.getZone()).toLocalDate();
            return Flux.fromIterable(ticket.toBeCalled())
                    .map(Unit::code)
                    .concatMap(rosters::of)
                    .collectMap(Roster::unit)
                    .map(rosters -> (unit, rung) ->
                            rosters.getOrDefault(unit.code(), Roster.blank(unit.code())).called(rung, today).stream()
                                    .map(Present::words)
                                    .toList());
        }
    }

    /** What became of one ticket: told of, told of by another replica, or still to be told of. */
    private enum End {
        TOLD,
        BY_ANOTHER,
        LEFT
    }

    /**
     * One page of a sweep.
     *
     * @param passedOver how many are still due, from the oldest on
     * @param last whether there was nothing on it
     */
    private record Seen(long told, int passedOver, boolean last) {}

    /** After a failure: until when a ticket is left alone. */
    private record Rest(int failures, Instant until) {

        static Rest first(Instant now) {
            return new Rest(1, now.plus(FIRST_REST));
        }

        Rest longer(Instant now) {
            Duration rest = FIRST_REST.multipliedBy(1L << Math.min(failures, DOUBLED_AT_MOST));
            return new Rest(failures + 1, now.plus(rest.compareTo(LONGEST_REST) < 0 ? rest : LONGEST_REST));
        }

        /** A clock that was set back makes nobody wait. */
        boolean lasts(Instant now) {
            return now.isBefore(until) && !until.isAfter(now.plus(LONGEST_REST));
        }
    }
}
