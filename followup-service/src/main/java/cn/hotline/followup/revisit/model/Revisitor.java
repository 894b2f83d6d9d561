package cn.hotline.followup.revisit.model;

import cn.hotline.followup.exclusion.model.Signature;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * 回访员: who calls or decides, and whose name stands in the history.
 *
 * @param account stays in the state
 * @param unit code of a unit they are also of; null for people of the hotline
 */
public record Revisitor(
        String account, String name, @Nullable String unit) {

    Signature signs(Instant at) {
        return new Signature(account, name, at);
    }

    /** Whether this is their own answer, or their unit's. */
    boolean gave(Reply reply) {
        return account.equals(reply.by()) || reply.unit().code().equals(unit);
    }
}
