package cn.hotline.routing.training;

import cn.hotline.routing.learning.LabelledText;
import java.util.ArrayList;
import java.util.List;

/** Tickets written for these tests, whose words the lexicon does not know as well as the people who corrected them. */
final class Schooling {

    static final String DOGS = "UM-DOGS";
    static final String BUSES = "TR-BUS";

    private static final List<String> PLACES = List.of("朝阳", "兴海路", "五四大街", "海湖", "西关", "南川", "湟水", "昆仑", "小桥", "火车站");

    /** Two classes of the third level in {@link #DOGS}. */
    static final String STRAY = "UM-DOGS-STRAY";

    static final String BARKING = "UM-DOGS-BARK";

    private static final List<String> TOLD =
            List.of("孩子上学不敢走", "物业说管不了", "老人心脏受不了", "已经跟他讲过三次", "大门口那棵树底下", "从去年冬天开始", "对面单元都知道");

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

    /** The same, and so many about dogs that are told further apart, in words of which the lexicon knows none. */
    static List<LabelledText> toTheThird(int each) {
        var tickets = new ArrayList<>(tickets(each));
        for (int i = 0; i < each; i++) {
            var place = PLACES.get(i % PLACES.size());
            var told = TOLD.get(i % TOLD.size());
            tickets.add(new LabelledText("XN2611-S" + i, place + "大黄无主", told + "，铲屎官走了，大黄无主第" + i + "天", STRAY));
            tickets.add(new LabelledText("XN2611-N" + i, place + "半夜汪汪", "铲屎官第" + i + "回不管，半夜汪汪，" + told, BARKING));
        }
        return tickets;
    }
}
