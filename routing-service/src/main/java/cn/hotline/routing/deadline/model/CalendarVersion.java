package cn.hotline.routing.deadline.model;

import cn.hotline.routing.version.model.Editor;
import cn.hotline.routing.version.model.Version;
import java.time.Instant;
import java.time.Year;
import java.time.ZoneId;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * 工作日历的一版: the days of all years as they were published.
 *
 * @param days holidays, make-up workdays and the city's own, in order; at most one entry a day
 * @param years whose holidays are known
 * @param year which one this version changed; null for the first
 */
public record CalendarVersion(
        long number,
        List<SpecialDay> days,
        List<Integer> years,
        @Nullable Integer year,
        Editor by,
        Instant at,
        String reason)
        implements Version<CalendarVersion> {

    public CalendarVersion {
        days = days.stream().sorted(Comparator.comparing(SpecialDay::day)).toList();
        years = years.stream().sorted().toList();
    }

    /** Days of a year that the week alone does not tell. */
    public List<SpecialDay> of(int any) {
        return days.stream().filter(day -> day.day().getYear() == any).toList();
    }

    /** The one after it, in which that year is known by these days and every other year is as it was. */
    public CalendarVersion followedBy(int changed, List<SpecialDay> ofYear, Editor editor, Instant when, String why) {
        return new CalendarVersion(
                number + 1,
                Stream.concat(days.stream().filter(day -> day.day().getYear() != changed), ofYear.stream())
                        .toList(),
                Stream.concat(years.stream(), Stream.of(changed)).distinct().toList(),
                changed,
                editor,
                when,
                why);
    }

    /** As it counts. */
    public WorkingCalendar opened(List<OpenHours> hours, ZoneId zone) {
        return new WorkingCalendar(
                name(), zone, hours, days, years.stream().map(Year::of).toList());
    }

    @Override
    public boolean isAlso(CalendarVersion other) {
        return number == other.number
                && days.equals(other.days)
                && years.equals(other.years)
                && by.equals(other.by)
                && reason.equals(other.reason);
    }
}
