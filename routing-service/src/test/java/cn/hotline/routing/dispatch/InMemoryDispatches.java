package cn.hotline.routing.dispatch;

import cn.hotline.chassis.Aggregates;
import cn.hotline.chassis.Aggregates.Versioned;
import cn.hotline.chassis.Change;
import cn.hotline.chassis.Refusal.General;
import cn.hotline.chassis.Refused;
import cn.hotline.chassis.testing.InMemoryAggregates;
import cn.hotline.routing.contract.RoutingEvent;
import cn.hotline.routing.dispatch.model.Dispatch;
import cn.hotline.routing.dispatch.model.TicketNumber;
import cn.hotline.routing.dispatch.model.Viewer;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Dispatches in a map; behaves as the stored ones do ({@link DispatchesContract}). */
public final class InMemoryDispatches implements Dispatches {

    private final InMemoryAggregates<Dispatch, RoutingEvent> kept = new InMemoryAggregates<>();

    /** Everything told so far, oldest first. */
    public List<RoutingEvent> told() {
        return kept.told();
    }

    public List<Refused> contradictions() {
        return kept.contradictions();
    }

    @Override
    public Mono<Versioned<Dispatch>> find(Viewer viewer, TicketNumber number) {
        return kept.find(number.value()).mapNotNull(stored -> seen(viewer, stored));
    }

    @Override
    public Mono<Versioned<Dispatch>> open(Change<Dispatch, RoutingEvent> arrived) {
        return kept.open(arrived.state().number().value(), arrived).map(Aggregates.Opened::stored);
    }

    @Override
    public Mono<Versioned<Dispatch>> change(
            Viewer viewer,
            TicketNumber number,
            @Nullable Long version,
            Function<Dispatch, Change<Dispatch, RoutingEvent>> decision) {
        Mono<Versioned<Dispatch>> changed = Mono.defer(() -> version == null
                ? kept.change(number.value(), decision)
                : kept.change(number.value(), version, decision));
        Mono<Versioned<Dispatch>> theirs = viewer.overview()
                ? changed
                : find(viewer, number)
                        .switchIfEmpty(Mono.error(() -> new Refused(General.NOT_FOUND)))
                        .then(changed);
        return theirs.map(stored -> new Versioned<>(stored.state().answeredTo(viewer), stored.version()));
    }

    @Override
    public Flux<Versioned<Dispatch>> list(Viewer viewer, DispatchFilter filter, int skip, int limit) {
        return Flux.fromIterable(kept.all())
                .filter(dispatch -> dispatch.seenBy(viewer).isPresent() && filter.matches(dispatch, viewer))
                .sort(filter.order().comparator())
                .skip(skip)
                .take(limit)
                .concatMap(dispatch -> find(viewer, dispatch.number()));
    }

    @Override
    public Flux<Dispatch> answeredLike(List<Long> marks, int most) {
        return Flux.fromIterable(kept.all())
                .filter(dispatch -> dispatch.handling() != null
                        && dispatch.handling().reply() != null
                        && dispatch.handling().reply().marks().stream().anyMatch(marks::contains))
                .sort(Comparator.comparing(dispatch -> dispatch.number().value()))
                .take(most);
    }

    @Override
    public Mono<Long> count(Viewer viewer, DispatchFilter filter) {
        return list(viewer, filter, 0, Integer.MAX_VALUE).count();
    }

    @Override
    public Flux<Dispatch> arrived(Instant from, Instant to) {
        return Flux.fromIterable(kept.all())
                .filter(dispatch -> !dispatch.turn().since().isBefore(from)
                        && dispatch.turn().since().isBefore(to))
                .sort(Comparator.comparing(
                                (Dispatch dispatch) -> dispatch.turn().since())
                        .thenComparing(dispatch -> dispatch.number().value()));
    }

    @Override
    public Flux<TicketNumber> toRemind(Instant by, int skip, int most) {
        return Flux.fromIterable(kept.all())
                .filter(dispatch -> dispatch.turn().remindAt() != null
                        && !dispatch.turn().remindAt().isAfter(by))
                .sort(Comparator.comparing(
                                (Dispatch dispatch) -> dispatch.turn().remindAt())
                        .thenComparing(dispatch -> dispatch.number().value()))
                .skip(skip)
                .take(most)
                .map(Dispatch::number);
    }

    @Override
    public Flux<TicketNumber> toRecount(long calendar, int skip, int most) {
        return Flux.fromIterable(kept.all())
                .filter(dispatch ->
                        dispatch.turn().calendar() != null && dispatch.turn().calendar() < calendar)
                .sort(DispatchFilter.Order.DUE.comparator())
                .skip(skip)
                .take(most)
                .map(Dispatch::number);
    }

    private static @Nullable Versioned<Dispatch> seen(Viewer viewer, Versioned<Dispatch> stored) {
        return stored.state()
                .seenBy(viewer)
                .map(state -> new Versioned<>(state, stored.version()))
                .orElse(null);
    }
}
