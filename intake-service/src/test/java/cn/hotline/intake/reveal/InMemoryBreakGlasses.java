package cn.hotline.intake.reveal;

import cn.hotline.chassis.Aggregates.Versioned;
import cn.hotline.chassis.Change;
import cn.hotline.chassis.testing.InMemoryAggregates;
import cn.hotline.intake.reveal.model.BreakGlass;
import java.util.function.Function;
import reactor.core.publisher.Mono;

/** In a map. */
final class InMemoryBreakGlasses implements BreakGlasses {

    private final InMemoryAggregates<BreakGlass, Void> glasses = new InMemoryAggregates<>();

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
