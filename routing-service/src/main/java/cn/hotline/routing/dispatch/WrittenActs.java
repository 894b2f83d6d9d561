package cn.hotline.routing.dispatch;

import cn.hotline.chassis.Aggregates.Versioned;
import cn.hotline.routing.dispatch.model.Dispatch;
import reactor.core.publisher.Mono;

/**
 * What a unit does with a ticket, written down: its acts as they are sent over HTTP, for whoever
 * brings them another way. Read, checked and carried out just the same.
 */
public interface WrittenActs {

    /**
     * Carries out one act; an error {@link cn.hotline.chassis.Refused} where it is refused or cannot be read.
     *
     * @param act last part of its path, such as {@code acknowledge}
     * @param body JSON
     */
    Mono<Versioned<Dispatch>> carryOut(String act, Holding ticket, byte[] body);
}
