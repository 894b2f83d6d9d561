package cn.hotline.routing.deadline.web;

import cn.hotline.routing.deadline.model.DayKind;
import cn.hotline.routing.deadline.model.SpecialDay;
import cn.hotline.routing.deadline.model.WorkingCalendar;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/** A year at a glance: twelve months of weeks, Monday first. */
record YearView(List<Month> months, long workdays) {

    static YearView of(int year, WorkingCalendar calendar) {
        List<Month> months = IntStream.rangeClosed(1, 12)
                .mapToObj(month -> Month.of(YearMonth.of(year, month), calendar))
                .toList();
        return new YearView(months, months.stream().mapToLong(Month::workdays).sum());
    }

    record Month(String name, List<List<Day>> weeks, long workdays) {

        static Month of(YearMonth month, WorkingCalendar calendar) {
            LocalDate first = month.atDay(1);
            List<Day> days = new ArrayList<>();
            for (int before = 1; before < first.getDayOfWeek().getValue(); before++) {
                days.add(Day.NONE);
            }
            first.datesUntil(first.plusMonths(1))
                    .map(day -> Day.of(calendar.day(day)))
                    .forEach(days::add);
            while (days.size() % 7 != 0) {
                days.add(Day.NONE);
            }
            List<List<Day>> weeks = IntStream.range(0, days.size() / 7)
                    .mapToObj(week -> days.subList(week * 7, week * 7 + 7))
                    .toList();
            return new Month(
                    month.getMonthValue() + " 月",
                    weeks,
                    days.stream().filter(Day::working).count());
        }
    }

    /**
     * @param number of the day in its month; 0 for a place before or after it
     * @param mark 休 or 班 where the week alone does not tell; else empty
     * @param words what it is, for whoever reads or hears it
     */
    record Day(int number, boolean working, String style, String mark, String words) {

        static final Day NONE = new Day(0, false, "", "", "");

        static Day of(SpecialDay day) {
            DayKind kind = day.kind();
            return new Day(
                    day.day().getDayOfMonth(),
                    kind.working(),
                    switch (kind) {
                        case HOLIDAY -> "day-off";
                        case MAKE_UP -> "day-work";
                        case WEEKEND -> "day-weekend";
                        case WORKDAY -> "";
                    },
                    switch (kind) {
                        case HOLIDAY -> "休";
                        case MAKE_UP -> "班";
                        case WEEKEND, WORKDAY -> "";
                    },
                    kind == DayKind.HOLIDAY || kind == DayKind.MAKE_UP ? day.name() + kind.term() : kind.term());
        }
    }
}
