package cn.hotline.routing.deadline.model;

import cn.hotline.chassis.Termed;
import cn.hotline.routing.classification.model.Urgency;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * 时限规则: how long each grade has, in one version. Every rule has its entry, or there are no limits at all.
 *
 * @param version what deadlines made with these limits are marked with
 * @param byRule limits of every {@link Rule}
 */
public record TimeLimits(String version, Map<Rule, Three> byRule) {

    /** @throws IllegalArgumentException when a rule has no entry */
    public TimeLimits {
        byRule = Map.copyOf(byRule);
        for (Rule rule : Rule.values()) {
            if (!byRule.containsKey(rule)) {
                throw new IllegalArgumentException("no time limits for " + rule);
            }
        }
    }

    public Three of(Rule rule) {
        return Optional.ofNullable(byRule.get(rule)).orElseThrow();
    }

    /** The three limits that start with a dispatch. */
    public record Three(TimeLimit acknowledge, TimeLimit contact, TimeLimit finish) {

        /** Whether any of them counts working time; the others run day and night. */
        boolean working() {
            return Stream.of(acknowledge, contact, finish)
                    .anyMatch(limit -> limit.unit().working());
        }
    }

    /** What sets the limits: the five grades of urgency for a first handling, and one for each way to handle it again. */
    public enum Rule implements Termed {
        EMERGENCY("特急"),
        URGENT("紧急"),
        SIMPLE("简单"),
        GENERAL("一般"),
        COMPLEX("复杂"),
        SECOND_HANDLING("二次办理"),
        REWORK("退回重办");

        private final String term;

        Rule(String term) {
            this.term = term;
        }

        @Override
        public String term() {
            return term;
        }

        public static Rule of(Urgency urgency) {
            return switch (urgency) {
                case EMERGENCY -> EMERGENCY;
                case URGENT -> URGENT;
                case SIMPLE -> SIMPLE;
                case GENERAL -> GENERAL;
                case COMPLEX -> COMPLEX;
            };
        }
    }
}
