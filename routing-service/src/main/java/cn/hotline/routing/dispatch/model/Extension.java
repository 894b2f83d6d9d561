package cn.hotline.routing.dispatch.model;

import cn.hotline.chassis.PersonalData;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * 延期: a unit asks for more time.
 *
 * @param days working days where the grade counts working time, else days by the clock
 * @param reason masked
 * @param interim 阶段性答复, what the caller is told meanwhile; masked; null when nothing was written
 * @param decision null while it waits
 */
public record Extension(
        int days,
        String reason,
        @Nullable String interim,
        Staff by,
        Instant at,
        @Nullable Decision decision) {

    public Extension {
        reason = PersonalData.mask(reason);
        interim = interim == null ? null : PersonalData.mask(interim);
    }

    Extension decided(Decision made) {
        return new Extension(days, reason, interim, by, at, made);
    }

    /** Whether it was refused: then it counts for nothing. */
    public boolean refused() {
        return decision != null && !decision.approved();
    }
}
