package cn.hotline.intake.relay;

import cn.hotline.intake.relay.model.Relay;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** All relay numbers that units of the tenant in force were given. */
public interface Relays {

    /** Those of a ticket, latest first. */
    Flux<Relay> of(String ticket);

    Mono<Relay> save(Relay relay);
}
