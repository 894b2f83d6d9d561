package cn.hotline.followup.supervision;

import cn.hotline.followup.supervision.model.Standing;
import org.jspecify.annotations.Nullable;

/**
 * Which tickets a list shows.
 *
 * @param standing how their latest urge or supervision stands; null for any
 * @param escalated only those that are escalated, with or without one
 * @param unit code of who is to have them, and whose the latest is to be; null for all
 */
public record WatchFilter(
        @Nullable Standing standing,
        boolean escalated,
        @Nullable String unit) {

    public static WatchFilter standing(@Nullable Standing standing, @Nullable String unit) {
        return new WatchFilter(standing, false, unit);
    }

    public static WatchFilter escalated(@Nullable String unit) {
        return new WatchFilter(null, true, unit);
    }
}
