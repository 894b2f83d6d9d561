package cn.hotline.routing.dispatch.model;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * 标记: what is true of a ticket beside its status.
 *
 * @param urged how often the caller pressed (催办)
 * @param supplemented how often the caller added something (补充)
 * @param escalated 提级: whether it is one for the unit's head and the city office
 * @param aside since when nobody has to handle it; null while somebody has to
 */
public record Marks(
        int urged,
        int supplemented,
        boolean escalated,
        @Nullable Aside aside) {

    static final Marks NONE = new Marks(0, 0, false, null);

    Marks urgedAgain() {
        return new Marks(urged + 1, supplemented, escalated, aside);
    }

    Marks supplementedAgain() {
        return new Marks(urged, supplemented + 1, escalated, aside);
    }

    Marks raised() {
        return new Marks(urged, supplemented, true, aside);
    }

    Marks with(@Nullable Aside other) {
        return new Marks(urged, supplemented, escalated, other);
    }

    /**
     * 撤单、并单: set aside.
     *
     * @param master number of the ticket it was merged into; null when it was withdrawn
     * @param was where it stood, and stands again when that is undone
     */
    public record Aside(@Nullable String master, DispatchStatus was, Instant since) {

        /** Found elsewhere than it stood when that is undone. */
        Aside comingBackTo(DispatchStatus other) {
            return new Aside(master, other, since);
        }
    }
}
