package cn.hotline.routing.unitsystem;

import cn.hotline.chassis.event.EventFamily;
import cn.hotline.routing.contract.UnitNotice;

/**
 * A notice as it lies in the box of its unit.
 *
 * @param sequence counts all letters of the unit, from 1 without gaps
 * @param thread what it belongs to: a ticket, or one act
 * @param version of the dispatch it speaks of; 0 where it is about none
 */
public record Letter(String unit, long sequence, String thread, long version, UnitNotice notice) {

    /** How notices are called, written and read; each unit has a topic of its own. */
    public static final EventFamily<UnitNotice> FAMILY = new EventFamily<>(
            UnitNotice.class, UnitNotice.TOPICS, UnitNotice.WIRE_NAMES, UnitNotice::subject, UnitNotice::at);

    /**
     * What is to be put into a box.
     *
     * @param version of the dispatch it speaks of; 0 where it is about none
     */
    public record Draft(UnitNotice notice, long version) {}
}
