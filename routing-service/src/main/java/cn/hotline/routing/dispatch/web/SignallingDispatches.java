package cn.hotline.routing.dispatch.web;

import cn.hotline.chassis.Aggregates.Versioned;
import cn.hotline.chassis.Change;
import cn.hotline.routing.contract.RoutingEvent;
import cn.hotline.routing.dispatch.DispatchFilter;
import cn.hotline.routing.dispatch.Dispatches;
import cn.hotline.routing.dispatch.model.Dispatch;
import cn.hotline.routing.dispatch.model.DispatchStatus;
import cn.hotline.routing.dispatch.model.Handling;
import cn.hotline.routing.dispatch.model.TicketNumber;
import cn.hotline.ui.LiveSignals;
import cn.hotline.ui.LiveSignals.Signal;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * Tells open pages which list has changed, after it was saved: the dispatch desk's, or one unit's. A unit that has
 * lost a ticket hears of it too.
 */
public final class SignallingDispatches implements Dispatches {

    private static final String DESK = "desk";

    private final Dispatches kept;
    private final LiveSignals signals;

    public SignallingDispatches(Dispatches kept, LiveSignals signals) {
        this.kept = kept;
        this.signals = signals;
    }

    /** The word a unit's page listens by. */
    static String listOf(String unitCode) {
        return "unit-" + unitCode;
    }

    @Override
    public Mono<Versioned<Dispatch>> find(TicketNumber number) {
        return kept.find(number);
    }

    @Override
    public Mono<Versioned<Dispatch>> open(Change<Dispatch, RoutingEvent> arrived) {
        return kept.open(arrived).doOnNext(stored -> tell(null, stored));
    }

    @Override
    public Mono<Versioned<Dispatch>> change(
            TicketNumber number, @Nullable Long version, Function<Dispatch, Change<Dispatch, RoutingEvent>> decision) {
        AtomicReference<@Nullable Dispatch> before = new AtomicReference<>();
        return kept.change(number, version, dispatch -> {
                    before.set(dispatch);
                    return decision.apply(dispatch);
                })
                .doOnNext(stored -> tell(before.get(), stored));
    }

    @Override
    public Flux<Versioned<Dispatch>> list(DispatchFilter filter, int skip, int limit) {
        return kept.list(filter, skip, limit);
    }

    @Override
    public Mono<Long> count(DispatchFilter filter) {
        return kept.count(filter);
    }

    private void tell(@Nullable Dispatch before, Versioned<Dispatch> after) {
        Set<String> lists = new LinkedHashSet<>();
        if (before != null) {
            lists.add(listHolding(before));
        }
        lists.add(listHolding(after.state()));
        String number = after.state().number().value();
        lists.forEach(list -> signals.tell(new Signal(list, number, after.version())));
    }

    private static String listHolding(Dispatch dispatch) {
        Handling handling = dispatch.handling();
        return handling == null || dispatch.status() == DispatchStatus.PENDING_DISPATCH
                ? DESK
                : listOf(handling.lead().unit().code());
    }
}
