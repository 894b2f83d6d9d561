package cn.hotline.intake.progress.mongo;

import cn.hotline.chassis.Change;
import cn.hotline.chassis.Versioned;
import cn.hotline.chassis.mongo.AggregateCollection;
import cn.hotline.chassis.mongo.DocumentStore;
import cn.hotline.intake.contract.IntakeEvent;
import cn.hotline.intake.progress.Progresses;
import cn.hotline.intake.progress.model.Progress;
import java.util.Collection;
import java.util.Map;
import java.util.function.Function;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Progress in collection {@code progress}. */
public final class MongoProgresses implements Progresses {

    private final AggregateCollection<Progress, Void> progress;

    public MongoProgresses(DocumentStore<IntakeEvent> store) {
        progress = store.readModel("progress", Progress.class);
    }

    @Override
    public Mono<Progress> find(String number) {
        return progress.find(number).map(Versioned::state).defaultIfEmpty(Progress.NONE);
    }

    @Override
    public Mono<Map<String, Progress>> find(Collection<String> numbers) {
        return Flux.fromIterable(numbers)
                .flatMap(number -> progress.find(number).map(found -> Map.entry(number, found.state())))
                .collectMap(Map.Entry::getKey, Map.Entry::getValue);
    }

    @Override
    public Mono<Versioned<Progress>> note(String number, Function<Progress, Change<Progress, Void>> what) {
        return progress.changeOrOpen(number, Progress.NONE, what);
    }
}
