package cn.hotline.routing.unitsystem.mongo;

import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;
import reactor.core.publisher.Mono;

/**
 * Work that goes one after another, in the order in which it came. Whoever stops waiting for their own holds up nobody:
 * it is done all the same. Thread-safe.
 */
final class Lane {

    private final Queue<Mono<?>> waiting = new ConcurrentLinkedQueue<>();
    private final AtomicInteger under = new AtomicInteger();

    <T> Mono<T> inTurn(Mono<T> work) {
        return Mono.create(asker -> enter(work.contextWrite(asker.contextView())
                .doOnSuccess(asker::success)
                .doOnError(asker::error)
                .onErrorComplete()));
    }

    private void enter(Mono<?> work) {
        waiting.add(work);
        if (under.getAndIncrement() == 0) {
            next();
        }
    }

    private void next() {
        waiting.remove()
                .doFinally(end -> {
                    if (under.decrementAndGet() > 0) {
                        next();
                    }
                })
                .subscribe();
    }
}
