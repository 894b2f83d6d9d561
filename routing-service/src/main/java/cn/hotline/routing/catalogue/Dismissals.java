package cn.hotline.routing.catalogue;

import cn.hotline.routing.catalogue.model.Proposed.Dismissal;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Proposals that somebody has turned down, of the tenant in force; the last word on each. */
public interface Dismissals {

    Mono<Void> keep(Dismissal dismissal);

    /** The newest first, at most so many. */
    Flux<Dismissal> newest(int limit);
}
