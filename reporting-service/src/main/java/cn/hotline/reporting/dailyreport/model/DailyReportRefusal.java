package cn.hotline.reporting.dailyreport.model;

import cn.hotline.chassis.Refusal;

/** Why a report cannot be given. */
public enum DailyReportRefusal implements Refusal {
    DAY_NOT_BEGUN(Kind.RULE, "这一天还没有到，没有日报。"),
    NO_SUCH_EDITION(Kind.ABSENT, "这一天的日报没有这个版本。"),
    NO_SUCH_FIGURE(Kind.ABSENT, "日报中没有这个数字，可查的有：calls、direct、forwarded、web、revisits、hot、hazards。");

    private final Kind kind;
    private final String sentence;

    DailyReportRefusal(Kind kind, String sentence) {
        this.kind = kind;
        this.sentence = sentence;
    }

    @Override
    public String sentence() {
        return sentence;
    }

    @Override
    public Kind kind() {
        return kind;
    }
}
