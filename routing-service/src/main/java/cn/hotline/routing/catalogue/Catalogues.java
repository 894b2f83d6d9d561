package cn.hotline.routing.catalogue;

import cn.hotline.routing.catalogue.model.CatalogueVersion;
import cn.hotline.routing.catalogue.model.Draft;
import java.util.function.UnaryOperator;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** All versions of the catalogue of the tenant in force, and the draft of the next one. */
public interface Catalogues {

    /** The version of that number; empty when there is none. */
    Mono<CatalogueVersion> version(long number);

    /** The newest one that is newer than that; empty when there is none. */
    Mono<CatalogueVersion> newerThan(long number);

    /** The newest first. */
    Flux<CatalogueVersion> history(int limit);

    /** Keeps it for good; false when its number is taken by another. */
    Mono<Boolean> publish(CatalogueVersion next);

    /** {@link Draft#NONE} when nobody changes anything. */
    Mono<Draft> draft();

    /** Changes the draft as it is now. */
    Mono<Draft> draft(UnaryOperator<Draft> change);
}
