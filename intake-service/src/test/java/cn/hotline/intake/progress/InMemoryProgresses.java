package cn.hotline.intake.progress;

import cn.hotline.chassis.Aggregates.Versioned;
import cn.hotline.chassis.testing.InMemoryAggregates;
import cn.hotline.intake.progress.model.Progress;
import java.util.Collection;
import java.util.Map;
import java.util.function.Function;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Progress in a map. */
public final class InMemoryProgresses implements Progresses {

    private final InMemoryAggregates<Progress, Void> progress = new InMemoryAggregates<>();

    @Override
    public Mono<Progress> find(String number) {
        return progress.find(number).map(Versioned::state).defaultIfEmpty(Progress.of(number));
    }

    @Override
    public Mono<Map<String, Progress>> find(Collection<String> numbers) {
        return Flux.fromIterable(numbers)
                .concatMap(progress::find)
                .map(Versioned::state)
                .collectMap(Progress::number);
    }

    @Override
    public Mono<Progress> note(String number, Function<Progress, Progress.Step> said) {
        return progress.changeOrOpen(number, Progress.of(number), noted -> noted.with(said.apply(noted)))
                .map(Versioned::state);
    }

    @Override
    public Mono<Progress> name(String number, Progress.Clerk clerk) {
        return progress.changeOrOpen(number, Progress.of(number), noted -> noted.with(clerk))
                .map(Versioned::state);
    }
}
