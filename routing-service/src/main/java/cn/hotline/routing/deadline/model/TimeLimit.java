package cn.hotline.routing.deadline.model;

import java.time.Duration;
import java.time.Instant;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A length of time and the clock it runs by.
 *
 * @param amount 1 or more
 */
public record TimeLimit(int amount, LimitUnit unit) {

    private static final Pattern NOTATION = Pattern.compile("([1-9]\\d{0,3})(min|h|d|wh|wd)");

    /** @throws IllegalArgumentException when the amount is not positive */
    public TimeLimit {
        if (amount < 1) {
            throw new IllegalArgumentException("时限须为正数");
        }
    }

    /**
     * Reads {@code 15min 2h 7d} (by the clock) or {@code 4wh 1wd} (working time).
     *
     * @throws IllegalArgumentException when it is written otherwise
     */
    public static TimeLimit of(String text) {
        Matcher read = NOTATION.matcher(text);
        if (!read.matches()) {
            throw new IllegalArgumentException("a time limit is written 15min, 2h, 7d, 4wh or 1wd, not " + text);
        }
        return new TimeLimit(Integer.parseInt(read.group(1)), LimitUnit.of(read.group(2)));
    }

    /** Counts it out from a moment. */
    public Count from(Instant start, WorkingCalendar calendar) {
        return switch (unit) {
            case MINUTES -> calendar.natural(start, Duration.ofMinutes(amount));
            case HOURS -> calendar.natural(start, Duration.ofHours(amount));
            case DAYS -> calendar.natural(start, Duration.ofDays(amount));
            case WORKING_HOURS -> calendar.open(start, Duration.ofHours(amount));
            case WORKING_DAYS -> calendar.open(start, calendar.workingDay().multipliedBy(amount));
        };
    }

    /** To compare limits of different clocks: a working day as long as a day, a working hour as an hour. */
    public Duration roughly() {
        return switch (unit) {
            case MINUTES -> Duration.ofMinutes(amount);
            case HOURS, WORKING_HOURS -> Duration.ofHours(amount);
            case DAYS, WORKING_DAYS -> Duration.ofDays(amount);
        };
    }

    /** As a clerk says it: 4个工作小时. */
    public String words() {
        return amount + unit.term();
    }
}
