package cn.hotline.intake.registration.model;

import cn.hotline.chassis.Termed;

/** 来电结果: what came of an answered call; each call has exactly one. */
public enum CallOutcome implements Termed {
    TICKETS("形成工单"),
    PROGRESS("查询进度"),
    PRAISE("表扬感谢"),
    SILENT("无声电话"),
    ABUSE("骚扰电话"),
    REFUSED("不予受理"),
    TRANSFERRED("转其他热线"),
    OTHER("其他");

    private final String term;

    CallOutcome(String term) {
        this.term = term;
    }

    @Override
    public String term() {
        return term;
    }
}
