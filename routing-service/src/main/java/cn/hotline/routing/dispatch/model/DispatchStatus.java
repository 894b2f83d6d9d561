package cn.hotline.routing.dispatch.model;

import cn.hotline.chassis.Termed;
import java.util.Collections;
import java.util.EnumSet;
import java.util.Set;

/** How far the handling of a ticket has come. Where it may go from there is said by {@link Act}. */
public enum DispatchStatus implements Termed {
    PENDING_DISPATCH("待派单"),
    DISPATCHED("待签收"),
    IN_PROGRESS("办理中"),
    /** A unit objects; its clocks run on, and it acts on until somebody decides. */
    RETURN_REVIEW("退单审核中"),
    /** Sent back for the second time: whoever has it acts on (先办后议) until somebody rules. */
    ARBITRATION("会商裁定中"),
    /** No clock runs; somebody looks again on a day that is set. */
    SUSPENDED("挂账"),
    /** Answered in spite of doubts: somebody of the hotline reads the reply before it goes to revisit. */
    REPLIED("已反馈·待审核"),
    /** The reply was not good enough: the unit goes on, with less time. */
    REWORK("退回重办"),
    PENDING_FOLLOWUP("待回访"),
    SECOND_HANDLING("二次办理"),
    /** Whoever has it acts on until the hotline says who above them leads. */
    ESCALATED("提级办理"),
    CLOSED("已办结"),
    /** Nobody can be asked to meet the demand (剔除): it is left out of the unit's score. */
    CLOSED_UNSOLVABLE("解释办结"),
    WITHDRAWN("诉求人撤单"),
    /** Stands aside for another ticket; goes on where it was when that is undone. */
    MERGED("已并单");

    /** Those in which somebody has something to do with it, or will have. */
    public static final Set<DispatchStatus> OPEN =
            Collections.unmodifiableSet(EnumSet.complementOf(EnumSet.of(CLOSED, CLOSED_UNSOLVABLE, WITHDRAWN, MERGED)));

    /** Those of the open ones in which nobody has asked the caller yet. */
    static final Set<DispatchStatus> BEFORE_REVISIT = Collections.unmodifiableSet(
            EnumSet.complementOf(EnumSet.of(PENDING_FOLLOWUP, CLOSED, CLOSED_UNSOLVABLE, WITHDRAWN, MERGED)));

    /** Those in which a unit has something to do, by a deadline. */
    public static final Set<DispatchStatus> WITH_A_UNIT = Collections.unmodifiableSet(
            EnumSet.of(DISPATCHED, IN_PROGRESS, RETURN_REVIEW, ARBITRATION, REWORK, SECOND_HANDLING, ESCALATED));

    /** Those in which the unit that leads has taken it on, or acts as if it had. */
    static final Set<DispatchStatus> TAKEN_ON = Collections.unmodifiableSet(
            EnumSet.of(IN_PROGRESS, RETURN_REVIEW, ARBITRATION, REWORK, SECOND_HANDLING, ESCALATED));

    /** Those in which it may be answered, and whoever leads may bring in others. */
    static final Set<DispatchStatus> IN_WORK =
            Collections.unmodifiableSet(EnumSet.of(IN_PROGRESS, ARBITRATION, REWORK, SECOND_HANDLING, ESCALATED));

    private final String term;

    DispatchStatus(String term) {
        this.term = term;
    }

    @Override
    public String term() {
        return term;
    }
}
