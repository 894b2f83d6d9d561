package cn.hotline.reporting.ledger.model;

import cn.hotline.chassis.Refusal;

/** Why the ledger is not answered. */
public enum LedgerRefusal implements Refusal {
    TOO_MANY_ROWS("符合条件的工单超过 10000 件，一次不能导出；请按状态、渠道或单位缩小范围后再导出。");

    private final String sentence;

    LedgerRefusal(String sentence) {
        this.sentence = sentence;
    }

    @Override
    public String sentence() {
        return sentence;
    }

    @Override
    public Kind kind() {
        return Kind.RULE;
    }
}
