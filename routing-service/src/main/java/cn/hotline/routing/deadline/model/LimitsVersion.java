package cn.hotline.routing.deadline.model;

import cn.hotline.routing.version.model.Editor;
import cn.hotline.routing.version.model.Version;
import java.time.Instant;
import java.util.List;
import java.util.stream.Collectors;

/**
 * 时限规则的一版: the whole table as it was published.
 *
 * @param rows one for each rule
 */
public record LimitsVersion(long number, List<Row> rows, Editor by, Instant at, String reason)
        implements Version<LimitsVersion> {

    public LimitsVersion {
        rows = List.copyOf(rows);
    }

    /** The one after it. */
    public LimitsVersion followedBy(List<Row> next, Editor editor, Instant when, String why) {
        return new LimitsVersion(number + 1, next, editor, when, why);
    }

    /**
     * As it counts.
     *
     * @throws IllegalArgumentException when a rule has no row
     */
    public TimeLimits limits() {
        return new TimeLimits(name(), rows.stream().collect(Collectors.toMap(Row::rule, Row::three)));
    }

    @Override
    public boolean isAlso(LimitsVersion other) {
        return number == other.number && rows.equals(other.rows) && by.equals(other.by) && reason.equals(other.reason);
    }

    /** The limits of one rule. */
    public record Row(TimeLimits.Rule rule, TimeLimit acknowledge, TimeLimit contact, TimeLimit finish) {

        TimeLimits.Three three() {
            return new TimeLimits.Three(acknowledge, contact, finish);
        }
    }
}
