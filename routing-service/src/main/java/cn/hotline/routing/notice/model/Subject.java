package cn.hotline.routing.notice.model;

import cn.hotline.chassis.Termed;

/** What a notice tells of. */
public enum Subject implements Termed {
    DISPATCHED("特急工单待签收"),
    HALF("时限过半"),
    HOURS_48("还剩48小时"),
    HOURS_24("还剩24小时"),
    HOURS_2("还剩2小时"),
    OVERDUE("已逾期"),
    DEPUTY("特急工单无人签收，请副职处置"),
    HEAD("特急工单无人签收，请负责人处置"),
    DUTY_OFFICE("特急工单承办单位无人签收，请总值班室处置");

    private final String term;

    Subject(String term) {
        this.term = term;
    }

    @Override
    public String term() {
        return term;
    }

    /** Whether it calls somebody because nobody acknowledged. */
    public boolean calls() {
        return this == DEPUTY || this == HEAD || this == DUTY_OFFICE;
    }
}
