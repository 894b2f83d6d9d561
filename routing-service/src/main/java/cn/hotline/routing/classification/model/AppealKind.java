package cn.hotline.routing.classification.model;

import cn.hotline.chassis.Termed;

/** What the caller wants, by Tianjin's DB12/T 1438-2025, and 其他. */
public enum AppealKind implements Termed {
    CONSULTATION("咨询", Urgency.SIMPLE),
    HELP("求助", Urgency.GENERAL),
    COMPLAINT("投诉", Urgency.GENERAL),
    REPORT("举报", Urgency.GENERAL),
    SUGGESTION("建议", Urgency.GENERAL),
    PRAISE("表扬", Urgency.SIMPLE),
    OTHER("其他", Urgency.GENERAL);

    private final String term;
    private final Urgency usual;

    AppealKind(String term, Urgency usual) {
        this.term = term;
        this.usual = usual;
    }

    @Override
    public String term() {
        return term;
    }

    /** The grade where neither words nor class say more. */
    public Urgency usual() {
        return usual;
    }

    /** Whether the grade of the class may count: a question about a hard matter is still an easy question. */
    public boolean takesGradeOfClass() {
        return usual != Urgency.SIMPLE;
    }
}
