package cn.hotline.routing.dispatch.model;

import cn.hotline.chassis.Refused;
import cn.hotline.routing.contract.RoutingEvent.Unit;
import cn.hotline.routing.units.model.Post;
import org.jspecify.annotations.Nullable;

/**
 * 人员: somebody at the hotline or in a unit, as the trail of a ticket names them.
 *
 * @param account stays in the state; the trail shows the name
 * @param unit null for people of the hotline itself
 * @param post their place in that unit; null without a unit
 */
public record Staff(
        String account,
        String name,
        @Nullable Unit unit,
        @Nullable Post post) {

    /** @throws Refused for people of the hotline itself */
    public Unit ofUnit() {
        if (unit == null) {
            throw new Refused(DispatchRefusal.ONLY_UNITS);
        }
        return unit;
    }

    /** Whether they are of that unit. */
    public boolean isOf(String unitCode) {
        return unit != null && unit.code().equals(unitCode);
    }

    /** Whether they head their unit, or stand in for whoever does. */
    public boolean leads() {
        return post != null && post.leads();
    }

    /** 李芳（城中区政府 经办人）. */
    public String words() {
        return unit == null || post == null ? name : name + "（" + unit.name() + " " + post.term() + "）";
    }
}
