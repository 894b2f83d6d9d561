package cn.hotline.followup.exclusion.model;

import cn.hotline.chassis.Termed;

/**
 * How far an exclusion has come: its whole life cycle. Proposed to approved, refused or lapsed; approved to appealed; appealed
 * to upheld or revoked.
 */
public enum ExclusionStatus implements Termed {
    /** The caller is not called until somebody else decides. */
    PROPOSED("待审批"),
    /** Appeal is possible. */
    APPROVED("已剔除"),
    /** The caller is called like every other. */
    REFUSED("不予剔除"),
    APPEALED("申诉待审"),
    UPHELD("维持剔除"),
    /** Counts again, and the caller is called after all. */
    REVOKED("撤销剔除"),
    /** Nobody decided before the ticket went another way: withdrawn, merged. */
    LAPSED("已失效");

    private final String term;

    ExclusionStatus(String term) {
        this.term = term;
    }

    @Override
    public String term() {
        return term;
    }

    /** Whether somebody has something to decide. */
    public boolean waits() {
        return this == PROPOSED || this == APPEALED;
    }
}
