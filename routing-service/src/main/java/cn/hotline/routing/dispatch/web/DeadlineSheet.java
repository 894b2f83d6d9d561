package cn.hotline.routing.dispatch.web;

import cn.hotline.routing.deadline.model.DayKind;
import cn.hotline.routing.deadline.model.DeadlinePolicy;
import cn.hotline.routing.deadline.model.SpecialDay;
import cn.hotline.routing.deadline.model.WorkingCalendar;
import cn.hotline.routing.dispatch.web.DeadlineExplanation.Counted;
import cn.hotline.routing.dispatch.web.DeadlineExplanation.DeadlineView;
import cn.hotline.routing.dispatch.web.DeadlineExplanation.Skipped;
import java.time.Duration;
import java.time.LocalDate;
import java.time.format.TextStyle;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * One deadline as a sheet: what it is, and a line for every day on the way.
 *
 * @param total time that counted, in words
 */
record DeadlineSheet(DeadlineView deadline, List<Day> days, String total) {

    static List<DeadlineSheet> of(DeadlineExplanation explanation, DeadlinePolicy policy) {
        return explanation.deadlines().stream()
                .map(deadline -> of(deadline, policy.calendar(deadline.calendarVersion())))
                .toList();
    }

    private static DeadlineSheet of(DeadlineView deadline, Optional<WorkingCalendar> calendar) {
        Map<LocalDate, List<Counted>> counted = deadline.counted().stream()
                .collect(Collectors.groupingBy(Counted::day, TreeMap::new, Collectors.toList()));
        Map<LocalDate, Day> days = new TreeMap<>();
        List<Duration> all = new ArrayList<>();
        counted.forEach((day, stretches) -> {
            Duration time = Duration.ofMinutes(
                    stretches.stream().mapToLong(Counted::minutes).sum());
            all.add(time);
            days.put(
                    day,
                    new Day(
                            named(day),
                            true,
                            deadline.working()
                                    ? calendar.map(its -> kind(its.day(day))).orElse("计时")
                                    : "自然时间",
                            stretches.stream()
                                    .map(stretch -> stretch.from() + "–" + stretch.to())
                                    .collect(Collectors.joining("，")),
                            words(time)));
        });
        for (Skipped skipped : deadline.skipped()) {
            days.put(skipped.day(), new Day(named(skipped.day()), false, skipped.why(), "", "不计"));
        }
        return new DeadlineSheet(
                deadline, List.copyOf(days.values()), words(all.stream().reduce(Duration.ZERO, Duration::plus)));
    }

    private static String kind(SpecialDay day) {
        return day.kind() == DayKind.MAKE_UP ? day.name() + "调休上班" : day.kind().term();
    }

    /** 10月10日 周六. */
    private static String named(LocalDate day) {
        return day.getYear() + "年" + day.getMonthValue() + "月" + day.getDayOfMonth() + "日 "
                + day.getDayOfWeek().getDisplayName(TextStyle.SHORT, Locale.CHINA);
    }

    private static String words(Duration time) {
        String hours = time.toHours() == 0 ? "" : time.toHours() + " 小时";
        String minutes = time.toMinutesPart() == 0 && !hours.isEmpty() ? "" : " " + time.toMinutesPart() + " 分";
        return (hours + minutes).strip();
    }

    /**
     * One day.
     *
     * @param what 工作日, 调休上班, or why it does not count
     * @param windows the stretches that counted; empty when none did
     */
    record Day(String name, boolean counts, String what, String windows, String time) {}
}
