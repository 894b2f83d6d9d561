package cn.hotline.reporting.ledger.model;

import cn.hotline.chassis.Termed;

/** What the desk did with a ticket when it was registered; decides whether its call counts as forwarded. */
public enum Disposition implements Termed {
    FORWARDED("转交责任单位"),
    ANSWERED("直接答复"),
    REJECTED("不予受理"),
    TRANSFERRED_OUT("转其他热线");

    private final String term;

    Disposition(String term) {
        this.term = term;
    }

    @Override
    public String term() {
        return term;
    }
}
