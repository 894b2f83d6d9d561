package cn.hotline.followup.exclusion.model;

import cn.hotline.chassis.Termed;

/** Why no unit can be asked to meet a demand (不合理诉求的情形). None is proven by its name: the evidence says how it is known. */
public enum ExclusionGround implements Termed {
    OUT_OF_TERRITORY("不属于本行政区域"),
    IN_PROCEDURE("已进入诉讼、仲裁、纪检监察、复议、信息公开或信访程序"),
    AGAINST_LAW("违反法律法规或政策"),
    SECRET("涉及秘密、隐私或违背公序良俗"),
    UNTRUE("经核实不属实"),
    BEYOND_REASON("明显超出合理范围"),
    HEARD("经听证认定不合理"),
    FALSE_REPORT("为谋取私利虚假举报");

    private final String term;

    ExclusionGround(String term) {
        this.term = term;
    }

    @Override
    public String term() {
        return term;
    }
}
