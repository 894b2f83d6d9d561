package cn.hotline.reporting.dailyreport.model;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The daily report (日报) of one day with its hazard report: figures and printed text.
 *
 * @param day {@code yyyy-MM-dd}
 * @param calls answered calls (件次)
 * @param direct calls of which no ticket was forwarded
 * @param forwarded calls of which at least one ticket was forwarded
 * @param revisits revisits recorded that day
 * @param hot the first three report groups
 * @param text as printed, without the title
 */
public record DailyReport(
        String day,
        int calls,
        WebMessages web,
        int direct,
        int forwarded,
        int revisits,
        List<HotProblem> hot,
        String title,
        String text,
        HazardReport hazards) {

    public DailyReport {
        hot = hot == null ? List.of() : List.copyOf(hot);
    }

    /** What must be equal (domain.md 5.2); each side is counted on its own. */
    public List<Identity> identities() {
        return List.of(
                new Identity("DIRECT_AND_FORWARDED_ARE_CALLS", "直接办理＋转交责任单位办理＝来电诉求", direct + forwarded, calls),
                new Identity("CHANNELS_ARE_WEB", "各渠道留言之和＝网民留言", sum(web.channels()), web.total()),
                new Identity("BODIES_ARE_HAZARDS", "各单位接收之和＝安全隐患举报", sum(hazards.bodies()), hazards.total()));
    }

    /** Lower-case hex SHA-256 over all figures by name, one a line, and both texts. */
    public String sha256() {
        StringBuilder whole = new StringBuilder(day).append('\n');
        figures()
                .forEach((name, figure) ->
                        whole.append(name).append(' ').append(figure).append('\n'));
        whole.append(text).append('\n').append(hazards.text()).append('\n');
        try {
            return HexFormat.of()
                    .formatHex(MessageDigest.getInstance("SHA-256")
                            .digest(whole.toString().getBytes(UTF_8)));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    /** What has changed since an earlier edition of the same day: one Chinese sentence each, none when nothing has. */
    public List<String> changesSince(DailyReport earlier) {
        Map<String, Integer> before = earlier.figures();
        Map<String, Integer> now = figures();
        List<String> changes = new ArrayList<>();
        now.forEach((name, figure) -> {
            int was = before.getOrDefault(name, 0);
            if (was != figure) {
                changes.add(name + "由" + was + "更正为" + figure + "。");
            }
        });
        before.forEach((name, was) -> {
            if (!now.containsKey(name)) {
                changes.add(name + "由" + was + "更正为未列入。");
            }
        });
        if (changes.isEmpty() && !sha256().equals(earlier.sha256())) {
            changes.add("印出文字更正。");
        }
        return changes;
    }

    /** Every figure by its Chinese name, in printed order. */
    private Map<String, Integer> figures() {
        Map<String, Integer> figures = new LinkedHashMap<>();
        figures.put("来电诉求件次", calls);
        figures.put("网民留言件数", web.total());
        web.channels().forEach(channel -> figures.put(channel.term() + "留言件数", channel.count()));
        figures.put("网民留言转交件数", web.forwarded());
        figures.put("直接办理件数", direct);
        figures.put("转交责任单位办理件数", forwarded);
        figures.put("回访量", revisits);
        hot.forEach(problem -> figures.put("热点问题“" + problem.group() + "”件数", problem.count()));
        figures.put("安全隐患举报件数", hazards.total());
        hazards.bodies().forEach(body -> figures.put(body.term() + "接收举报件数", body.count()));
        hazards.kinds().forEach(kind -> figures.put("隐患类型“" + kind.term() + "”件数", kind.count()));
        return figures;
    }

    private static int sum(List<Count> counts) {
        return counts.stream().mapToInt(Count::count).sum();
    }
}
