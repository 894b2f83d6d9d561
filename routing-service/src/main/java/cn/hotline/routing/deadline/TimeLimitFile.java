package cn.hotline.routing.deadline;

import cn.hotline.routing.deadline.model.TimeLimit;
import cn.hotline.routing.deadline.model.TimeLimits;
import cn.hotline.routing.knowledge.KnowledgeFiles;
import cn.hotline.routing.knowledge.KnowledgeTable;
import java.util.EnumMap;
import java.util.Map;

/** The time limits an operator keeps ({@code time-limits.tsv}). */
public final class TimeLimitFile {

    private static final String FILE = "time-limits.tsv";

    private TimeLimitFile() {}

    /** @throws cn.hotline.routing.knowledge.KnowledgeFault when a line is malformed or a grade is missing */
    public static TimeLimits load(KnowledgeFiles files) {
        KnowledgeTable table = files.read(FILE, "rule", "acknowledge", "contact", "finish");
        Map<TimeLimits.Rule, TimeLimits.Three> byRule = new EnumMap<>(TimeLimits.Rule.class);
        for (KnowledgeTable.Row row : table.rows()) {
            TimeLimits.Rule rule = row.constant("rule", TimeLimits.Rule.class);
            TimeLimits.Three three =
                    new TimeLimits.Three(limit(row, "acknowledge"), limit(row, "contact"), limit(row, "finish"));
            row.require(byRule.put(rule, three) == null, rule + " stands twice");
        }
        return new TimeLimits(table.version(), byRule);
    }

    private static TimeLimit limit(KnowledgeTable.Row row, String column) {
        try {
            return TimeLimit.of(row.text(column));
        } catch (IllegalArgumentException malformed) {
            throw row.fault(column + ": " + malformed.getMessage());
        }
    }
}
