package cn.hotline.intake.relay.model;

import cn.hotline.intake.callers.model.PhoneNumber;
import java.time.Instant;

/**
 * 中间号绑定: a relay number by which a unit reaches the caller of a ticket.
 *
 * @param binding names the loan at the exchange
 * @param by account of who asked for it
 */
public record Relay(String ticket, String unit, String binding, PhoneNumber number, Instant until, String by) {

    public boolean isGoodAt(Instant now) {
        return now.isBefore(until);
    }
}
