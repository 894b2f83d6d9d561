package cn.hotline.routing.contract;

import java.util.Map;

/**
 * What the system of a unit writes on topic {@code hotline.handling.<unitCode>}, as CloudEvents in binary mode:
 * {@code ce_id}, by which an act is carried out once however often it is sent; {@code ce_type}, one of these; and
 * {@code ce_subject}, the ticket number. The body is what the same act takes over HTTP.
 */
public final class UnitAct {

    /** Topic of a unit is this and its code. */
    public static final String TOPICS = "hotline.handling.";

    /** 对账清单: the one that is about no ticket; its body is the list of open tickets. */
    public static final String OPEN_TICKETS = "cn.hotline.unit.open-tickets.v1";

    /** Wire name of every act on a ticket, written down once and never reused, and the act it is over HTTP. */
    public static final Map<String, String> WIRE_NAMES = Map.of(
            "cn.hotline.unit.acknowledge.v1", "acknowledge",
            "cn.hotline.unit.contact.v1", "contact",
            "cn.hotline.unit.return.v1", "return",
            "cn.hotline.unit.extension.v1", "extension",
            "cn.hotline.unit.co-reply.v1", "co-reply",
            "cn.hotline.unit.reply.v1", "reply");

    private UnitAct() {}
}
