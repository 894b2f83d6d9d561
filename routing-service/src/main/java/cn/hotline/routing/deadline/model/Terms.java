package cn.hotline.routing.deadline.model;

/**
 * 办理规则: until when what may be done to a dispatched ticket, beside its deadlines.
 *
 * @param objection how long after its dispatch a unit may send a ticket back (退单)
 * @param recall how long after a dispatch the hotline may simply take it back (收回)
 */
public record Terms(TimeLimit objection, TimeLimit recall) {}
