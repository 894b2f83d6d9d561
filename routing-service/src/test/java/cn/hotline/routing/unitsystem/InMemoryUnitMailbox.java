package cn.hotline.routing.unitsystem;

import cn.hotline.routing.unitsystem.Letter.Draft;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Boxes in a list; behaves as the stored ones do ({@link UnitMailboxContract}). */
final class InMemoryUnitMailbox implements UnitMailbox {

    private final List<Letter> letters = new ArrayList<>();

    List<Letter> of(String unit) {
        return letters.stream().filter(letter -> letter.unit().equals(unit)).toList();
    }

    @Override
    public Mono<Letter> put(String unit, String thread, Function<Optional<Letter>, Optional<Draft>> decision) {
        return Mono.defer(() -> {
            Optional<Letter> next = decision.apply(lastOf(unit, thread))
                    .map(draft -> new Letter(unit, of(unit).size() + 1L, thread, draft.version(), draft.notice()));
            next.ifPresent(letters::add);
            return Mono.justOrEmpty(next);
        });
    }

    @Override
    public Flux<Letter> after(String unit, long sequence, int most) {
        return Flux.defer(() -> Flux.fromIterable(of(unit)))
                .filter(letter -> letter.sequence() > sequence)
                .take(most);
    }

    @Override
    public Mono<Letter> last(String unit, String thread) {
        return Mono.defer(() -> Mono.justOrEmpty(lastOf(unit, thread)));
    }

    @Override
    public Flux<String> unitsOf(String thread) {
        return Flux.defer(() -> Flux.fromIterable(List.copyOf(letters)))
                .filter(letter -> letter.thread().equals(thread))
                .map(Letter::unit)
                .distinct();
    }

    @Override
    public Flux<String> threadsSince(String unit, Instant time) {
        return Flux.defer(() -> Flux.fromIterable(of(unit)))
                .filter(letter -> letter.notice().at().isAfter(time))
                .map(Letter::thread)
                .distinct();
    }

    @Override
    public Mono<Long> size(String unit) {
        return Mono.fromCallable(() -> (long) of(unit).size());
    }

    private Optional<Letter> lastOf(String unit, String thread) {
        return of(unit).stream()
                .filter(letter -> letter.thread().equals(thread))
                .reduce((before, after) -> after);
    }
}
