package cn.hotline.routing.deadline;

import cn.hotline.routing.deadline.model.LimitsVersion;
import cn.hotline.routing.deadline.model.TimeLimit;
import cn.hotline.routing.deadline.model.TimeLimits;
import cn.hotline.routing.knowledge.KnowledgeFiles;
import cn.hotline.routing.knowledge.KnowledgeTable;
import cn.hotline.routing.version.model.Editor;
import java.time.Instant;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** The time limits a city begins with ({@code time-limits.tsv}). */
public final class TimeLimitFile {

    private static final String FILE = "time-limits.tsv";

    private TimeLimitFile() {}

    /**
     * @throws cn.hotline.routing.knowledge.KnowledgeFault when a line is malformed
     * @throws IllegalArgumentException when a grade is missing
     */
    public static LimitsVersion load(KnowledgeFiles files, Instant at) {
        KnowledgeTable table = files.read(FILE, "rule", "acknowledge", "contact", "finish");
        Map<TimeLimits.Rule, LimitsVersion.Row> byRule = new EnumMap<>(TimeLimits.Rule.class);
        for (KnowledgeTable.Row row : table.rows()) {
            TimeLimits.Rule rule = row.constant("rule", TimeLimits.Rule.class);
            LimitsVersion.Row limits =
                    new LimitsVersion.Row(rule, limit(row, "acknowledge"), limit(row, "contact"), limit(row, "finish"));
            row.require(byRule.put(rule, limits) == null, rule + " stands twice");
        }
        LimitsVersion first = new LimitsVersion(
                1, List.copyOf(byRule.values()), Editor.SERVICE, at, "随系统提供的时限规则（" + table.version() + "）");
        first.limits();
        return first;
    }

    private static TimeLimit limit(KnowledgeTable.Row row, String column) {
        try {
            return TimeLimit.of(row.text(column));
        } catch (IllegalArgumentException malformed) {
            throw row.fault(column + ": " + malformed.getMessage());
        }
    }
}
