package cn.hotline.routing.version;

import cn.hotline.routing.version.model.Version;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** All versions of one thing, of the tenant in force. */
public interface Versions<V extends Version<V>> {

    /** The version of that number; empty when there is none. */
    Mono<V> version(long number);

    /** The newest one that is newer than that; empty when there is none. */
    Mono<V> newerThan(long number);

    /** The newest first. */
    Flux<V> history(int limit);

    /** Keeps it for good; false when its number is taken by another. */
    Mono<Boolean> publish(V next);
}
