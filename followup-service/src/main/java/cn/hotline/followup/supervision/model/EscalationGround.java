package cn.hotline.followup.supervision.model;

import cn.hotline.chassis.Termed;

/** Why a ticket is one for those above its unit. */
public enum EscalationGround implements Termed {
    REWORKS("多次退回重办"),
    UNITS("多次转派"),
    OVERDUE("长期逾期"),
    OFFICE("督办提级");

    private final String term;

    EscalationGround(String term) {
        this.term = term;
    }

    @Override
    public String term() {
        return term;
    }
}
