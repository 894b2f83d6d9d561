package cn.hotline.routing.dispatch.model;

import cn.hotline.chassis.PersonalData;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * 答复: what a unit says it did.
 *
 * @param verified whether the appeal was found true (诉求属实); null when that does not apply
 * @param contacted whether the unit spoke with the caller
 * @param contactedAt null when not contacted or not told
 * @param account what was done, for the hotline; masked, never told outside
 * @param publicReply what the caller may read; masked
 * @param at when it was given
 */
public record Reply(
        @Nullable Boolean verified,
        boolean contacted,
        @Nullable Instant contactedAt,
        ReplyOutcome outcome,
        String account,
        String publicReply,
        Instant at) {

    public Reply {
        account = PersonalData.mask(account);
        publicReply = PersonalData.mask(publicReply);
    }
}
