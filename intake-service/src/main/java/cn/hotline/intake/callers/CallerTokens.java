package cn.hotline.intake.callers;

import cn.hotline.intake.callers.model.PhoneNumber;
import reactor.core.publisher.Mono;

/** 来电人标识: one random token per phone number, so that others can tell callers apart without knowing them. */
public interface CallerTokens {

    /** The token of a number; a new one when it calls for the first time. */
    Mono<String> tokenOf(PhoneNumber phone);

    /** The token of a number; empty when it has never called. */
    Mono<String> find(PhoneNumber phone);
}
