package cn.hotline.intake.progress.mongo;

import static com.mongodb.client.model.Filters.in;
import static com.mongodb.client.model.Sorts.ascending;

import cn.hotline.chassis.Aggregates.Versioned;
import cn.hotline.chassis.mongo.AggregateCollection;
import cn.hotline.chassis.mongo.DocumentStore;
import cn.hotline.intake.contract.IntakeEvent;
import cn.hotline.intake.progress.Progresses;
import cn.hotline.intake.progress.model.Progress;
import java.util.Collection;
import java.util.Map;
import java.util.function.Function;
import reactor.core.publisher.Mono;

/** Progress in collection {@code progress}. */
public final class MongoProgresses implements Progresses {

    private final AggregateCollection<Progress, Void> progress;

    public MongoProgresses(DocumentStore<IntakeEvent> store) {
        progress = store.readModel("progress", Progress.class);
    }

    @Override
    public Mono<Progress> find(String number) {
        return progress.find(number).map(Versioned::state).defaultIfEmpty(Progress.of(number));
    }

    @Override
    public Mono<Map<String, Progress>> find(Collection<String> numbers) {
        return numbers.isEmpty()
                ? Mono.just(Map.of())
                : progress.list(in("_id", numbers), ascending("_id"), 0, numbers.size())
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
