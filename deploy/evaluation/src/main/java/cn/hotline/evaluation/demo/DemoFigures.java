package cn.hotline.evaluation.demo;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/** What Xining printed of 18 June 2024 (西宁市工作日报、安全隐患举报受理情况日报), and what the demo day comes to. */
final class DemoFigures {

    static final int CALLS = 1084;
    static final int DIRECT = 625;
    static final int FORWARDED = 459;
    static final int REVISITS = 221;
    static final int HAZARDS = 53;

    /** Messages by channel, in the order printed. */
    static final Map<String, Integer> WEB =
            ordered("WECHAT", 55, "MAYOR_MAILBOX", 31, "NET_INFO_OFFICE", 1, "PROVINCE_PORTAL", 1);

    /** Hottest groups of calls and messages, in the order printed. */
    static final Map<String, Integer> HOT = ordered("物业服务", 62, "消费维权", 46, "噪音问题", 43);

    private DemoFigures() {}

    static int web() {
        return WEB.values().stream().mapToInt(Integer::intValue).sum();
    }

    private static Map<String, Integer> ordered(Object... namesAndCounts) {
        Map<String, Integer> counts = new LinkedHashMap<>();
        for (int i = 0; i < namesAndCounts.length; i += 2) {
            counts.put((String) namesAndCounts[i], (Integer) namesAndCounts[i + 1]);
        }
        return Collections.unmodifiableMap(counts);
    }
}
