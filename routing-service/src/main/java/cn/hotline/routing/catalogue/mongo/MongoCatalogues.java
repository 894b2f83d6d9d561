package cn.hotline.routing.catalogue.mongo;

import static com.mongodb.client.model.Filters.empty;
import static com.mongodb.client.model.Filters.gt;
import static com.mongodb.client.model.Indexes.ascending;
import static com.mongodb.client.model.Indexes.descending;

import cn.hotline.chassis.Aggregates.Versioned;
import cn.hotline.chassis.Cause;
import cn.hotline.chassis.Change;
import cn.hotline.chassis.mongo.AggregateCollection;
import cn.hotline.chassis.mongo.DocumentStore;
import cn.hotline.routing.catalogue.Catalogues;
import cn.hotline.routing.catalogue.model.CatalogueVersion;
import cn.hotline.routing.catalogue.model.Draft;
import com.mongodb.client.model.IndexModel;
import com.mongodb.client.model.Indexes;
import com.mongodb.client.model.Sorts;
import java.util.function.UnaryOperator;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * Documents of the collections {@code catalogueVersions}, one for each version, written once, and
 * {@code catalogueDrafts}, one for each tenant.
 */
public final class MongoCatalogues implements Catalogues {

    private static final String NUMBER = "state.number";

    private final AggregateCollection<CatalogueVersion, Void> versions;
    private final AggregateCollection<Draft, Void> drafts;

    public MongoCatalogues(DocumentStore<?> store) {
        this.versions = store.readModel(
                "catalogueVersions",
                CatalogueVersion.class,
                new IndexModel(Indexes.compoundIndex(ascending("tenant"), descending(NUMBER))));
        this.drafts = store.readModel("catalogueDrafts", Draft.class);
    }

    @Override
    public Mono<CatalogueVersion> version(long number) {
        return id(number).flatMap(versions::find).map(Versioned::state);
    }

    @Override
    public Mono<CatalogueVersion> newerThan(long number) {
        return versions.list(gt(NUMBER, number), Sorts.descending(NUMBER), 0, 1)
                .next()
                .map(Versioned::state);
    }

    @Override
    public Flux<CatalogueVersion> history(int limit) {
        return versions.list(empty(), Sorts.descending(NUMBER), 0, limit).map(Versioned::state);
    }

    @Override
    public Mono<Boolean> publish(CatalogueVersion next) {
        return id(next.number())
                .flatMap(id -> versions.open(id, Change.of(next)))
                .map(opened -> opened.opened() || opened.stored().state().isAlso(next));
    }

    @Override
    public Mono<Draft> draft() {
        return id("draft").flatMap(drafts::find).map(Versioned::state).defaultIfEmpty(Draft.NONE);
    }

    @Override
    public Mono<Draft> draft(UnaryOperator<Draft> change) {
        return id("draft")
                .flatMap(id -> drafts.changeOrOpen(id, Draft.NONE, draft -> Change.of(change.apply(draft))))
                .map(Versioned::state);
    }

    private static Mono<String> id(Object part) {
        return Cause.current().map(cause -> cause.tenant() + "/" + part);
    }
}
