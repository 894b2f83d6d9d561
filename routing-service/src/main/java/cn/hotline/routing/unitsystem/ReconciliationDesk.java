package cn.hotline.routing.unitsystem;

import cn.hotline.chassis.Aggregates.Versioned;
import cn.hotline.routing.contract.UnitNotice.Difference;
import cn.hotline.routing.contract.UnitNotice.ListsCompared;
import cn.hotline.routing.dispatch.Dispatches;
import cn.hotline.routing.dispatch.model.Dispatch;
import cn.hotline.routing.dispatch.model.TicketNumber;
import cn.hotline.routing.dispatch.model.Viewer;
import cn.hotline.routing.unitsystem.Letter.Draft;
import cn.hotline.routing.unitsystem.model.Comparison;
import cn.hotline.routing.unitsystem.model.OpenList;
import cn.hotline.routing.unitsystem.model.UnitSystem;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * 对账: a unit's system says which tickets it has open, as a rule once a day, and is told what differs. Every ticket that
 * differs is looked at once more, so that a notice that was missed comes now.
 */
public final class ReconciliationDesk {

    /** All lists of a unit are one thread of its letters; the last one is what stands. */
    static final String THREAD = "lists";

    private static final int AT_ONCE = 16;

    private final LetterDesk notices;
    private final Dispatches dispatches;
    private final UnitMailbox mailbox;
    private final Clock clock;

    public ReconciliationDesk(LetterDesk notices, Dispatches dispatches, UnitMailbox mailbox, Clock clock) {
        this.notices = notices;
        this.dispatches = dispatches;
        this.mailbox = mailbox;
        this.clock = clock;
    }

    /** @param act id of the list, by which the same list sent again is known; null where it has none */
    public Mono<ListsCompared> compare(UnitSystem system, OpenList list, @Nullable String act) {
        Instant now = clock.instant();
        String unit = system.unit().code();
        Instant asOf = list.asOf() == null ? now : list.asOf();
        return Mono.zip(open(system).flatMap(open -> comparable(system, list, open)), unsettled(unit, asOf))
                .map(both -> both.getT1()
                        .without(both.getT2())
                        .result(unit, LocalDate.ofInstant(now, clock.getZone()), act, now))
                .flatMap(compared ->
                        told(unit, compared).then(lookedAtAgain(compared)).thenReturn(compared));
    }

    static ListsCompared result(Letter letter) {
        return (ListsCompared) letter.notice();
    }

    private Mono<Map<String, String>> open(UnitSystem system) {
        return notices.open(system).collectMap(ReconciliationDesk::number, ReconciliationDesk::status);
    }

    /** What only the list names may be a ticket of the unit that is not open any more. */
    private Mono<Comparison> comparable(UnitSystem system, OpenList list, Map<String, String> open) {
        Viewer viewer = system.viewer(clock.instant());
        return Flux.fromIterable(list.statuses().keySet())
                .filter(number -> !open.containsKey(number))
                .flatMap(number -> dispatches.find(viewer, new TicketNumber(number)), AT_ONCE)
                .collectMap(ReconciliationDesk::number, ReconciliationDesk::status)
                .map(others -> {
                    others.putAll(open);
                    return new Comparison(open.size(), others, list, Set.of());
                });
    }

    private static String number(Versioned<Dispatch> ticket) {
        return ticket.state().number().value();
    }

    private static String status(Versioned<Dispatch> ticket) {
        return ticket.state().status().name();
    }

    private Mono<Set<String>> unsettled(String unit, Instant asOf) {
        return mailbox.threadsSince(unit, asOf).collect(Collectors.toSet());
    }

    private Mono<Letter> told(String unit, ListsCompared compared) {
        return mailbox.put(
                unit,
                THREAD,
                last -> isAnswered(last, compared) ? Optional.empty() : Optional.of(new Draft(compared, 0)));
    }

    private static boolean isAnswered(Optional<Letter> last, ListsCompared compared) {
        return compared.act() != null
                && last.map(ReconciliationDesk::result)
                        .filter(before -> Objects.equals(before.act(), compared.act()))
                        .isPresent();
    }

    private Mono<Void> lookedAtAgain(ListsCompared compared) {
        return Flux.fromIterable(compared.differences())
                .map(Difference::number)
                .concatMap(notices::changed)
                .then();
    }
}
