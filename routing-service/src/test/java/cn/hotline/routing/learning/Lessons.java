package cn.hotline.routing.learning;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Texts written for these tests: three classes, each told in several ways. */
public final class Lessons {

    static final String HEATING = "供热";
    static final String WAGES = "欠薪";
    static final String BUSES = "公交";

    private static final Map<String, List<String>> TITLES = Map.of(
            HEATING, List.of("家里暖气不热", "供热站停暖没有通知", "暖气片漏水没人修", "采暖费退费难"),
            WAGES, List.of("工地拖欠农民工工资", "公司三个月不发工资", "老板拖欠加班费", "离职后工资一直未结算"),
            BUSES, List.of("公交车迟迟不来", "公交司机到站不停车", "建议增加早班公交", "公交站牌被遮挡"));
    private static final Map<String, List<String>> DETAILS = Map.of(
            HEATING, List.of("室温只有十五度，老人孩子受不了。", "打了供热公司电话，说换热站在检修。", "已经交了取暖费，要求尽快恢复供暖。"),
            WAGES, List.of("二十多名工人的血汗钱至今没有着落。", "劳动合同在公司手里，希望劳动监察介入。", "项目已经完工，包工头不接电话。"),
            BUSES, List.of("早高峰等了四十分钟才来一辆。", "上班族每天在站台挤不上车。", "希望公交公司调整线路和班次。"));

    private Lessons() {}

    /** Twelve of each class. */
    static List<LabelledText> all() {
        return of(HEATING, WAGES, BUSES);
    }

    static List<LabelledText> of(String... labels) {
        var texts = new ArrayList<LabelledText>();
        for (var label : labels) {
            for (var title : TITLES.get(label)) {
                for (var details : DETAILS.get(label)) {
                    texts.add(new LabelledText("L" + texts.size(), title, details, label));
                }
            }
        }
        return texts;
    }
}
