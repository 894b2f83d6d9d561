package cn.hotline.routing.unitsystem;

import cn.hotline.routing.unitsystem.model.UnitSystem;
import cn.hotline.routing.unitsystem.model.Way;
import java.util.List;
import reactor.core.publisher.Flux;

/** Carries letters to units' systems by one way. */
public interface Courier {

    Way way();

    /**
     * Carries letters in order; an error where the next one did not arrive.
     *
     * @return numbers of letters up to which all have arrived
     */
    Flux<Long> carry(UnitSystem system, List<Letter> letters);
}
