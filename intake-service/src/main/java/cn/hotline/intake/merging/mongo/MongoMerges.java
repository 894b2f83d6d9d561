package cn.hotline.intake.merging.mongo;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.in;
import static com.mongodb.client.model.Filters.lt;
import static com.mongodb.client.model.Indexes.ascending;

import cn.hotline.chassis.Aggregates.Versioned;
import cn.hotline.chassis.Change;
import cn.hotline.chassis.mongo.AggregateCollection;
import cn.hotline.chassis.mongo.DocumentStore;
import cn.hotline.intake.merging.Merges;
import cn.hotline.intake.merging.model.Merge;
import cn.hotline.intake.merging.model.MergeStatus;
import com.mongodb.client.model.IndexModel;
import java.time.Instant;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Merges in collection {@code merges}. */
public final class MongoMerges implements Merges {

    private static final String STATUS = "state.status";
    private static final String AT = "state.at";
    private static final List<String> UNDER_WAY = Stream.of(MergeStatus.values())
            .filter(MergeStatus::isUnderWay)
            .map(MergeStatus::name)
            .toList();

    private final AggregateCollection<Merge, Void> merges;

    public MongoMerges(DocumentStore<?> store) {
        merges = store.readModel("merges", Merge.class, new IndexModel(ascending("tenant", STATUS, AT)));
    }

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
        return merges.list(and(in(STATUS, UNDER_WAY), lt(AT, before)), ascending(AT), 0, limit)
                .map(Versioned::state);
    }
}
