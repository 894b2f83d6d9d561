package cn.hotline.intake.registration.model;

import cn.hotline.chassis.Termed;

/** 受理方式: what the desk does with a request at once. */
public enum Disposition implements Termed {
    FORWARD("转办"),
    ANSWER("直接答复"),
    REJECT("不予受理"),
    TRANSFER_OUT("转其他热线");

    private final String term;

    Disposition(String term) {
        this.term = term;
    }

    @Override
    public String term() {
        return term;
    }

    /** The status a ticket begins with. */
    TicketStatus begins() {
        return switch (this) {
            case FORWARD -> TicketStatus.FORWARDED;
            case ANSWER -> TicketStatus.CLOSED_DIRECT;
            case REJECT -> TicketStatus.REJECTED;
            case TRANSFER_OUT -> TicketStatus.TRANSFERRED_OUT;
        };
    }
}
