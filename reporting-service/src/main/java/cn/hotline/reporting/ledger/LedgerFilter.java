package cn.hotline.reporting.ledger;

import cn.hotline.reporting.ledger.model.LedgerStatus;
import org.jspecify.annotations.Nullable;

/**
 * Which rows are asked for; a null part does not filter.
 *
 * @param receivedOn day the tickets were received, {@code yyyy-MM-dd}
 * @param channel channel code
 * @param unit code of the lead unit
 * @param tag code of a tag
 */
public record LedgerFilter(
        String receivedOn,
        @Nullable LedgerStatus status,
        @Nullable String channel,
        @Nullable String unit,
        @Nullable String tag) {

    /** Whether it asks what a ticket is about: so no confidential one (保密) is found, since that could be tried out. */
    public boolean asksForContents() {
        return tag != null;
    }
}
