package cn.hotline.routing.deadline.model;

import cn.hotline.routing.deadline.model.Count.Counted;
import cn.hotline.routing.deadline.model.Count.Skipped;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.Year;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * 工作日历: which days offices work, with legal holidays and make-up workdays (调休), and at which hours. Counts working
 * time: only open hours count, so a limit that starts at night starts at the next opening.
 *
 * <p>A year whose holidays the State Council has not published yet is counted by weekends alone, and every count that
 * passes such a year says so. Immutable.
 */
public final class WorkingCalendar {

    /** What to say of every deadline that was counted over a year not published yet. */
    public static final String ASSUMED = "其中有年份的放假安排尚未公布，暂按周末休息推算，公布后重新计算。";

    private static final Set<DayOfWeek> WEEKEND = Set.of(DayOfWeek.SATURDAY, DayOfWeek.SUNDAY);

    private final String version;
    private final ZoneId zone;
    private final List<OpenHours> hours;
    private final Map<LocalDate, SpecialDay> special;
    private final Set<Year> published;

    /**
     * @param hours several stretches a day, in order, not overlapping, at least one
     * @param special holidays, make-up workdays and the city's own; at most one entry a day
     * @param published years whose holidays are known
     * @throws IllegalArgumentException when the hours overlap or there are none
     */
    public WorkingCalendar(
            String version,
            ZoneId zone,
            List<OpenHours> hours,
            Collection<SpecialDay> special,
            Collection<Year> published) {
        this.version = version;
        this.zone = zone;
        this.hours = inOrder(hours);
        this.special = special.stream().collect(Collectors.toUnmodifiableMap(SpecialDay::day, Function.identity()));
        this.published = Set.copyOf(published);
    }

    /** What decisions made with this calendar are marked with. */
    public String version() {
        return version;
    }

    /** The same as a number to compare: a later version has a higher one. */
    public long number() {
        return number(version);
    }

    static long number(String version) {
        return version.matches("\\d{1,9}") ? Long.parseLong(version) : 0;
    }

    public List<OpenHours> hours() {
        return hours;
    }

    /** Whether the holidays of that year are known. */
    public boolean knows(Year year) {
        return published.contains(year);
    }

    /** Whether the holidays of every day between two moments are known. */
    boolean knows(Instant from, Instant to) {
        for (int year = dayOf(from).getYear(); year <= dayOf(to).getYear(); year++) {
            if (!knows(Year.of(year))) {
                return false;
            }
        }
        return true;
    }

    /** What that day is, and why. */
    public SpecialDay day(LocalDate day) {
        SpecialDay known = special.get(day);
        if (known != null) {
            return known;
        }
        DayKind kind = WEEKEND.contains(day.getDayOfWeek()) ? DayKind.WEEKEND : DayKind.WORKDAY;
        return new SpecialDay(day, kind, kind.term());
    }

    /** Days of a year that the week alone does not tell, in order. */
    public List<SpecialDay> specialDays(Year year) {
        return special.values().stream()
                .filter(day -> day.day().getYear() == year.getValue())
                .sorted(Comparator.comparing(SpecialDay::day))
                .toList();
    }

    /** Open time of one working day; what a limit of one working day counts out to. */
    public Duration workingDay() {
        return hours.stream().map(OpenHours::length).reduce(Duration.ZERO, Duration::plus);
    }

    /**
     * Counts out open time.
     *
     * @param openTime more than nothing
     */
    public Count open(Instant start, Duration openTime) {
        List<Counted> counted = new ArrayList<>();
        List<Skipped> skipped = new ArrayList<>();
        boolean assumed = false;
        Duration left = openTime;
        for (LocalDate day = start.atZone(zone).toLocalDate(); ; day = day.plusDays(1)) {
            assumed |= !knows(Year.from(day));
            SpecialDay today = day(day);
            if (!today.kind().working()) {
                skipped.add(new Skipped(day, today.name()));
                continue;
            }
            for (OpenHours stretch : hours) {
                Instant from = later(at(day, stretch.from()), start);
                Duration open = Duration.between(from, at(day, stretch.to()));
                if (open.isNegative() || open.isZero()) {
                    continue;
                }
                if (open.compareTo(left) >= 0) {
                    Instant dueAt = from.plus(left);
                    counted.add(new Counted(from, dueAt));
                    return new Count(dueAt, counted, skipped, assumed);
                }
                counted.add(new Counted(from, at(day, stretch.to())));
                left = left.minus(open);
            }
        }
    }

    /** Counts out time by the clock, day and night, every day. */
    public Count natural(Instant start, Duration time) {
        Instant dueAt = start.plus(time);
        List<Counted> counted = new ArrayList<>();
        for (Instant from = start; from.isBefore(dueAt); ) {
            ZonedDateTime midnight = from.atZone(zone).toLocalDate().plusDays(1).atStartOfDay(zone);
            Instant to = midnight.toInstant().isBefore(dueAt) ? midnight.toInstant() : dueAt;
            counted.add(new Counted(from, to));
            from = to;
        }
        return new Count(dueAt, counted, List.of(), false);
    }

    /** Open time between two moments; nothing when the second is not after the first. */
    public Duration openBetween(Instant from, Instant to) {
        Duration open = Duration.ZERO;
        for (LocalDate day = dayOf(from); !day.isAfter(dayOf(to)); day = day.plusDays(1)) {
            if (day(day).kind().working()) {
                for (OpenHours stretch : hours) {
                    Instant begins = later(at(day, stretch.from()), from);
                    Instant ends = at(day, stretch.to()).isBefore(to) ? at(day, stretch.to()) : to;
                    open = begins.isBefore(ends) ? open.plus(Duration.between(begins, ends)) : open;
                }
            }
        }
        return open;
    }

    /** The first of these times of a working day at or after a moment. */
    public Instant nextWorking(Instant from, List<LocalTime> times) {
        for (LocalDate day = dayOf(from); ; day = day.plusDays(1)) {
            if (day(day).kind().working()) {
                for (LocalTime time : times) {
                    if (!at(day, time).isBefore(from)) {
                        return at(day, time);
                    }
                }
            }
        }
    }

    /** Whether offices are open at that moment. */
    public boolean isOpen(Instant at) {
        LocalDate day = dayOf(at);
        return day(day).kind().working()
                && hours.stream()
                        .anyMatch(
                                stretch -> !at(day, stretch.from()).isAfter(at) && at.isBefore(at(day, stretch.to())));
    }

    LocalDate dayOf(Instant instant) {
        return instant.atZone(zone).toLocalDate();
    }

    Instant at(LocalDate day, LocalTime time) {
        return day.atTime(time).atZone(zone).toInstant();
    }

    private static Instant later(Instant one, Instant other) {
        return one.isAfter(other) ? one : other;
    }

    private static List<OpenHours> inOrder(List<OpenHours> hours) {
        if (hours.isEmpty()) {
            throw new IllegalArgumentException("至少要有一段办公时间");
        }
        for (int i = 1; i < hours.size(); i++) {
            if (hours.get(i).from().isBefore(hours.get(i - 1).to())) {
                throw new IllegalArgumentException("办公时间重叠或次序颠倒：" + hours.get(i - 1) + "、" + hours.get(i));
            }
        }
        return List.copyOf(hours);
    }
}
