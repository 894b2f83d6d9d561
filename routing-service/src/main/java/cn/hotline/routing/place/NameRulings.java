package cn.hotline.routing.place;

import cn.hotline.routing.place.model.NameRuling;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Port to what was decided about learned names of the tenant in force. */
public interface NameRulings {

    /** @return false when another ruling has its number */
    Mono<Boolean> keep(NameRuling ruling);

    /** The newest first. */
    Flux<NameRuling> newest(int limit);
}
