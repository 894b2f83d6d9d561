package cn.hotline.intake.merging;

import cn.hotline.chassis.Aggregates.Versioned;
import cn.hotline.chassis.Change;
import cn.hotline.chassis.testing.InMemoryAggregates;
import cn.hotline.intake.merging.model.Merge;
import java.time.Instant;
import java.util.Comparator;
import java.util.function.UnaryOperator;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Merges in a map. */
public final class InMemoryMerges implements Merges {

    private final InMemoryAggregates<Merge, Void> merges = new InMemoryAggregates<>();

    @Override
    public Mono<Merge> open(Merge begun) {
        return merges.open(begun.id(), Change.of(begun))
                .map(opened -> opened.stored().state());
    }

    @Override
    public Mono<Merge> find(String id) {
        return merges.find(id).map(Versioned::state);
    }

    @Override
    public Mono<Merge> change(String id, UnaryOperator<Merge> decision) {
        return merges.change(id, merge -> Change.of(decision.apply(merge))).map(Versioned::state);
    }

    @Override
    public Flux<Merge> underWay(Instant before, int limit) {
        return Flux.defer(() -> Flux.fromStream(merges.all().stream()
                .filter(merge -> merge.status().isUnderWay() && merge.at().isBefore(before))
                .sorted(Comparator.comparing(Merge::at))
                .limit(limit)));
    }
}
