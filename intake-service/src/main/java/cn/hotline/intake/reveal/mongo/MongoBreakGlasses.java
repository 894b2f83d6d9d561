package cn.hotline.intake.reveal.mongo;

import cn.hotline.chassis.Aggregates.Versioned;
import cn.hotline.chassis.Change;
import cn.hotline.chassis.mongo.AggregateCollection;
import cn.hotline.chassis.mongo.DocumentStore;
import cn.hotline.intake.reveal.BreakGlasses;
import cn.hotline.intake.reveal.model.BreakGlass;
import java.util.function.Function;
import reactor.core.publisher.Mono;

/** In collection {@code break_glass}, by ticket number. */
public final class MongoBreakGlasses implements BreakGlasses {

    private final AggregateCollection<BreakGlass, Void> glasses;

    public MongoBreakGlasses(DocumentStore<?> store) {
        glasses = store.readModel("break_glass", BreakGlass.class);
    }

    @Override
    public Mono<BreakGlass> find(String number) {
        return glasses.find(number).map(Versioned::state).defaultIfEmpty(BreakGlass.untouched(number));
    }

    @Override
    public Mono<BreakGlass> change(String number, Function<BreakGlass, Change<BreakGlass, Void>> decision) {
        return glasses.changeOrOpen(number, BreakGlass.untouched(number), decision)
                .map(Versioned::state);
    }
}
