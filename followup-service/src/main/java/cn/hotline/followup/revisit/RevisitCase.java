package cn.hotline.followup.revisit;

import cn.hotline.chassis.Aggregates.Versioned;
import cn.hotline.followup.revisit.model.Matter;
import cn.hotline.followup.revisit.model.Revisit;
import org.jspecify.annotations.Nullable;

/**
 * What lies before a revisitor: the revisit, and what was asked.
 *
 * @param matter null while intake's event of it is still on its way
 */
public record RevisitCase(
        Revisit revisit, long version, @Nullable Matter matter) {

    static RevisitCase of(Versioned<Revisit> stored, @Nullable Matter matter) {
        return new RevisitCase(stored.state(), stored.version(), matter);
    }
}
