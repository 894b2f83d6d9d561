package cn.hotline.reporting.dailyreport.model;

import cn.hotline.chassis.Termed;

/** What a call came to in the report; every call has exactly one (domain.md 9.1). */
public enum CallResult implements Termed {
    DIRECT("直接办理"),
    FORWARDED("转交责任单位办理");

    private final String term;

    CallResult(String term) {
        this.term = term;
    }

    @Override
    public String term() {
        return term;
    }
}
