package cn.hotline.routing.unitsystem.model;

import cn.hotline.routing.contract.UnitAct;
import cn.hotline.routing.contract.UnitNotice;

/**
 * 消息专线 of one unit: which names on the broker are its own.
 *
 * @param dispatchTopic the unit's system reads it
 * @param handlingTopic the unit's system writes it
 * @param user whom the broker lets in; may be a prefix of no other user's, as a code has no full stop
 * @param groupPrefix what the names of its consumer groups must begin with
 */
public record Line(String dispatchTopic, String handlingTopic, String user, String groupPrefix) {

    public static Line of(String unit) {
        String user = "unit-" + unit;
        return new Line(UnitNotice.TOPICS + unit, UnitAct.TOPICS + unit, user, user + ".");
    }
}
