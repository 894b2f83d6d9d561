package cn.hotline.routing.deadline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.hotline.chassis.ChassisWiring;
import cn.hotline.routing.deadline.model.CalendarVersion;
import cn.hotline.routing.deadline.model.Count;
import cn.hotline.routing.deadline.model.DayKind;
import cn.hotline.routing.deadline.model.OpenHours;
import cn.hotline.routing.deadline.model.WorkingCalendar;
import cn.hotline.routing.knowledge.KnowledgeFault;
import cn.hotline.routing.knowledge.KnowledgeFiles;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.Year;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WorkingCalendarTest {

    private static final List<OpenHours> HOURS = List.of(OpenHours.of("08:30-12:00"), OpenHours.of("14:30-18:00"));
    private static final WorkingCalendar CALENDAR =
            CalendarFile.load(KnowledgeFiles.ofClassPath(), Instant.EPOCH).opened(HOURS, ChassisWiring.ZONE);

    @Test
    void lunchDoesNotCount() {
        assertThat(open("2026-11-23T11:30", Duration.ofHours(1))).isEqualTo(at("2026-11-23T15:00"));
    }

    @Test
    void aLimitThatStartsAtNightStartsAtTheNextOpening() {
        assertThat(open("2026-11-23T20:00", Duration.ofHours(1))).isEqualTo(at("2026-11-24T09:30"));
    }

    @Test
    void oneWorkingDayEndsAtTheSameTimeOfTheNextWorkingDay() {
        assertThat(open("2026-11-23T10:15", CALENDAR.workingDay())).isEqualTo(at("2026-11-24T10:15"));
        assertThat(open("2026-11-27T10:15", CALENDAR.workingDay())).isEqualTo(at("2026-11-30T10:15"));
    }

    @Test
    void aSaturdayMadeAWorkdayCounts() {
        assertThat(CALENDAR.day(LocalDate.of(2026, 10, 10)).kind()).isEqualTo(DayKind.MAKE_UP);
        assertThat(open("2026-10-09T17:00", Duration.ofHours(2))).isEqualTo(at("2026-10-10T09:30"));
    }

    @Test
    void aTicketAtOneMinuteToMidnightBeforeALongHolidayIsDueAfterIt() {
        Count count = CALENDAR.open(at("2026-09-30T23:59"), CALENDAR.workingDay());

        assertThat(count.dueAt()).isEqualTo(at("2026-10-08T18:00"));
        assertThat(count.skipped()).hasSize(7).allMatch(skipped -> skipped.why().equals("国庆节"));
    }

    @Test
    void aYearWhoseHolidaysAreNotPublishedIsCountedByWeekendsAndSaysSo() {
        assertThat(CALENDAR.knows(Year.of(2026))).isTrue();
        assertThat(CALENDAR.knows(Year.of(2027))).isFalse();

        Count over = CALENDAR.open(at("2026-12-31T17:00"), Duration.ofHours(2));
        assertThat(over.assumed()).isTrue();
        assertThat(over.dueAt()).isEqualTo(at("2027-01-01T09:30"));
        assertThat(CALENDAR.open(at("2026-12-30T09:00"), Duration.ofHours(2)).assumed())
                .isFalse();
    }

    @Test
    void naturalTimeRunsThroughNightsAndHolidays() {
        Count count = CALENDAR.natural(at("2026-10-01T22:00"), Duration.ofDays(2));

        assertThat(count.dueAt()).isEqualTo(at("2026-10-03T22:00"));
        assertThat(count.counted()).hasSize(3);
        assertThat(count.skipped()).isEmpty();
    }

    @Test
    void theCityMayDecideOtherwise(@TempDir Path folder) throws IOException {
        Files.writeString(
                folder.resolve("calendar-overrides.tsv"),
                "#version 城市-3\nday\tkind\tname\n2026-11-23\tHOLIDAY\t暴雪停工\n2027-10-01\tHOLIDAY\t国庆节\n");
        CalendarVersion first = CalendarFile.load(KnowledgeFiles.of(folder), Instant.EPOCH);
        WorkingCalendar own = first.opened(HOURS, ChassisWiring.ZONE);

        assertThat(own.day(LocalDate.of(2026, 11, 23)).name()).isEqualTo("暴雪停工");
        assertThat(own.open(at("2026-11-23T09:00"), Duration.ofHours(1)).dueAt())
                .isEqualTo(at("2026-11-24T09:30"));
        assertThat(first.reason()).contains("城市-3");
        assertThat(own.version()).isEqualTo("1");
        assertThat(own.knows(Year.of(2027))).isTrue();
    }

    @Test
    void aDayThatIsNoneNamesItsLine(@TempDir Path folder) throws IOException {
        Files.writeString(
                folder.resolve("calendar-overrides.tsv"), "#version 1\nday\tkind\tname\n2026-02-30\tHOLIDAY\t无此日\n");

        assertThatThrownBy(() -> CalendarFile.load(KnowledgeFiles.of(folder), Instant.EPOCH))
                .isInstanceOf(KnowledgeFault.class)
                .hasMessageContaining("calendar-overrides.tsv:3");
    }

    @Test
    void officeHoursMayNotOverlap() {
        List<OpenHours> overlapping = List.of(OpenHours.of("08:30-12:00"), OpenHours.of("11:00-18:00"));

        assertThatThrownBy(() -> CalendarFile.load(KnowledgeFiles.ofClassPath(), Instant.EPOCH)
                        .opened(overlapping, ChassisWiring.ZONE))
                .hasMessageContaining("11:00-18:00");
        assertThatThrownBy(() -> OpenHours.of("18:00-08:30")).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> OpenHours.of("早八点")).hasMessageContaining("早八点");
    }

    private static Instant open(String start, Duration time) {
        return CALENDAR.open(at(start), time).dueAt();
    }

    private static Instant at(String local) {
        return LocalDateTime.parse(local).atZone(ChassisWiring.ZONE).toInstant();
    }
}
