package cn.hotline.routing.unitsystem;

import cn.hotline.routing.unitsystem.model.UnitSystem;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** The register of units' systems, one for each unit. */
public interface UnitSystems {

    /** Also one that was taken off; empty when there never was one. */
    Mono<UnitSystem> find(String unit);

    /** Those in use. */
    Flux<UnitSystem> active();

    /** @param decision makes it from what was there; null where there was none */
    Mono<UnitSystem> change(String unit, Function<@Nullable UnitSystem, UnitSystem> decision);
}
