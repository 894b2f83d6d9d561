package cn.hotline.routing.replycheck.model;

import cn.hotline.chassis.Termed;

/** Whether whoever asked can be spoken with. */
public enum Reach implements Termed {
    REACHABLE("可以联系"),
    ANONYMOUS("匿名且未留号码"),
    WANTS_NONE("不要求回复");

    private final String term;

    Reach(String term) {
        this.term = term;
    }

    @Override
    public String term() {
        return term;
    }
}
