package cn.hotline.intake.registration.model;

import cn.hotline.chassis.Termed;
import java.util.Set;

/** 工单状态, as intake sees it; the handling in between is routing's. */
public enum TicketStatus implements Termed {
    FORWARDED("已转办"),
    CLOSED_DIRECT("直接办结"),
    REJECTED("不予受理"),
    TRANSFERRED_OUT("已转其他热线"),
    CLOSED("已办结"),
    /** Handled with another ticket; the caller still gets an answer and a revisit of their own. */
    MERGED("已并单"),
    /** The caller no longer wants it handled; says nothing about satisfaction. */
    WITHDRAWN("已撤单");

    private final String term;

    TicketStatus(String term) {
        this.term = term;
    }

    @Override
    public String term() {
        return term;
    }

    /** Whether somebody handles it, by itself or with another one. */
    public boolean isHandled() {
        return this == FORWARDED || this == MERGED;
    }

    /**
     * The whole life cycle: only a ticket that somebody handles has anything ahead of it, or one whose caller appeals
     * against being left without a revisit.
     */
    public boolean mayBecome(TicketStatus next) {
        return switch (this) {
            case FORWARDED -> Set.of(CLOSED, MERGED, WITHDRAWN).contains(next);
            case MERGED -> Set.of(CLOSED, FORWARDED, WITHDRAWN).contains(next);
            case CLOSED -> Set.of(FORWARDED, MERGED).contains(next);
            case CLOSED_DIRECT, REJECTED, TRANSFERRED_OUT, WITHDRAWN -> false;
        };
    }
}
