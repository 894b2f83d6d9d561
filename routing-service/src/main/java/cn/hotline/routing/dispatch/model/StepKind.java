package cn.hotline.routing.dispatch.model;

import cn.hotline.chassis.Termed;

/** Kinds of steps in the course of a ticket (办理过程). */
public enum StepKind implements Termed {
    REGISTERED("受理转办"),
    CORRECTED("更正"),
    LEFT_TO_DISPATCHER("转派单员"),
    DISPATCHED("派单"),
    REDISPATCHED("改派"),
    ACKNOWLEDGED("签收"),
    REPLIED("答复"),
    REOPENED("二次办理"),
    CLOSED("办结");

    private final String term;

    StepKind(String term) {
        this.term = term;
    }

    @Override
    public String term() {
        return term;
    }
}
