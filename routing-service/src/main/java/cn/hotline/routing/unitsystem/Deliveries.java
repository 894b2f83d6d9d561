package cn.hotline.routing.unitsystem;

import cn.hotline.routing.unitsystem.model.Condition.Delivery;
import cn.hotline.routing.unitsystem.model.Way;
import java.time.Instant;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** How far each way to each unit has come; of several replicas one at a time delivers by a way. */
public interface Deliveries {

    /** One that nothing has been delivered by begins at 0. */
    Mono<Delivery> find(String unit, Way way);

    Flux<Delivery> of(String unit);

    /** Takes the way for oneself until then; empty while it is taken. */
    Mono<Delivery> take(String unit, Way way, Instant now, Instant until);

    /** All up to that letter have arrived; the way stays one's own until then. */
    Mono<Void> arrived(String unit, Way way, long sequence, Instant at, Instant until);

    /**
     * The next one does not arrive; nobody tries before then.
     *
     * @param problem in a few words, without anything that was sent
     */
    Mono<Void> failed(String unit, Way way, String problem, Instant until);

    /** Gives the way back. */
    Mono<Void> leave(String unit, Way way, Instant now);
}
