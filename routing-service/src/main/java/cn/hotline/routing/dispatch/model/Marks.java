package cn.hotline.routing.dispatch.model;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * 标记: what is true of a ticket beside its status.
 *
 * @param urged how often the caller pressed (催办)
 * @param supplemented how often the caller added something (补充)
 * @param aside where it goes on when its merge is undone; null while it is not merged
 */
public record Marks(int urged, int supplemented, @Nullable Aside aside) {

    static final Marks NONE = new Marks(0, 0, null);

    Marks urgedAgain() {
        return new Marks(urged + 1, supplemented, aside);
    }

    Marks supplementedAgain() {
        return new Marks(urged, supplemented + 1, aside);
    }

    Marks with(@Nullable Aside other) {
        return new Marks(urged, supplemented, other);
    }

    /**
     * 并单: it stands aside for another ticket.
     *
     * @param master number of the ticket it was merged into
     * @param was where it stood
     */
    public record Aside(String master, DispatchStatus was, Instant since) {}
}
