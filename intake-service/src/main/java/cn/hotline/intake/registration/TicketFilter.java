package cn.hotline.intake.registration;

import cn.hotline.intake.registration.model.Kind;
import cn.hotline.intake.registration.model.TicketStatus;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Which tickets a list shows; a null component does not restrict.
 *
 * @param text a ticket number, or words of title or content
 * @param category category code the operator chose
 * @param county county code: tickets whose place was chosen there
 * @param caller token of the caller
 * @param from earliest receipt
 * @param before receipts before this
 */
public record TicketFilter(
        @Nullable String text,
        @Nullable TicketStatus status,
        @Nullable Kind kind,
        @Nullable String category,
        @Nullable String channel,
        @Nullable String county,
        @Nullable String caller,
        @Nullable Instant from,
        @Nullable Instant before) {

    public static TicketFilter ofCaller(String token) {
        return new TicketFilter(null, null, null, null, null, null, token, null, null);
    }
}
