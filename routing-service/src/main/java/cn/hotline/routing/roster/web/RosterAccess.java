package cn.hotline.routing.roster.web;

import cn.hotline.access.Person;
import cn.hotline.access.Role;
import cn.hotline.chassis.Refusal.General;
import cn.hotline.chassis.Refused;
import cn.hotline.routing.roster.model.RosterRefusal;
import cn.hotline.routing.units.Units;
import cn.hotline.routing.units.model.Unit;
import org.jspecify.annotations.Nullable;

/** Whose roster who may read and keep: a unit's people their own, the hotline's any; heads, deputies and administrators write. */
final class RosterAccess {

    private final Units units;

    RosterAccess(Units units) {
        this.units = units;
    }

    /**
     * @param code null or blank for their own
     * @throws Refused when there is none of that code, or not for them
     */
    Unit read(@Nullable String code, Person by) {
        String asked = code == null || code.isBlank() ? by.unit() : code;
        boolean theirs = by.is(Role.UNIT) ? asked != null && asked.equals(by.unit()) : asked != null;
        return units.find(theirs ? asked : "").orElseThrow(() -> new Refused(General.NOT_FOUND));
    }

    /** @throws Refused when it is not theirs to change */
    Unit write(@Nullable String code, Person by) {
        Unit unit = read(code, by);
        Refused.unless(keeps(by), RosterRefusal.ONLY_LEADERS);
        return unit;
    }

    boolean keeps(Person by) {
        return by.is(Role.UNIT) ? by.leads() : by.is(Role.ADMIN);
    }
}
