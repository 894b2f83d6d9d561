package cn.hotline.routing.notice.model;

import cn.hotline.routing.deadline.model.WorkingCalendar;
import java.time.Instant;
import java.time.LocalTime;
import java.util.List;
import java.util.function.Supplier;

/**
 * 通知时段: at which times of a working day units are told what has gathered; so nobody is told anything at night or on a
 * day off.
 */
public record Slots(Supplier<WorkingCalendar> calendar, List<LocalTime> times) {

    /** @throws IllegalArgumentException when there are none, or they are not in order */
    public Slots {
        times = List.copyOf(times);
        if (times.isEmpty() || !times.stream().sorted().distinct().toList().equals(times)) {
            throw new IllegalArgumentException("通知时段至少一个，由早到晚各写一次：" + times);
        }
    }

    /** The first at or after that moment. */
    public Instant next(Instant at) {
        return calendar.get().nextWorking(at, times);
    }
}
