package cn.hotline.routing.deadline.web;

import cn.hotline.chassis.PersonalData;
import cn.hotline.chassis.Refusal.General;
import cn.hotline.chassis.Refused;
import cn.hotline.chassis.Refused.FieldError;
import cn.hotline.chassis.web.Fields;
import cn.hotline.routing.deadline.model.DayKind;
import cn.hotline.routing.deadline.model.LimitUnit;
import cn.hotline.routing.deadline.model.LimitsVersion;
import cn.hotline.routing.deadline.model.SpecialDay;
import cn.hotline.routing.deadline.model.TimeLimit;
import cn.hotline.routing.deadline.model.TimeLimits;
import java.time.Clock;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.MonthDay;
import java.time.Year;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;

/** Reads calendars and time limits into values, for the interface and for the page alike, and says what cannot be right. */
public final class DeadlineRequests {

    private static final int REASON = 500;
    private static final int NAME = 20;
    private static final int DAYS_A_YEAR = 366;
    private static final long LONGEST_DAYS = 180;
    private static final Set<DayOfWeek> WEEKEND = Set.of(DayOfWeek.SATURDAY, DayOfWeek.SUNDAY);

    /** Days off by law that have a fixed date (全国年节及纪念日放假办法); a notice without them is not whole. */
    private static final List<MonthDay> STATUTORY =
            List.of(MonthDay.of(1, 1), MonthDay.of(5, 1), MonthDay.of(10, 1), MonthDay.of(10, 2), MonthDay.of(10, 3));

    private final Clock clock;

    public DeadlineRequests(Clock clock) {
        this.clock = clock;
    }

    /** A year that may be looked at. @throws Refused when it is none */
    static int year(String text) {
        Refused.unless(text.matches("[12]\\d{3}"), General.NOT_FOUND);
        return Integer.parseInt(text);
    }

    /** The days of one year. @throws Refused when anything is at fault, with the days named by {@code days[3].day} */
    List<SpecialDay> days(int year, @Nullable List<@Nullable DayRequest> sent) {
        Fields fields = new Fields();
        int now = Year.now(clock).getValue();
        fields.check(year >= now - 1 && year <= now + 2, "year", "只能维护 " + (now - 1) + " 年至 " + (now + 2) + " 年的日历");
        fields.check(sent != null && !sent.isEmpty(), "days", "请填写这一年的放假与调休安排");
        fields.check(sent == null || sent.size() <= DAYS_A_YEAR, "days", "一年最多 " + DAYS_A_YEAR + " 天");
        fields.refuseFaults();
        List<SpecialDay> days = new ArrayList<>();
        Set<LocalDate> seen = new HashSet<>();
        for (int i = 0; i < sent.size(); i++) {
            DayRequest one = sent.get(i);
            String at = "days[" + i + "].";
            LocalDate day = day(fields, at + "day", one == null ? null : one.day());
            DayKind kind = fields.requiredCode(at + "kind", one == null ? null : one.kind(), DayKind.class);
            String name = fields.required(at + "name", one == null ? null : one.name(), NAME);
            if (day != null) {
                check(fields, at, year, day, kind, seen.add(day));
                days.add(new SpecialDay(day, kind, name.strip()));
            }
        }
        Set<LocalDate> off = days.stream()
                .filter(day -> day.kind() == DayKind.HOLIDAY)
                .map(SpecialDay::day)
                .collect(Collectors.toSet());
        String missing = STATUTORY.stream()
                .filter(day -> !off.contains(day.atYear(year)))
                .map(day -> day.getMonthValue() + "月" + day.getDayOfMonth() + "日")
                .collect(Collectors.joining("、"));
        fields.check(missing.isEmpty(), "days", "缺少法定节假日：" + missing + "，请核对通知是否录全");
        fields.refuseFaults();
        return days;
    }

    /** The whole table. @throws Refused when anything is at fault, with the limits named by {@code items[3].finish} */
    List<LimitsVersion.Row> rows(@Nullable List<@Nullable RuleRequest> sent) {
        Fields fields = new Fields();
        Map<TimeLimits.Rule, LimitsVersion.Row> rows = new EnumMap<>(TimeLimits.Rule.class);
        List<@Nullable RuleRequest> items = sent == null ? List.of() : sent;
        IntStream.range(0, Math.min(items.size(), 100)).forEach(i -> {
            RuleRequest one = items.get(i);
            String at = "items[" + i + "].";
            if (one == null || one.rule() == null || one.rule().isBlank()) {
                fields.check(false, at + "rule", "请填写此项");
                return;
            }
            TimeLimits.Rule rule = fields.code(at + "rule", one.rule(), TimeLimits.Rule.class);
            TimeLimit acknowledge = limit(fields, at + "acknowledge", one.acknowledge());
            TimeLimit contact = limit(fields, at + "contact", one.contact());
            TimeLimit finish = limit(fields, at + "finish", one.finish());
            if (rule != null && acknowledge != null && contact != null && finish != null) {
                fields.check(
                        acknowledge.roughly().compareTo(finish.roughly()) <= 0,
                        at + "acknowledge",
                        "签收时限（" + acknowledge.words() + "）不能比办结时限（" + finish.words() + "）长");
                fields.check(
                        contact.roughly().compareTo(finish.roughly()) <= 0,
                        at + "contact",
                        "首次联系时限（" + contact.words() + "）不能比办结时限（" + finish.words() + "）长");
                boolean first = rows.put(rule, new LimitsVersion.Row(rule, acknowledge, contact, finish)) == null;
                fields.check(first, at + "rule", "“" + rule.term() + "”写了两次");
            }
        });
        Set<String> named = items.stream()
                .map(one -> one == null || one.rule() == null ? "" : one.rule())
                .collect(Collectors.toSet());
        String missing = Stream.of(TimeLimits.Rule.values())
                .filter(rule -> !named.contains(rule.name()))
                .map(TimeLimits.Rule::term)
                .collect(Collectors.joining("、"));
        fields.check(missing.isEmpty(), "items", "缺少这些等级的时限：" + missing + "，请把整张表写全");
        fields.refuseFaults();
        return List.copyOf(rows.values());
    }

    String reason(@Nullable String sent) {
        Fields fields = new Fields();
        String reason = fields.required("reason", sent, REASON);
        fields.refuseFaults();
        return PersonalData.mask(reason.strip());
    }

    /** The version that was looked at. @throws Refused when none is named */
    static long against(@Nullable String ifMatch) {
        String digits = ifMatch == null ? "" : ifMatch.replaceAll("[^0-9]", "");
        if (digits.isEmpty() || digits.length() > 9) {
            throw new Refused(
                    General.INVALID, List.of(new FieldError(HttpHeaders.IF_MATCH, "请带上所看到的版本号，如 If-Match: \"3\"")));
        }
        return Long.parseLong(digits);
    }

    private static void check(Fields fields, String at, int year, LocalDate day, DayKind kind, boolean first) {
        fields.check(day.getYear() == year, at + "day", day + " 不在 " + year + " 年，请到那一年的日历里填写");
        fields.check(first, at + "day", day + " 写了两次");
        fields.check(
                kind == DayKind.HOLIDAY || kind == DayKind.MAKE_UP,
                at + "kind",
                "只写放假（HOLIDAY）和调休上班（MAKE_UP）的日子，平常的工作日和周末不用写");
        fields.check(
                kind != DayKind.MAKE_UP || WEEKEND.contains(day.getDayOfWeek()), at + "day", day + " 本来就是工作日，不用写调休上班");
    }

    private static @Nullable LocalDate day(Fields fields, String field, @Nullable String text) {
        if (text == null || text.isBlank()) {
            fields.check(false, field, "请填写此项");
            return null;
        }
        try {
            return LocalDate.parse(text.strip());
        } catch (DateTimeParseException notADay) {
            fields.check(false, field, "“" + Fields.shortened(text) + "”不是日期，应写作 2027-10-01");
            return null;
        }
    }

    private static @Nullable TimeLimit limit(Fields fields, String field, @Nullable LimitRequest sent) {
        if (sent == null || sent.amount() == null) {
            fields.check(false, field, "请填写此项");
            return null;
        }
        LimitUnit unit = fields.requiredCode(field + ".unit", sent.unit(), LimitUnit.class);
        if (sent.amount() < 1) {
            fields.check(false, field, "时限须是大于 0 的整数");
            return null;
        }
        TimeLimit limit = new TimeLimit(sent.amount(), unit);
        fields.check(limit.roughly().toDays() <= LONGEST_DAYS, field, limit.words() + "太长，最多 " + LONGEST_DAYS + " 天");
        return limit;
    }

    /** @param kind {@code HOLIDAY} or {@code MAKE_UP} */
    record DayRequest(
            @Nullable String day,
            @Nullable String kind,
            @Nullable String name) {}

    record CalendarRequest(
            @Nullable List<@Nullable DayRequest> days,
            @Nullable String reason) {}

    /** @param unit {@code MINUTES HOURS DAYS WORKING_HOURS WORKING_DAYS} */
    record LimitRequest(@Nullable Integer amount, @Nullable String unit) {}

    record RuleRequest(
            @Nullable String rule,
            @Nullable LimitRequest acknowledge,
            @Nullable LimitRequest contact,
            @Nullable LimitRequest finish) {}

    record LimitsRequest(
            @Nullable List<@Nullable RuleRequest> items,
            @Nullable String reason) {}
}
