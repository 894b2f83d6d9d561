package cn.hotline.intake.merging.model;

import cn.hotline.chassis.Termed;

/** How far a merge has come. Between beginning and end it is carried on by whoever finds it. */
public enum MergeStatus implements Termed {
    MERGING("并单中"),
    MERGED("已并单"),
    UNDOING("撤销中"),
    UNDONE("已撤销"),
    /** The master, or every other ticket, could not be merged any more. */
    FAILED("未并成");

    private final String term;

    MergeStatus(String term) {
        this.term = term;
    }

    @Override
    public String term() {
        return term;
    }

    public boolean isUnderWay() {
        return this == MERGING || this == UNDOING;
    }
}
