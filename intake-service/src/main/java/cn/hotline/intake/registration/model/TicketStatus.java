package cn.hotline.intake.registration.model;

import cn.hotline.chassis.Termed;

/** 工单状态, as intake sees it; the handling in between is routing's. */
public enum TicketStatus implements Termed {
    FORWARDED("已转办"),
    CLOSED_DIRECT("直接办结"),
    REJECTED("不予受理"),
    TRANSFERRED_OUT("已转其他热线"),
    CLOSED("已办结");

    private final String term;

    TicketStatus(String term) {
        this.term = term;
    }

    @Override
    public String term() {
        return term;
    }

    /** The whole life cycle: only a forwarded ticket has anything ahead of it. */
    public boolean mayBecome(TicketStatus next) {
        return switch (this) {
            case FORWARDED -> next == CLOSED;
            case CLOSED_DIRECT, REJECTED, TRANSFERRED_OUT, CLOSED -> false;
        };
    }
}
