package cn.hotline.access;

import cn.hotline.chassis.Termed;

/** What somebody is at the hotline to do; the claim {@code roles} of a token. */
public enum Role implements Termed {
    OPERATOR("话务员"),
    DISPATCHER("派单员"),
    UNIT("承办单位"),
    REVISITOR("回访员"),
    SUPERVISOR("督办员"),
    CITY_OFFICE("市政府办"),
    ADMIN("系统管理员"),
    AUDITOR("审计员"),
    PARTNER("合作单位");

    private final String term;

    Role(String term) {
        this.term = term;
    }

    @Override
    public String term() {
        return term;
    }
}
