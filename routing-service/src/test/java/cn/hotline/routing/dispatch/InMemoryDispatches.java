package cn.hotline.routing.dispatch;

import cn.hotline.chassis.Aggregates;
import cn.hotline.chassis.Aggregates.Versioned;
import cn.hotline.chassis.Change;
import cn.hotline.chassis.Refused;
import cn.hotline.chassis.testing.InMemoryAggregates;
import cn.hotline.routing.contract.RoutingEvent;
import cn.hotline.routing.dispatch.model.Dispatch;
import cn.hotline.routing.dispatch.model.TicketNumber;
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
    public Mono<Versioned<Dispatch>> find(TicketNumber number) {
        return kept.find(number.value());
    }

    @Override
    public Mono<Versioned<Dispatch>> open(Change<Dispatch, RoutingEvent> arrived) {
        return kept.open(arrived.state().number().value(), arrived).map(Aggregates.Opened::stored);
    }

    @Override
    public Mono<Versioned<Dispatch>> change(
            TicketNumber number, @Nullable Long version, Function<Dispatch, Change<Dispatch, RoutingEvent>> decision) {
        return version == null ? kept.change(number.value(), decision) : kept.change(number.value(), version, decision);
    }

    @Override
    public Flux<Versioned<Dispatch>> list(DispatchFilter filter, int skip, int limit) {
        return Flux.fromIterable(kept.all())
                .filter(filter::matches)
                .sort(filter.order().comparator())
                .skip(skip)
                .take(limit)
                .concatMap(dispatch -> find(dispatch.number()));
    }

    @Override
    public Mono<Long> count(DispatchFilter filter) {
        return Flux.fromIterable(kept.all()).filter(filter::matches).count();
    }
}
