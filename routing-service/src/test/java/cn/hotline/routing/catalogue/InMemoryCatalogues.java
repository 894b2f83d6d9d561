package cn.hotline.routing.catalogue;

import cn.hotline.routing.catalogue.model.CatalogueVersion;
import cn.hotline.routing.catalogue.model.Draft;
import java.util.Collections;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Versions in a map; behaves as the stored ones do ({@link CataloguesContract}). */
public final class InMemoryCatalogues implements Catalogues {

    private final TreeMap<Long, CatalogueVersion> kept = new TreeMap<>(Collections.reverseOrder());
    private Draft draft = Draft.NONE;

    @Override
    public Mono<CatalogueVersion> version(long number) {
        return Mono.justOrEmpty(kept.get(number));
    }

    @Override
    public Mono<CatalogueVersion> newerThan(long number) {
        return Flux.fromIterable(kept.values())
                .filter(version -> version.number() > number)
                .next();
    }

    @Override
    public Flux<CatalogueVersion> history(int limit) {
        return Flux.fromIterable(kept.values()).take(limit);
    }

    @Override
    public Mono<Boolean> publish(CatalogueVersion next) {
        return Mono.fromSupplier(() -> {
            var there = kept.putIfAbsent(next.number(), next);
            return there == null || there.isAlso(next);
        });
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
