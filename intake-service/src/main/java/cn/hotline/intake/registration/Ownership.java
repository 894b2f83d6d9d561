package cn.hotline.intake.registration;

import reactor.core.publisher.Mono;

/** Which number belongs to a thing that may be registered only once. */
public interface Ownership {

    /** The number that owns the thing: the proposed one, or the one that was first. */
    Mono<String> claim(String thing, String proposedNumber);
}
