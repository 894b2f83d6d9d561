package cn.hotline.routing.unitsystem;

import java.time.Instant;
import reactor.core.publisher.Mono;

/** Which acts of units' systems have been dealt with, for good. */
public interface MetActs {

    /** Hash of what the act was; empty when it was never dealt with. */
    Mono<String> find(String unit, String id);

    Mono<Void> keep(String unit, String id, String hash, Instant at);

    /** When that unit's system last wrote one; empty for never. */
    Mono<Instant> lastAt(String unit);
}
