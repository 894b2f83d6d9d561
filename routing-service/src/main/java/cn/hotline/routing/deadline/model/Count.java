package cn.hotline.routing.deadline.model;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;

/**
 * How a time limit was counted out: the moment it ends, and what counted on the way.
 *
 * @param counted stretches that counted, in order
 * @param skipped days that did not count, in order
 * @param assumed whether it passed days of a year whose holidays are not published yet, so that only weekends were
 *     left out
 */
public record Count(Instant dueAt, List<Counted> counted, List<Skipped> skipped, boolean assumed) {

    public Count {
        counted = List.copyOf(counted);
        skipped = List.copyOf(skipped);
    }

    /** A stretch that counted. */
    public record Counted(Instant from, Instant to) {}

    /**
     * A day of which nothing counted.
     *
     * @param why such as 国庆节 or 周末
     */
    public record Skipped(LocalDate day, String why) {}
}
