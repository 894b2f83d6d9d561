package cn.hotline.followup.revisit.model;

import cn.hotline.chassis.Termed;

/** Why a call came to nothing. */
public enum AttemptResult implements Termed {
    NO_ANSWER("无人接听", true),
    WRONG_NUMBER("号码有误", true),
    REFUSED("拒绝回访", true),
    /** The caller answered and wishes another time: no call in vain. */
    POSTPONED("约定再访", false);

    private final String term;
    private final boolean inVain;

    AttemptResult(String term, boolean inVain) {
        this.term = term;
        this.inVain = inVain;
    }

    @Override
    public String term() {
        return term;
    }

    /** Whether it counts towards giving up. */
    public boolean inVain() {
        return inVain;
    }
}
