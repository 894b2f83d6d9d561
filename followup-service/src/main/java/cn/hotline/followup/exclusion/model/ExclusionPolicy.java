package cn.hotline.followup.exclusion.model;

import java.time.Duration;
import java.time.Instant;

/**
 * How long an exclusion may be appealed against: a setting, not a constant.
 *
 * @param appealWithin so long after the approval the caller may appeal
 */
public record ExclusionPolicy(Duration appealWithin) {

    Instant appealUntil(Instant approvedAt) {
        return approvedAt.plus(appealWithin);
    }
}
