package cn.hotline.intake.callers;

import cn.hotline.intake.callers.model.PhoneNumber;
import reactor.core.publisher.Mono;

/**
 * 来电人: everybody who ever called the tenant in force, each with a random token and a data key of their own. Whoever
 * has only the store learns neither number nor text.
 */
public interface Callers {

    /** The caller of a number; made known when it calls for the first time. */
    Mono<KnownCaller> known(PhoneNumber phone);

    /** Somebody without a number, new each time. */
    Mono<KnownCaller> unnumbered();

    /** The token of a number; empty when it has never called. */
    Mono<String> find(PhoneNumber phone);

    /** The caller of a token; empty when they were forgotten. */
    Mono<KnownCaller> of(String token);

    /**
     * 遗忘: destroys the key of a caller. Whatever was sealed with it stays closed for ever, and the number is a new
     * caller's from then on.
     *
     * @return false when there was nothing left to forget
     */
    Mono<Boolean> forget(String token);
}
