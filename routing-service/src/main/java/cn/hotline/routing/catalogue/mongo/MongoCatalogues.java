package cn.hotline.routing.catalogue.mongo;

import cn.hotline.chassis.Aggregates.Versioned;
import cn.hotline.chassis.Cause;
import cn.hotline.chassis.Change;
import cn.hotline.chassis.mongo.AggregateCollection;
import cn.hotline.chassis.mongo.DocumentStore;
import cn.hotline.routing.catalogue.Catalogues;
import cn.hotline.routing.catalogue.model.CatalogueVersion;
import cn.hotline.routing.catalogue.model.Draft;
import cn.hotline.routing.version.Versions;
import cn.hotline.routing.version.mongo.MongoVersions;
import java.util.function.UnaryOperator;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * Documents of the collections {@code catalogueVersions}, one for each version, written once, and
 * {@code catalogueDrafts}, one for each tenant.
 */
public final class MongoCatalogues implements Catalogues {

    private final Versions<CatalogueVersion> versions;
    private final AggregateCollection<Draft, Void> drafts;

    public MongoCatalogues(DocumentStore<?> store) {
        this.versions = new MongoVersions<>(store, "catalogueVersions", CatalogueVersion.class);
        this.drafts = store.readModel("catalogueDrafts", Draft.class);
    }

    @Override
    public Mono<CatalogueVersion> version(long number) {
        return versions.version(number);
    }

    @Override
    public Mono<CatalogueVersion> newerThan(long number) {
        return versions.newerThan(number);
    }

    @Override
    public Flux<CatalogueVersion> history(int limit) {
        return versions.history(limit);
    }

    @Override
    public Mono<Boolean> publish(CatalogueVersion next) {
        return versions.publish(next);
    }

    @Override
    public Mono<Draft> draft() {
        return id().flatMap(drafts::find).map(Versioned::state).defaultIfEmpty(Draft.NONE);
    }

    @Override
    public Mono<Draft> draft(UnaryOperator<Draft> change) {
        return id().flatMap(id -> drafts.changeOrOpen(id, Draft.NONE, draft -> Change.of(change.apply(draft))))
                .map(Versioned::state);
    }

    private static Mono<String> id() {
        return Cause.current().map(cause -> cause.tenant() + "/draft");
    }
}
