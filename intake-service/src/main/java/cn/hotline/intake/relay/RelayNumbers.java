package cn.hotline.intake.relay;

import cn.hotline.intake.callers.model.PhoneNumber;
import cn.hotline.intake.relay.model.RelayCall;
import java.time.Instant;
import java.util.List;
import reactor.core.publisher.Mono;

/**
 * 中间号平台: the exchange that lends numbers (A–X–B): whoever dials the lent number is put through to the caller, and
 * neither sees the other's. Run by a telephone company; may fail and be slow.
 */
public interface RelayNumbers {

    /**
     * Lends a number that reaches this caller.
     *
     * @return an error when none is to be had
     */
    Mono<Lent> bind(PhoneNumber caller, Instant until);

    /** What was called through a number while it was lent, oldest first. */
    Mono<List<RelayCall>> calls(String binding);

    /**
     * A number lent.
     *
     * @param binding names the loan at the exchange
     */
    record Lent(String binding, PhoneNumber number, Instant until) {}
}
