package cn.hotline.reporting.ledger;

import cn.hotline.chassis.Aggregates.Versioned;
import cn.hotline.chassis.Change;
import cn.hotline.chassis.testing.InMemoryAggregates;
import cn.hotline.reporting.ledger.model.CallEntry;
import java.util.Collection;
import java.util.function.Predicate;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Rows of calls in a map. */
public final class InMemoryCallEntries implements CallEntries {

    private final InMemoryAggregates<CallEntry, Void> rows = new InMemoryAggregates<>();

    @Override
    public Mono<CallEntry> note(CallEntry call) {
        return rows.changeOrOpen(call.id(), call, before -> Change.of(call)).map(Versioned::state);
    }

    @Override
    public Flux<CallEntry> startedOn(String day) {
        return matching(call -> call.startedOn().equals(day));
    }

    @Override
    public Flux<CallEntry> identified(Collection<String> ids) {
        return matching(call -> ids.contains(call.id()));
    }

    @Override
    public Flux<CallEntry> naming(Collection<String> tickets) {
        return matching(call -> call.tickets().stream().anyMatch(tickets::contains));
    }

    private Flux<CallEntry> matching(Predicate<CallEntry> wanted) {
        return Flux.defer(() -> Flux.fromIterable(rows.all())).filter(wanted);
    }
}
