package cn.hotline.followup.supervision;

import cn.hotline.followup.revisit.model.Matter;
import cn.hotline.followup.supervision.model.Watch;
import org.jspecify.annotations.Nullable;

/**
 * A watched ticket with what it is about.
 *
 * @param matter null while intake's event of it is still on its way; withheld when it is confidential
 */
public record SupervisionCase(Watch watch, @Nullable Matter matter) {

    static SupervisionCase of(Watch watch, @Nullable Matter matter) {
        return new SupervisionCase(watch, matter != null && matter.confidential() ? matter.withheld() : matter);
    }
}
