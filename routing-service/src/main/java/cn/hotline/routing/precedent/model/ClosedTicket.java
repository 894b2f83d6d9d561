package cn.hotline.routing.precedent.model;

/**
 * A ticket that was answered to the end; none of those that are confidential.
 *
 * @param title masked
 * @param content masked
 * @param code of its class
 * @param category term of its class
 * @param unit name of the unit that answered it
 */
public record ClosedTicket(String number, String title, String content, String code, String category, String unit) {}
