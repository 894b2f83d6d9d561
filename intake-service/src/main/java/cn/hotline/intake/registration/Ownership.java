package cn.hotline.intake.registration;

import reactor.core.publisher.Mono;

/** Which number belongs to what may be registered only once: coming again finds the number of the first time. */
public interface Ownership {

    /** The number of a channel's message: the proposed one, or the one that was first. */
    Mono<String> ofMessage(String channel, String externalId, String proposed);

    /** The number of the command in force, if it can be told from others: the proposed one, or the one that was first. */
    Mono<String> ofCommand(String proposed);
}
