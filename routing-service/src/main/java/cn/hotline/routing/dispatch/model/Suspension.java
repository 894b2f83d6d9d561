package cn.hotline.routing.dispatch.model;

import cn.hotline.chassis.PersonalData;
import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * 挂账: the clock stands still for what nobody can do now (season, project, law suit), until a day on which somebody
 * looks again.
 *
 * @param reason masked
 * @param reviewOn on which day it is looked at again at the latest
 * @param approvedBy who signed for it; an office or a post
 * @param until when the clock ran again; null while it stands
 */
public record Suspension(
        String reason,
        LocalDate reviewOn,
        String approvedBy,
        Staff by,
        Instant from,
        @Nullable Instant until) {

    public Suspension {
        reason = PersonalData.mask(reason);
        approvedBy = PersonalData.mask(approvedBy);
    }

    Suspension ended(Instant at) {
        return new Suspension(reason, reviewOn, approvedBy, by, from, at);
    }
}
