package cn.hotline.reporting.ledger.model;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What intake told of a ticket after it was registered.
 *
 * @param supplements how often the caller added something
 * @param urges how often the caller pressed
 * @param follows number of the ticket it is merged into; null while it stands alone
 * @param withdrawnAt null while the caller wants it handled
 */
public record Sequel(
        int supplements,
        int urges,
        @Nullable String follows,
        @Nullable Instant withdrawnAt) {

    static final Sequel NONE = new Sequel(0, 0, null, null);

    Sequel supplemented() {
        return new Sequel(supplements + 1, urges, follows, withdrawnAt);
    }

    Sequel urged() {
        return new Sequel(supplements, urges + 1, follows, withdrawnAt);
    }

    Sequel following(@Nullable String master) {
        return new Sequel(supplements, urges, master, withdrawnAt);
    }

    Sequel withdrawn(Instant at) {
        return new Sequel(supplements, urges, follows, at);
    }
}
