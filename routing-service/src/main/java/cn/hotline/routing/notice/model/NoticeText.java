package cn.hotline.routing.notice.model;

import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** What is written or said of a notice outside of the inbox. Of a confidential ticket not even its number. */
public final class NoticeText {

    private static final int SPOKEN_OF = 5;
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("M月d日HH:mm", Locale.SIMPLIFIED_CHINESE);

    private NoticeText() {}

    /** @param more how many lines there are beside these */
    public static String of(String unit, List<Line> lines, int more, ZoneId zone) {
        String told =
                lines.stream().limit(SPOKEN_OF).map(line -> words(line, zone)).collect(Collectors.joining("；"));
        long left = (long) lines.size() + more - Math.min(lines.size(), SPOKEN_OF);
        return "【12345热线】" + unit + "：" + told + (left > 0 ? "；另有" + left + "条" : "") + "。请到收件箱办理。";
    }

    private static String words(Line line, ZoneId zone) {
        String which =
                line.confidential() ? "保密工单" : line.number() + (line.topic() == null ? "" : "（" + line.topic() + "）");
        return which + line.words() + "，" + TIME.format(line.dueAt().atZone(zone)) + "截止";
    }
}
