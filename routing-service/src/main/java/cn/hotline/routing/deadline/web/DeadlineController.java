package cn.hotline.routing.deadline.web;

import cn.hotline.chassis.Refusal.General;
import cn.hotline.chassis.Refused;
import cn.hotline.chassis.web.Coded;
import cn.hotline.routing.deadline.model.DeadlinePolicy;
import cn.hotline.routing.deadline.model.OpenHours;
import cn.hotline.routing.deadline.model.SpecialDay;
import cn.hotline.routing.deadline.model.TimeLimit;
import cn.hotline.routing.deadline.model.TimeLimits;
import java.time.LocalDate;
import java.time.Year;
import java.util.Arrays;
import java.util.List;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** 时限规则与工作日历. */
@RestController
@RequestMapping("/api/v1")
public final class DeadlineController {

    private final DeadlinePolicy policy;

    DeadlineController(DeadlinePolicy policy) {
        this.policy = policy;
    }

    @GetMapping("/time-limits")
    LimitsView timeLimits() {
        TimeLimits limits = policy.limits();
        return new LimitsView(
                limits.version(),
                Arrays.stream(TimeLimits.Rule.values())
                        .map(rule -> LimitsOfRule.of(rule, limits.of(rule)))
                        .toList());
    }

    @GetMapping("/calendars/{year}")
    CalendarView calendar(@PathVariable String year) {
        Refused.unless(year.matches("[12]\\d{3}"), General.NOT_FOUND);
        Year asked = Year.parse(year);
        boolean published = policy.calendar().knows(asked);
        return new CalendarView(
                asked.getValue(),
                policy.calendar().version(),
                published,
                published ? "按国务院办公厅公布的放假安排及本市自定日期" : year + " 年放假安排尚未公布，暂按周末休息推算",
                policy.calendar().hours().stream().map(OpenHours::toString).toList(),
                policy.calendar().specialDays(asked).stream().map(DayView::of).toList());
    }

    record LimitsView(String version, List<LimitsOfRule> items) {}

    record LimitsOfRule(Coded rule, LimitView acknowledge, LimitView contact, LimitView finish) {

        static LimitsOfRule of(TimeLimits.Rule rule, TimeLimits.Three limits) {
            return new LimitsOfRule(
                    Coded.of(rule),
                    LimitView.of(limits.acknowledge()),
                    LimitView.of(limits.contact()),
                    LimitView.of(limits.finish()));
        }
    }

    record LimitView(int amount, Coded unit, String words) {

        static LimitView of(TimeLimit limit) {
            return new LimitView(limit.amount(), Coded.of(limit.unit()), limit.words());
        }
    }

    /** @param days those that the week alone does not tell */
    record CalendarView(
            int year, String version, boolean published, String basis, List<String> officeHours, List<DayView> days) {}

    record DayView(LocalDate day, Coded kind, String name) {

        static DayView of(SpecialDay day) {
            return new DayView(day.day(), Coded.of(day.kind()), day.name());
        }
    }
}
