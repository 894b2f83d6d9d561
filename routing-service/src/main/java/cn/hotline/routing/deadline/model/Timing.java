package cn.hotline.routing.deadline.model;

import cn.hotline.routing.contract.RoutingEvent.Deadlines;
import java.time.Instant;

/**
 * Deadlines with what is needed to explain them later.
 *
 * @param rule what set them
 * @param startedAt from when they were counted
 * @param rules version of the time limits
 * @param calendar version of the working calendar
 */
public record Timing(TimeLimits.Rule rule, Instant startedAt, Deadlines deadlines, String rules, String calendar) {}
