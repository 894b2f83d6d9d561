package cn.hotline.intake.codes.model;

import cn.hotline.chassis.Termed;

/** 渠道大类: how the daily report counts a channel. */
public enum ChannelFamily implements Termed {
    CALL("电话"),
    WEB("网络"),
    HAZARD_BODY("隐患受理部门"),
    PARTNER("合作渠道"),
    WALK_IN("来访");

    private final String term;

    ChannelFamily(String term) {
        this.term = term;
    }

    @Override
    public String term() {
        return term;
    }
}
