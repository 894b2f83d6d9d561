package cn.hotline.routing.catalogue;

import cn.hotline.routing.catalogue.model.Decision;
import java.time.Instant;
import reactor.core.publisher.Flux;

/** What became of the tickets of the tenant in force. */
public interface Decisions {

    /** Of tickets that came to routing in that time, oldest first; {@code to} is not included. */
    Flux<Decision> between(Instant from, Instant to);
}
