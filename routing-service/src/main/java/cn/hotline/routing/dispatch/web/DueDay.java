package cn.hotline.routing.dispatch.web;

import cn.hotline.chassis.ChassisWiring;
import cn.hotline.routing.dispatch.DispatchFilter.Due;
import java.time.Instant;

/** When the next step of a ticket is due, as people ask for it. */
enum DueDay {
    /** 今日到期: today, and still to come. */
    TODAY,
    /** 已逾期. */
    OVERDUE;

    Due asOf(Instant now) {
        Instant tomorrow = now.atZone(ChassisWiring.ZONE)
                .toLocalDate()
                .plusDays(1)
                .atStartOfDay(ChassisWiring.ZONE)
                .toInstant();
        return this == TODAY ? new Due(now, tomorrow) : new Due(null, now);
    }
}
