package cn.hotline.followup.revisit.model;

import cn.hotline.chassis.Termed;

/** Kind of an appeal (诉求类别). */
public enum Kind implements Termed {
    CONSULTATION("咨询"),
    HELP("求助"),
    COMPLAINT("投诉"),
    REPORT("举报"),
    SUGGESTION("建议"),
    PRAISE("表扬"),
    OTHER("其他");

    private final String term;

    Kind(String term) {
        this.term = term;
    }

    @Override
    public String term() {
        return term;
    }
}
