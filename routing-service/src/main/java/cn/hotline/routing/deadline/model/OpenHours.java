package cn.hotline.routing.deadline.model;

import java.time.Duration;
import java.time.LocalTime;
import java.time.format.DateTimeParseException;

/**
 * One stretch of a working day in which offices are open, such as 08:30 to 12:00.
 *
 * @param from the first moment
 * @param to the last moment; after {@code from}, on the same day
 */
public record OpenHours(LocalTime from, LocalTime to) {

    /** @throws IllegalArgumentException when it does not end after it begins */
    public OpenHours {
        if (!to.isAfter(from)) {
            throw new IllegalArgumentException("办公时间须先始后终：" + from + "-" + to);
        }
    }

    /**
     * Reads {@code 08:30-12:00}.
     *
     * @throws IllegalArgumentException when it is written otherwise
     */
    public static OpenHours of(String text) {
        String[] ends = text.split("-", -1);
        try {
            if (ends.length == 2) {
                return new OpenHours(LocalTime.parse(ends[0].strip()), LocalTime.parse(ends[1].strip()));
            }
        } catch (DateTimeParseException notATime) {
            // Told below in the words of the setting.
        }
        throw new IllegalArgumentException("办公时间应写作 08:30-12:00，而不是“" + text + "”");
    }

    public Duration length() {
        return Duration.between(from, to);
    }

    @Override
    public String toString() {
        return from + "-" + to;
    }
}
