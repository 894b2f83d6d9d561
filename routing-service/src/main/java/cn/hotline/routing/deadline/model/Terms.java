package cn.hotline.routing.deadline.model;

import java.time.LocalTime;

/**
 * 办理规则: until when what may be done to a dispatched ticket, beside its deadlines.
 *
 * @param objection how long after its dispatch a unit may send a ticket back (退单)
 * @param recall how long after a dispatch the hotline may simply take it back (收回)
 * @param extensions how often more time may be granted for one ticket (延期)
 * @param extensionDays how many days at most each time
 * @param extensionCutOff until when on the day it is due more time may be asked for; 17:00 in Xining
 */
public record Terms(
        TimeLimit objection, TimeLimit recall, int extensions, int extensionDays, LocalTime extensionCutOff) {}
