package cn.hotline.routing.training;

import cn.hotline.routing.learning.LabelledText;
import java.util.ArrayList;
import java.util.List;

/** Tickets written for these tests, whose words the lexicon does not know as well as the people who corrected them. */
final class Schooling {

    static final String DOGS = "UM-DOGS";
    static final String BUSES = "TR-BUS";

    private static final List<String> PLACES = List.of("朝阳", "兴海路", "五四大街", "海湖", "西关", "南川", "湟水", "昆仑", "小桥", "火车站");

    private Schooling() {}

    /** So many of each class; in the lexicon's eyes 铲屎官 and 小蓝条 are nothing. */
    static List<LabelledText> tickets(int each) {
        var tickets = new ArrayList<LabelledText>();
        for (int i = 0; i < each; i++) {
            var place = PLACES.get(i % PLACES.size());
            tickets.add(new LabelledText("XN2611-D" + i, place + "铲屎官不文明", "楼下第" + i + "次踩到，铲屎官从不收拾，绿地没法走。", DOGS));
            tickets.add(new LabelledText("XN2611-B" + i, place + "小蓝条总不来", "等了" + i + "分钟小蓝条还没影，上班又迟到。", BUSES));
        }
        return tickets;
    }
}
