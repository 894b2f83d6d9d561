package cn.hotline.routing.dispatch.model;

import cn.hotline.chassis.PersonalData;
import java.time.Instant;

/**
 * What the hotline says to what a unit asks for.
 *
 * @param reason masked
 */
public record Decision(boolean approved, String reason, Staff by, Instant at) {

    public Decision {
        reason = PersonalData.mask(reason);
    }
}
