package cn.hotline.routing.version;

import cn.hotline.routing.version.model.Version;
import java.util.Collections;
import java.util.TreeMap;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Versions in a map; behaves as the stored ones do. */
public final class InMemoryVersions<V extends Version<V>> implements Versions<V> {

    private final TreeMap<Long, V> kept = new TreeMap<>(Collections.reverseOrder());

    @Override
    public Mono<V> version(long number) {
        return Mono.fromSupplier(() -> kept.get(number));
    }

    @Override
    public Mono<V> newerThan(long number) {
        return Flux.defer(() -> Flux.fromIterable(kept.values()))
                .filter(version -> version.number() > number)
                .next();
    }

    @Override
    public Flux<V> history(int limit) {
        return Flux.defer(() -> Flux.fromIterable(kept.values())).take(limit);
    }

    @Override
    public Mono<Boolean> publish(V next) {
        return Mono.fromSupplier(() -> {
            V there = kept.putIfAbsent(next.number(), next);
            return there == null || there.isAlso(next);
        });
    }
}
