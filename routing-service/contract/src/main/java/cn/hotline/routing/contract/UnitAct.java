package cn.hotline.routing.contract;

import java.util.Map;

/**
 * What the system of a unit writes on topic {@code hotline.handling.<unitCode>}, as CloudEvents in binary mode:
 * {@code ce_id}, by which an act is carried out once however often it is sent; {@code ce_type}, one of these; and
 * {@code ce_subject}, the ticket number. The body is what the same act takes over HTTP; what stands in its path there,
 * such as the {@code unit} of {@code co-units-end}, is a field of it.
 */
public final class UnitAct {

    /** Topic of a unit is this and its code. */
    public static final String TOPICS = "hotline.handling.";

    /** 对账清单: the one that is about no ticket; its body is the list of open tickets. */
    public static final String OPEN_TICKETS = "cn.hotline.unit.open-tickets.v1";

    /** Wire name of every act on a ticket, written down once and never reused, and the act it is over HTTP. */
    public static final Map<String, String> WIRE_NAMES = Map.ofEntries(
            Map.entry("cn.hotline.unit.acknowledge.v1", "acknowledge"),
            Map.entry("cn.hotline.unit.contact.v1", "contact"),
            Map.entry("cn.hotline.unit.return.v1", "return"),
            Map.entry("cn.hotline.unit.extension.v1", "extension"),
            Map.entry("cn.hotline.unit.co-reply.v1", "co-reply"),
            Map.entry("cn.hotline.unit.reply.v1", "reply"),
            Map.entry("cn.hotline.unit.pass-down.v1", "pass-down"),
            Map.entry("cn.hotline.unit.hand-back.v1", "hand-back"),
            Map.entry("cn.hotline.unit.take-back.v1", "take-back"),
            Map.entry("cn.hotline.unit.whistle.v1", "whistle"),
            Map.entry("cn.hotline.unit.check-in.v1", "check-in"),
            Map.entry("cn.hotline.unit.co-units.v1", "co-units"),
            Map.entry("cn.hotline.unit.co-units-end.v1", "co-units/end"),
            Map.entry("cn.hotline.unit.reclassification.v1", "reclassification"));

    private UnitAct() {}
}
