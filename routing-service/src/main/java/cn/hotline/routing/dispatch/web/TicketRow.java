package cn.hotline.routing.dispatch.web;

/** One line of a list. */
record TicketRow(TicketPage ticket, boolean current) {}
