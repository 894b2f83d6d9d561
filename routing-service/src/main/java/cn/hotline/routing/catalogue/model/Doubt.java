package cn.hotline.routing.catalogue.model;

import cn.hotline.chassis.Termed;

/** Why a person should look before an appeal is dispatched. */
public enum Doubt implements Termed {
    CATEGORY_UNKNOWN("未识别出诉求分类"),
    CATEGORY_UNSURE("诉求分类把握不足"),
    PLACE_UNKNOWN("未识别出属地"),
    PLACE_UNSURE("属地把握不足"),
    PLACE_OUTSIDE("地址在本市之外，请核对后转外地热线"),
    NO_ENTRY("派单目录中没有对应条目"),
    NO_DUTY("特急工单须由排了值班、留有24小时值班电话的单位接，建议的主办单位没有"),
    UNIT_CONCERNED("诉求反映的是承办单位或其工作人员，该单位须回避"),
    STAFF_ACCUSED("诉求反映工作人员的问题，请核对是哪个单位，该单位须回避");

    private final String term;

    Doubt(String term) {
        this.term = term;
    }

    @Override
    public String term() {
        return term;
    }
}
