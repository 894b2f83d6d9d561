package cn.hotline.routing.deadline.model;

import cn.hotline.routing.contract.RoutingEvent.Deadlines;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Deadlines with what is needed to explain them later.
 *
 * @param rule what set them
 * @param startedAt from when they were counted
 * @param rules version of the time limits
 * @param calendar version of the working calendar
 * @param calls whom it goes to when it is not acknowledged; none but for an emergency
 */
public record Timing(
        TimeLimits.Rule rule,
        Instant startedAt,
        Deadlines deadlines,
        String rules,
        String calendar,
        List<Ladder.Call> calls) {

    public Timing(
            TimeLimits.Rule rule,
            Instant startedAt,
            Deadlines deadlines,
            String rules,
            String calendar,
            @Nullable List<Ladder.Call> calls) {
        this.rule = rule;
        this.startedAt = startedAt;
        this.deadlines = deadlines;
        this.rules = rules;
        this.calendar = calendar;
        this.calls = calls == null ? List.of() : List.copyOf(calls);
    }
}
