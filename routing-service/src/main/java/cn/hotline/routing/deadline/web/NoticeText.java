package cn.hotline.routing.deadline.web;

import cn.hotline.chassis.Refusal.General;
import cn.hotline.chassis.Refused;
import cn.hotline.chassis.Refused.FieldError;
import cn.hotline.routing.deadline.model.DayKind;
import cn.hotline.routing.deadline.model.SpecialDay;
import cn.hotline.routing.deadline.web.DeadlineRequests.DayRequest;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * 放假安排, written as people read it: one stretch of days a line, such as {@code 10-01 至 10-07 放假 国庆节} or
 * {@code 10-10 上班 国庆节}.
 */
final class NoticeText {

    static final String FIELD = "days";

    private static final int LINES = 100;
    private static final Pattern LINE = Pattern.compile(
            "(?:\\d{4}-)?(\\d{1,2})-(\\d{1,2})(?:\\s*(?:至|到|~|－|—)\\s*(?:\\d{4}-)?(\\d{1,2})-(\\d{1,2}))?\\s*(放假|上班)\\s+(\\S.*)");

    private NoticeText() {}

    /** @throws Refused when a line cannot be read, or what it says cannot be right; each is named by its number */
    static List<SpecialDay> read(int year, String text, DeadlineRequests requests) {
        List<FieldError> faults = new ArrayList<>();
        List<DayRequest> days = new ArrayList<>();
        List<Integer> lineOf = new ArrayList<>();
        List<String> lines = text.lines().limit(LINES).toList();
        for (int i = 0; i < lines.size(); i++) {
            if (lines.get(i).isBlank()) {
                continue;
            }
            try {
                for (DayRequest day : stretch(year, lines.get(i).strip())) {
                    days.add(day);
                    lineOf.add(i + 1);
                }
            } catch (DateTimeException unreadable) {
                faults.add(new FieldError(FIELD, "第 " + (i + 1) + " 行：" + unreadable.getMessage()));
            }
        }
        if (!faults.isEmpty()) {
            throw new Refused(General.INVALID, faults);
        }
        try {
            return requests.days(year, days);
        } catch (Refused refused) {
            throw new Refused(
                    refused.reason(),
                    refused.errors().stream()
                            .map(error -> new FieldError(FIELD, named(error, lineOf)))
                            .distinct()
                            .toList());
        }
    }

    /** The days of a year as they are known. */
    static String write(List<SpecialDay> days) {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < days.size(); ) {
            SpecialDay first = days.get(i);
            int next = i + 1;
            while (next < days.size() && goesOn(days.get(next - 1), days.get(next))) {
                next++;
            }
            SpecialDay last = days.get(next - 1);
            text.append(monthDay(first.day()));
            if (next - i > 1) {
                text.append(" 至 ").append(monthDay(last.day()));
            }
            text.append(first.kind().working() ? " 上班 " : " 放假 ")
                    .append(first.name())
                    .append('\n');
            i = next;
        }
        return text.toString();
    }

    private static boolean goesOn(SpecialDay before, SpecialDay next) {
        return before.day().plusDays(1).equals(next.day())
                && before.kind() == next.kind()
                && before.name().equals(next.name());
    }

    private static List<DayRequest> stretch(int year, String line) {
        Matcher read = LINE.matcher(line);
        if (!read.matches()) {
            throw new DateTimeException("应写作“10-01 至 10-07 放假 国庆节”或“10-10 上班 国庆节”");
        }
        LocalDate first = day(year, read.group(1), read.group(2));
        LocalDate last = read.group(3) == null ? first : day(year, read.group(3), read.group(4));
        if (last.isBefore(first)) {
            throw new DateTimeException("止日不能早于起日");
        }
        DayKind kind = read.group(5).equals("上班") ? DayKind.MAKE_UP : DayKind.HOLIDAY;
        return first.datesUntil(last.plusDays(1))
                .map(day -> new DayRequest(day.toString(), kind.name(), read.group(6)))
                .toList();
    }

    private static LocalDate day(int year, String month, String day) {
        try {
            return LocalDate.of(year, Integer.parseInt(month), Integer.parseInt(day));
        } catch (DateTimeException none) {
            throw new DateTimeException("没有 " + month + " 月 " + day + " 日这一天", none);
        }
    }

    private static String named(FieldError error, List<Integer> lineOf) {
        Matcher at = Pattern.compile("days\\[(\\d+)]\\..*").matcher(error.field());
        return at.matches()
                ? "第 " + lineOf.get(Integer.parseInt(at.group(1))) + " 行：" + error.detail()
                : error.detail();
    }

    private static String monthDay(LocalDate day) {
        return day.toString().substring(5);
    }
}
