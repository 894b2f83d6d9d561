package cn.hotline.followup.supervision;

import cn.hotline.followup.revisit.model.Matter;
import cn.hotline.followup.supervision.model.Watch;
import org.jspecify.annotations.Nullable;

/**
 * A watched ticket with what it is about, as whoever asks may see it.
 *
 * @param watch of a unit its own only; without a written word when the ticket is confidential, or nobody knows yet
 * @param matter null while intake's event of it is still on its way; withheld when it is confidential
 */
public record SupervisionCase(Watch watch, @Nullable Matter matter) {

    /** @param unit code of the unit that asks; null for the hotline's people */
    static SupervisionCase of(Watch watch, @Nullable Matter matter, @Nullable String unit) {
        Watch seen = unit == null ? watch : watch.ownOf(unit);
        boolean withheld = matter == null || matter.confidential();
        return new SupervisionCase(
                withheld ? seen.withheld() : seen, matter == null || !withheld ? matter : matter.withheld());
    }
}
