package cn.hotline.routing.dispatch.model;

import cn.hotline.chassis.Termed;
import java.util.Set;

/** How far the handling of a ticket has come, and where it may go from there. */
public enum DispatchStatus implements Termed {
    PENDING_DISPATCH("待派单"),
    DISPATCHED("待签收"),
    IN_PROGRESS("办理中"),
    PENDING_FOLLOWUP("待回访"),
    SECOND_HANDLING("二次办理"),
    CLOSED("已办结");

    private final String term;

    DispatchStatus(String term) {
        this.term = term;
    }

    @Override
    public String term() {
        return term;
    }

    /**
     * Whether the next status may follow; {@link #DISPATCHED} follows itself when a ticket is dispatched anew (改派), and
     * {@link #PENDING_DISPATCH} whatever is in hand when the unit turns out to be accused (回避).
     */
    public boolean mayBecome(DispatchStatus next) {
        return switch (this) {
            case PENDING_DISPATCH -> next == DISPATCHED;
            case DISPATCHED -> Set.of(DISPATCHED, IN_PROGRESS, PENDING_DISPATCH).contains(next);
            case IN_PROGRESS, SECOND_HANDLING ->
                Set.of(PENDING_FOLLOWUP, PENDING_DISPATCH).contains(next);
            case PENDING_FOLLOWUP -> Set.of(CLOSED, SECOND_HANDLING).contains(next);
            case CLOSED -> false;
        };
    }
}
