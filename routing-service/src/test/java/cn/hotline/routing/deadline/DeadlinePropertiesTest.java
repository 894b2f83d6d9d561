package cn.hotline.routing.deadline;

import static org.assertj.core.api.Assertions.assertThat;

import cn.hotline.chassis.ChassisWiring;
import cn.hotline.routing.deadline.model.Count;
import cn.hotline.routing.deadline.model.DayKind;
import cn.hotline.routing.deadline.model.OpenHours;
import cn.hotline.routing.deadline.model.SpecialDay;
import cn.hotline.routing.deadline.model.WorkingCalendar;
import cn.hotline.routing.knowledge.KnowledgeFiles;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.Year;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;

/** What must hold of counted working time, whatever the start, the length and the office hours. */
class DeadlinePropertiesTest {

    private static final List<List<OpenHours>> HOURS = List.of(
            List.of(OpenHours.of("08:30-12:00"), OpenHours.of("14:30-18:00")),
            List.of(OpenHours.of("09:00-17:00")),
            List.of(OpenHours.of("00:00-08:00"), OpenHours.of("08:00-12:00"), OpenHours.of("22:15-23:59")));

    private static final List<WorkingCalendar> CALENDARS = HOURS.stream()
            .map(hours -> CalendarFile.load(KnowledgeFiles.ofClassPath(), Instant.EPOCH)
                    .opened(hours, ChassisWiring.ZONE))
            .toList();

    @Property
    void moreWorkingTimeNeverGivesAnEarlierDeadline(
            @ForAll("calendars") WorkingCalendar calendar,
            @ForAll("moments") Instant start,
            @ForAll @IntRange(min = 1, max = 9_000) int minutes,
            @ForAll @IntRange(min = 1, max = 3_000) int more) {
        Instant sooner = calendar.open(start, Duration.ofMinutes(minutes)).dueAt();
        Instant later = calendar.open(start, Duration.ofMinutes(minutes + more)).dueAt();
        assertThat(later).isAfter(sooner);
    }

    @Property
    void aLaterStartNeverGivesAnEarlierDeadline(
            @ForAll("calendars") WorkingCalendar calendar,
            @ForAll("moments") Instant start,
            @ForAll @IntRange(min = 0, max = 20_000) int minutesLater,
            @ForAll @IntRange(min = 1, max = 9_000) int minutes) {
        Instant sooner = calendar.open(start, Duration.ofMinutes(minutes)).dueAt();
        Instant later = calendar.open(start.plus(Duration.ofMinutes(minutesLater)), Duration.ofMinutes(minutes))
                .dueAt();
        assertThat(later).isAfterOrEqualTo(sooner);
    }

    @Property
    void aDeadlineLiesInOfficeHoursOfAWorkingDay(
            @ForAll("calendars") WorkingCalendar calendar,
            @ForAll("moments") Instant start,
            @ForAll @IntRange(min = 1, max = 9_000) int minutes) {
        ZonedDateTime due =
                calendar.open(start, Duration.ofMinutes(minutes)).dueAt().atZone(ChassisWiring.ZONE);
        assertThat(calendar.day(due.toLocalDate()).kind().working()).isTrue();
        assertThat(calendar.hours())
                .anyMatch(open -> due.toLocalTime().isAfter(open.from())
                        && !due.toLocalTime().isAfter(open.to()));
    }

    @Property
    void whatCountedAddsUpToTheTimeAskedFor(
            @ForAll("calendars") WorkingCalendar calendar,
            @ForAll("moments") Instant start,
            @ForAll @IntRange(min = 1, max = 9_000) int minutes) {
        Count count = calendar.open(start, Duration.ofMinutes(minutes));
        Duration counted = count.counted().stream()
                .map(stretch -> Duration.between(stretch.from(), stretch.to()))
                .reduce(Duration.ZERO, Duration::plus);
        assertThat(counted).isEqualTo(Duration.ofMinutes(minutes));
        assertThat(count.counted()).allMatch(stretch -> stretch.from().isBefore(stretch.to()));
        assertThat(count.counted().get(count.counted().size() - 1).to()).isEqualTo(count.dueAt());
    }

    @Property
    void countingInTwoPartsIsCountingAtOnce(
            @ForAll("calendars") WorkingCalendar calendar,
            @ForAll("moments") Instant start,
            @ForAll @IntRange(min = 1, max = 3_000) int first,
            @ForAll @IntRange(min = 1, max = 3_000) int second) {
        Instant between = calendar.open(start, Duration.ofMinutes(first)).dueAt();
        assertThat(calendar.open(between, Duration.ofMinutes(second)).dueAt())
                .isEqualTo(
                        calendar.open(start, Duration.ofMinutes(first + second)).dueAt());
    }

    @Property
    void aMakeUpDayCountsLikeAnyWorkingDay(
            @ForAll("calendars") WorkingCalendar calendar, @ForAll("makeUpDays") LocalDate day) {
        Instant opening = day.atTime(calendar.hours().get(0).from())
                .atZone(ChassisWiring.ZONE)
                .toInstant();
        ZonedDateTime due =
                calendar.open(opening, calendar.workingDay()).dueAt().atZone(ChassisWiring.ZONE);

        assertThat(due.toLocalDate()).isEqualTo(day);
    }

    @Property
    void whatWasBeforeOpeningOrInAGapCountsFromTheNextOpening(
            @ForAll("calendars") WorkingCalendar calendar,
            @ForAll("moments") Instant start,
            @ForAll @IntRange(min = 1, max = 9_000) int minutes) {
        Count count = calendar.open(start, Duration.ofMinutes(minutes));

        Instant first = count.counted().get(0).from();
        assertThat(first).isAfterOrEqualTo(start);
        assertThat(calendar.openBetween(start, first)).isZero();
        assertThat(calendar.openBetween(start, count.dueAt())).isEqualTo(Duration.ofMinutes(minutes));
    }

    /** Also when the clock of a machine jumps back and the second moment lies before the first. */
    @Property
    void noTimeIsEverNegative(
            @ForAll("calendars") WorkingCalendar calendar,
            @ForAll("moments") Instant one,
            @ForAll("moments") Instant other) {
        assertThat(calendar.openBetween(one, other).isNegative()).isFalse();
        if (other.isBefore(one)) {
            assertThat(calendar.openBetween(one, other)).isZero();
        }
    }

    @Property
    void aDayOffMoreNeverGivesAnEarlierDeadline(
            @ForAll("moments") Instant start,
            @ForAll @IntRange(min = 0, max = 20) int daysLater,
            @ForAll @IntRange(min = 1, max = 9_000) int minutes) {
        WorkingCalendar calendar = CALENDARS.get(0);
        String day = start.atZone(ChassisWiring.ZONE)
                .toLocalDate()
                .plusDays(daysLater)
                .toString();
        WorkingCalendar less = Calendars.with(calendar, 2, Calendars.off(day));

        assertThat(less.open(start, Duration.ofMinutes(minutes)).dueAt())
                .isAfterOrEqualTo(
                        calendar.open(start, Duration.ofMinutes(minutes)).dueAt());
    }

    @Provide
    Arbitrary<LocalDate> makeUpDays() {
        return Arbitraries.of(IntStream.rangeClosed(2024, 2026)
                .mapToObj(Year::of)
                .flatMap(year -> CALENDARS.get(0).specialDays(year).stream())
                .filter(day -> day.kind() == DayKind.MAKE_UP)
                .map(SpecialDay::day)
                .toList());
    }

    @Provide
    Arbitrary<WorkingCalendar> calendars() {
        return Arbitraries.of(CALENDARS);
    }

    /** To the minute, over years with holidays, a year with none known yet, and their ends. */
    @Provide
    Arbitrary<Instant> moments() {
        LocalDateTime first = LocalDateTime.of(2024, 1, 1, 0, 0);
        int minutes = 4 * 366 * 24 * 60;
        return Arbitraries.integers().between(0, minutes).map(minute -> first.plusMinutes(minute)
                .atZone(ChassisWiring.ZONE)
                .toInstant());
    }
}
