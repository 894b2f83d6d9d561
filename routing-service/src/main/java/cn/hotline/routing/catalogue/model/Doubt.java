package cn.hotline.routing.catalogue.model;

/** Why a person should look before an appeal is dispatched. */
public enum Doubt {
    CATEGORY_UNKNOWN("未识别出诉求分类"),
    CATEGORY_UNSURE("诉求分类把握不足"),
    PLACE_UNKNOWN("未识别出属地"),
    PLACE_UNSURE("属地把握不足"),
    NO_ENTRY("派单目录中没有对应条目");

    private final String term;

    Doubt(String term) {
        this.term = term;
    }

    public String term() {
        return term;
    }
}
