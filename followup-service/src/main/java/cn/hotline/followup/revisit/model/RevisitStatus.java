package cn.hotline.followup.revisit.model;

import cn.hotline.chassis.Termed;
import java.util.Set;

/** How far a revisit has come: its whole life cycle. */
public enum RevisitStatus implements Termed {
    /** The unit has not answered, or its reply is not accepted yet. */
    NOT_DUE("未到回访"),
    /** The caller is to be called. */
    SCHEDULED("待回访"),
    /** Called in vain as often as the rule asks; says nothing about satisfaction. */
    UNREACHED("未接通"),
    /** The caller has given a verdict. */
    DONE("已回访"),
    /** The caller wished no call. */
    SKIPPED("免回访"),
    /** Two people found that no unit can be asked to meet the demand (剔除); the caller may appeal. */
    EXCLUDED("解释办结"),
    /** The caller no longer wants it handled: there is nothing to ask. */
    WITHDRAWN("已撤单");

    private final String term;

    RevisitStatus(String term) {
        this.term = term;
    }

    @Override
    public String term() {
        return term;
    }

    /**
     * What is over begins anew when the unit answers a second time (二次办理), and waits again when a merge is undone whose
     * answer it was to ask about. What was excluded is called after all when the caller's appeal is allowed.
     */
    public boolean mayBecome(RevisitStatus next) {
        return switch (this) {
            case NOT_DUE -> Set.of(NOT_DUE, SCHEDULED, SKIPPED, WITHDRAWN).contains(next);
            case SCHEDULED ->
                Set.of(SCHEDULED, UNREACHED, DONE, SKIPPED, EXCLUDED, NOT_DUE, WITHDRAWN)
                        .contains(next);
            case UNREACHED, DONE, SKIPPED -> next == NOT_DUE;
            case EXCLUDED -> Set.of(EXCLUDED, SCHEDULED).contains(next);
            case WITHDRAWN -> false;
        };
    }
}
