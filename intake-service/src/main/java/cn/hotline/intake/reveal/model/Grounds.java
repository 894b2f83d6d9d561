package cn.hotline.intake.reveal.model;

import cn.hotline.chassis.Termed;

/** 查看依据: why somebody may look at what is sealed. */
public enum Grounds implements Termed {
    LIVE_CALL("本人正在办理的来电"),
    LIVE_REVISIT("本次回访"),
    STATED("说明了理由"),
    BREAK_GLASS("双人紧急查看"),
    RELAY_DOWN("中间号不可用，说明了理由"),
    HANDLING("承办需要，不含来电人");

    private final String term;

    Grounds(String term) {
        this.term = term;
    }

    @Override
    public String term() {
        return term;
    }

    /** Whether they show who the caller is. */
    public boolean showCaller() {
        return this != HANDLING;
    }
}
