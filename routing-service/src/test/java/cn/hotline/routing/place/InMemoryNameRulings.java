package cn.hotline.routing.place;

import cn.hotline.routing.place.model.NameRuling;
import java.util.NavigableMap;
import java.util.concurrent.ConcurrentSkipListMap;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** As the store keeps them, for one tenant. */
public final class InMemoryNameRulings implements NameRulings {

    private final NavigableMap<Long, NameRuling> byNumber = new ConcurrentSkipListMap<>();

    @Override
    public Mono<Boolean> keep(NameRuling ruling) {
        return Mono.fromSupplier(() -> {
            var there = byNumber.putIfAbsent(ruling.number(), ruling);
            return there == null || there.equals(ruling);
        });
    }

    @Override
    public Flux<NameRuling> newest(int limit) {
        return Flux.defer(() -> Flux.fromIterable(byNumber.descendingMap().values()))
                .take(limit);
    }
}
