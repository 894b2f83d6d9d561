package cn.hotline.routing.catalogue;

import cn.hotline.routing.catalogue.model.CatalogueVersion;
import cn.hotline.routing.catalogue.model.Draft;
import cn.hotline.routing.version.Versions;
import java.util.function.UnaryOperator;
import reactor.core.publisher.Mono;

/** All versions of the catalogue of the tenant in force, and the draft of the next one. */
public interface Catalogues extends Versions<CatalogueVersion> {

    /** {@link Draft#NONE} when nobody changes anything. */
    Mono<Draft> draft();

    /** Changes the draft as it is now. */
    Mono<Draft> draft(UnaryOperator<Draft> change);
}
