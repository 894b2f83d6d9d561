package cn.hotline.routing.dispatch.web;

import cn.hotline.chassis.Aggregates.Versioned;
import cn.hotline.chassis.Cause;
import cn.hotline.chassis.Change;
import cn.hotline.routing.contract.RoutingEvent;
import cn.hotline.routing.dispatch.DispatchFilter;
import cn.hotline.routing.dispatch.Dispatches;
import cn.hotline.routing.dispatch.model.Dispatch;
import cn.hotline.routing.dispatch.model.TicketNumber;
import cn.hotline.routing.dispatch.model.Viewer;
import cn.hotline.ui.LiveSignals;
import cn.hotline.ui.LiveSignals.Signal;
import java.time.Instant;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.http.codec.ServerSentEvent;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * Tells open pages which lists have changed, after it was saved: the dispatch desk's, or those of the units that have
 * the ticket. A unit that has lost it hears of it too.
 */
public final class SignallingDispatches implements Dispatches {

    private static final String DESK = "desk";

    /** Stands between the tenant and its list: the same stream serves all. */
    private static final String OF = "/";

    /** Begins the word by which a page listens for who writes about tickets of a list. */
    private static final String WRITING = "writing-";

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

    /** The word a page listens by that has a ticket of that unit open, or of the desk where nobody has it. */
    static String writingOf(@Nullable String unitCode) {
        return WRITING + (unitCode == null ? DESK : listOf(unitCode));
    }

    /** That somebody has begun or ceased to write; without saying who, or about which ticket. */
    static List<Signal> writing(String tenant, Dispatch dispatch) {
        return listsHolding(dispatch).stream()
                .map(list -> new Signal(tenant + OF + WRITING + list, "", 0))
                .toList();
    }

    /** What this viewer of this tenant hears of all signals: the beat, and what is theirs. */
    static Flux<ServerSentEvent<Signal>> heardBy(Viewer viewer, String tenant, Flux<ServerSentEvent<Signal>> all) {
        return all.mapNotNull(told -> {
            Signal signal = told.data();
            if (signal == null || signal.equals(Signal.BEAT)) {
                return told;
            }
            String list = signal.kind().substring(signal.kind().indexOf(OF) + 1);
            String whose = list.startsWith(WRITING) ? list.substring(WRITING.length()) : list;
            return signal.kind().equals(tenant + OF + list) && isListOf(viewer, whose)
                    ? ServerSentEvent.builder(new Signal(list, signal.subject(), signal.version()))
                            .build()
                    : null;
        });
    }

    private static boolean isListOf(Viewer viewer, String list) {
        return viewer.overview()
                || viewer.person().unit() != null
                        && list.equals(listOf(viewer.person().unit().code()));
    }

    @Override
    public Mono<Versioned<Dispatch>> find(Viewer viewer, TicketNumber number) {
        return kept.find(viewer, number);
    }

    @Override
    public Mono<Versioned<Dispatch>> open(Change<Dispatch, RoutingEvent> arrived) {
        return kept.open(arrived).flatMap(stored -> told(null, stored));
    }

    @Override
    public Mono<Versioned<Dispatch>> change(
            Viewer viewer,
            TicketNumber number,
            @Nullable Long version,
            Function<Dispatch, Change<Dispatch, RoutingEvent>> decision) {
        AtomicReference<@Nullable Dispatch> before = new AtomicReference<>();
        return kept.change(viewer, number, version, dispatch -> {
                    before.set(dispatch);
                    return decision.apply(dispatch);
                })
                .flatMap(stored -> told(before.get(), stored));
    }

    @Override
    public Flux<Versioned<Dispatch>> list(Viewer viewer, DispatchFilter filter, int skip, int limit) {
        return kept.list(viewer, filter, skip, limit);
    }

    @Override
    public Flux<TicketNumber> toRecount(long calendar, int skip, int most) {
        return kept.toRecount(calendar, skip, most);
    }

    @Override
    public Flux<TicketNumber> toRemind(Instant by, int skip, int most) {
        return kept.toRemind(by, skip, most);
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

    private Mono<Versioned<Dispatch>> told(@Nullable Dispatch before, Versioned<Dispatch> after) {
        return Cause.current()
                .doOnNext(cause -> tell(cause.tenant(), before, after))
                .thenReturn(after);
    }

    private void tell(String tenant, @Nullable Dispatch before, Versioned<Dispatch> after) {
        Set<String> lists = new LinkedHashSet<>();
        if (before != null) {
            lists.addAll(listsHolding(before));
        }
        lists.addAll(listsHolding(after.state()));
        // Not even the number of a confidential ticket goes to all of a unit; pages fetch what they may see.
        String number = after.state().appeal().confidential()
                ? ""
                : after.state().number().value();
        lists.forEach(list -> signals.tell(new Signal(tenant + OF + list, number, after.version())));
    }

    private static List<String> listsHolding(Dispatch dispatch) {
        List<String> units =
                dispatch.holders().stream().map(SignallingDispatches::listOf).toList();
        return units.isEmpty() ? List.of(DESK) : units;
    }
}
