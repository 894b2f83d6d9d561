package cn.hotline.routing.catalogue.model;

import cn.hotline.chassis.Refusal;

/** Why the catalogue is not changed. */
public enum CatalogueRefusal implements Refusal {
    NO_DRAFT(Kind.STATE, "没有正在修改的草稿，请先修改条目再操作。"),
    NOTHING_CHANGED(Kind.RULE, "草稿与现行目录没有差别，不需要发布。"),
    CATALOGUE_FAULTY(Kind.RULE, "目录有冲突或错误，改正后才能发布。"),
    CATALOGUE_CHANGED_MEANWHILE(Kind.STATE, "现行目录已被他人更新，请刷新并重新核对差别后再发布。"),
    SHEET_FAULTY(Kind.RULE, "文件中有不能使用的行，整个文件没有导入，请按提示改正后重新导入。"),
    PROPOSAL_GONE(Kind.ABSENT, "没有找到这条建议，可能已被处理。");

    private final Kind kind;
    private final String sentence;

    CatalogueRefusal(Kind kind, String sentence) {
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
