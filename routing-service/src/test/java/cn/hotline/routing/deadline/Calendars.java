package cn.hotline.routing.deadline;

import cn.hotline.chassis.ChassisWiring;
import cn.hotline.routing.deadline.model.DayKind;
import cn.hotline.routing.deadline.model.SpecialDay;
import cn.hotline.routing.deadline.model.WorkingCalendar;
import java.time.LocalDate;
import java.time.Year;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Calendars that differ from another in a few days. */
public final class Calendars {

    private Calendars() {}

    /** The same but for these days, as that version. */
    public static WorkingCalendar with(WorkingCalendar base, long number, SpecialDay... changed) {
        return with(base, number, years().filter(year -> base.knows(Year.of(year))), changed);
    }

    /** The same, with that year's holidays known. */
    public static WorkingCalendar publishing(int year, WorkingCalendar base) {
        return with(base, base.number(), years().filter(any -> any == year || base.knows(Year.of(any))));
    }

    private static WorkingCalendar with(WorkingCalendar base, long number, IntStream published, SpecialDay... changed) {
        Map<LocalDate, SpecialDay> days = new TreeMap<>();
        years().mapToObj(Year::of)
                .flatMap(year -> base.specialDays(year).stream())
                .forEach(day -> days.put(day.day(), day));
        for (SpecialDay day : changed) {
            days.put(day.day(), day);
        }
        return new WorkingCalendar(
                Long.toString(number),
                ChassisWiring.ZONE,
                base.hours(),
                days.values(),
                published.mapToObj(Year::of).collect(Collectors.toSet()));
    }

    /** 放假. */
    public static SpecialDay off(String day) {
        return new SpecialDay(LocalDate.parse(day), DayKind.HOLIDAY, "暴雪停工");
    }

    /** 上班. */
    public static SpecialDay work(String day) {
        return new SpecialDay(LocalDate.parse(day), DayKind.MAKE_UP, "调休上班");
    }

    private static IntStream years() {
        return IntStream.rangeClosed(2020, 2035);
    }
}
