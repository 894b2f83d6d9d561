package cn.hotline.followup.revisit;

import cn.hotline.chassis.Aggregates.Versioned;
import cn.hotline.followup.revisit.model.Matter;
import cn.hotline.followup.revisit.model.Revisit;
import cn.hotline.followup.revisit.model.Revisitor;
import org.jspecify.annotations.Nullable;

/**
 * What lies before a revisitor: the revisit, and what was asked.
 *
 * @param matter null while intake's event of it is still on its way
 * @param withheld whether it is kept from this revisitor, who has not taken a confidential matter by name; while it is
 *     not known whether the matter is, it is taken for one
 */
public record RevisitCase(
        Revisit revisit, long version, @Nullable Matter matter, boolean withheld) {

    static RevisitCase of(Versioned<Revisit> stored, @Nullable Matter matter, Revisitor by) {
        Revisit revisit = stored.state();
        return (matter == null || matter.confidential()) && !revisit.isTakenBy(by)
                ? new RevisitCase(revisit.withheld(), stored.version(), matter == null ? null : matter.withheld(), true)
                : new RevisitCase(revisit, stored.version(), matter, false);
    }
}
