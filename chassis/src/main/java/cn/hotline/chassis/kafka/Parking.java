package cn.hotline.chassis.kafka;

import reactor.core.publisher.Mono;

/** An edge whose records may come to wait as dead letters, until somebody drives them again. */
public interface Parking {

    /** Topic, or what the names of all its topics begin with. */
    String topic();

    /** How many records wait to be driven again. */
    Mono<Long> waiting();

    /**
     * Drives parked records again, oldest first; those that still fail stay parked.
     *
     * @return how many were applied
     */
    Mono<Long> driveAgain();
}
