package cn.hotline.routing.notice;

import cn.hotline.chassis.Aggregates.Versioned;
import cn.hotline.chassis.Change;
import cn.hotline.chassis.testing.InMemoryAggregates;
import cn.hotline.routing.notice.model.Notice;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.function.UnaryOperator;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Notices in a map. */
public final class InMemoryNotices implements Notices {

    private final InMemoryAggregates<Notice, Void> kept = new InMemoryAggregates<>();

    List<Notice> all() {
        return kept.all();
    }

    @Override
    public Mono<Notice> changeOrOpen(Notice blank, UnaryOperator<Notice> decision) {
        return kept.changeOrOpen(blank.key(), blank, notice -> Change.of(decision.apply(notice)))
                .map(Versioned::state);
    }

    @Override
    public Mono<Notice> change(String key, UnaryOperator<Notice> decision) {
        return kept.change(key, notice -> Change.of(decision.apply(notice))).map(Versioned::state);
    }

    @Override
    public Flux<String> toHandOn(Instant by, int most) {
        return Flux.fromIterable(kept.all())
                .filter(notice ->
                        notice.handOnAt() != null && !notice.handOnAt().isAfter(by))
                .sort(Comparator.comparing(Notice::handOnAt).thenComparing(Notice::key))
                .take(most)
                .map(Notice::key);
    }

    @Override
    public Flux<Notice> of(String unit, Instant by, int most) {
        return Flux.fromIterable(kept.all())
                .filter(notice -> notice.unit().equals(unit) && !notice.from().isAfter(by))
                .sort(Comparator.comparing(Notice::from).reversed().thenComparing(Notice::key))
                .take(most);
    }
}
