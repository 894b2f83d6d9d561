package cn.hotline.intake.merging;

import cn.hotline.intake.merging.model.Merge;
import java.time.Instant;
import java.util.function.UnaryOperator;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** All merges of the tenant in force. */
public interface Merges {

    /** Keeps a new one; when the id is taken, answers the one that is there. */
    Mono<Merge> open(Merge begun);

    Mono<Merge> find(String id);

    Mono<Merge> change(String id, UnaryOperator<Merge> decision);

    /** Those still under way that are older; the oldest first. */
    Flux<Merge> underWay(Instant before, int limit);
}
