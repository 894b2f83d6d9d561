package cn.hotline.routing.dispatch;

import cn.hotline.chassis.Aggregates.Versioned;
import cn.hotline.chassis.Change;
import cn.hotline.routing.contract.RoutingEvent;
import cn.hotline.routing.dispatch.model.Dispatch;
import cn.hotline.routing.dispatch.model.TicketNumber;
import cn.hotline.routing.dispatch.model.Viewer;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Dispatches of which some cannot be written. */
final class FaultyDispatches implements Dispatches {

    private final Dispatches kept;
    final Set<TicketNumber> broken = new HashSet<>();
    final List<TicketNumber> tried = new ArrayList<>();
    int stopsAfter = Integer.MAX_VALUE;

    FaultyDispatches(Dispatches kept) {
        this.kept = kept;
    }

    @Override
    public Mono<Versioned<Dispatch>> find(Viewer viewer, TicketNumber number) {
        return kept.find(viewer, number);
    }

    @Override
    public Mono<Versioned<Dispatch>> open(Change<Dispatch, RoutingEvent> arrived) {
        return kept.open(arrived);
    }

    @Override
    public Mono<Versioned<Dispatch>> change(
            Viewer viewer,
            TicketNumber number,
            @Nullable Long version,
            Function<Dispatch, Change<Dispatch, RoutingEvent>> decision) {
        tried.add(number);
        return broken.contains(number) || tried.size() > stopsAfter
                ? Mono.error(new IllegalStateException("cannot be written"))
                : kept.change(viewer, number, version, decision);
    }

    @Override
    public Flux<Versioned<Dispatch>> list(Viewer viewer, DispatchFilter filter, int skip, int limit) {
        return kept.list(viewer, filter, skip, limit);
    }

    @Override
    public Flux<TicketNumber> toRemind(Instant by, int skip, int most) {
        return kept.toRemind(by, skip, most);
    }

    @Override
    public Flux<TicketNumber> toRecount(long calendar, int skip, int most) {
        return kept.toRecount(calendar, skip, most);
    }

    @Override
    public Flux<Dispatch> answeredLike(List<Long> marks, int most) {
        return kept.answeredLike(marks, most);
    }

    @Override
    public Mono<Long> count(Viewer viewer, DispatchFilter filter) {
        return kept.count(viewer, filter);
    }

    @Override
    public Flux<Dispatch> arrived(Instant from, Instant to) {
        return kept.arrived(from, to);
    }
}
