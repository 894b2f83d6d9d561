package cn.hotline.followup.revisit.model;

import cn.hotline.chassis.Termed;

/** Why a caller is dissatisfied: tells what the unit owes from what nobody could have given. */
public enum DissatisfactionCause implements Termed {
    NOT_DONE("未办好"),
    ATTITUDE("态度"),
    CANNOT_BE_MET("诉求本身无法满足");

    private final String term;

    DissatisfactionCause(String term) {
        this.term = term;
    }

    @Override
    public String term() {
        return term;
    }
}
