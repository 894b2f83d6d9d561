package cn.hotline.routing.catalogue;

import cn.hotline.routing.catalogue.model.CatalogueVersion;
import cn.hotline.routing.catalogue.model.Draft;
import cn.hotline.routing.version.InMemoryVersions;
import java.util.function.UnaryOperator;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Versions in a map; behaves as the stored ones do ({@link CataloguesContract}). */
public final class InMemoryCatalogues implements Catalogues {

    private final InMemoryVersions<CatalogueVersion> versions = new InMemoryVersions<>();
    private Draft draft = Draft.NONE;

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
        return Mono.fromSupplier(() -> draft);
    }

    @Override
    public Mono<Draft> draft(UnaryOperator<Draft> change) {
        return Mono.fromSupplier(() -> {
            draft = change.apply(draft);
            return draft;
        });
    }
}
