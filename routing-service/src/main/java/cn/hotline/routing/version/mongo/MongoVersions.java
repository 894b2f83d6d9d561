package cn.hotline.routing.version.mongo;

import static com.mongodb.client.model.Filters.empty;
import static com.mongodb.client.model.Filters.gt;
import static com.mongodb.client.model.Indexes.ascending;
import static com.mongodb.client.model.Indexes.descending;

import cn.hotline.chassis.Aggregates.Versioned;
import cn.hotline.chassis.Cause;
import cn.hotline.chassis.Change;
import cn.hotline.chassis.mongo.AggregateCollection;
import cn.hotline.chassis.mongo.DocumentStore;
import cn.hotline.routing.version.Versions;
import cn.hotline.routing.version.model.Version;
import com.mongodb.client.model.IndexModel;
import com.mongodb.client.model.Indexes;
import com.mongodb.client.model.Sorts;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Documents of one collection, one for each version, written once. */
public final class MongoVersions<V extends Version<V>> implements Versions<V> {

    private static final String NUMBER = "state.number";

    private final AggregateCollection<V, Void> versions;

    public MongoVersions(DocumentStore<?> store, String collection, Class<V> type) {
        this.versions = store.readModel(
                collection, type, new IndexModel(Indexes.compoundIndex(ascending("tenant"), descending(NUMBER))));
    }

    @Override
    public Mono<V> version(long number) {
        return id(number).flatMap(versions::find).map(Versioned::state);
    }

    @Override
    public Mono<V> newerThan(long number) {
        return versions.list(gt(NUMBER, number), Sorts.descending(NUMBER), 0, 1)
                .next()
                .map(Versioned::state);
    }

    @Override
    public Flux<V> history(int limit) {
        return versions.list(empty(), Sorts.descending(NUMBER), 0, limit).map(Versioned::state);
    }

    @Override
    public Mono<Boolean> publish(V next) {
        return id(next.number())
                .flatMap(id -> versions.open(id, Change.of(next)))
                .map(opened -> opened.opened() || opened.stored().state().isAlso(next));
    }

    private static Mono<String> id(long number) {
        return Cause.current().map(cause -> cause.tenant() + "/" + number);
    }
}
