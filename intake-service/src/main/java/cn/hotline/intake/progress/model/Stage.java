package cn.hotline.intake.progress.model;

import cn.hotline.chassis.Termed;

/** 办理阶段: where a ticket stands, as a caller may be told. */
public enum Stage implements Termed {
    DISPUTED("正在核定承办单位"),
    DISPATCHED("已派单"),
    IN_PROGRESS("办理中"),
    SUSPENDED("暂缓办理"),
    REPLIED("已答复"),
    REVISITING("回访中"),
    SECOND_HANDLING("二次办理"),
    CLOSED("已办结"),
    /** Nobody can be asked to meet the demand; the caller was told why and may appeal. */
    CLOSED_UNSOLVABLE("解释办结");

    private final String term;

    Stage(String term) {
        this.term = term;
    }

    @Override
    public String term() {
        return term;
    }
}
