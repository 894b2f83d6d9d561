package cn.hotline.routing.deadline;

import static org.assertj.core.api.Assertions.assertThat;

import cn.hotline.chassis.ChassisWiring;
import cn.hotline.routing.deadline.model.CalendarVersion;
import cn.hotline.routing.deadline.model.DayKind;
import cn.hotline.routing.deadline.model.OpenHours;
import cn.hotline.routing.deadline.model.WorkingCalendar;
import cn.hotline.routing.knowledge.KnowledgeFiles;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestReporter;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The calendar a city begins with is, day by day, what the State Council published. */
class PublishedNoticesTest {

    private static final CalendarVersion FIRST = CalendarFile.load(KnowledgeFiles.ofClassPath(), Instant.EPOCH);

    /** The notices as we read them: days off, then days worked on a weekend. */
    @ParameterizedTest
    @CsvSource({
        "2024, 0101 0210-0217 0404-0406 0501-0505 0610 0915-0917 1001-1007, 0204 0218 0407 0428 0511 0914 0929 1012",
        "2025, 0101 0128-0204 0404-0406 0501-0505 0531-0602 1001-1008, 0126 0208 0427 0928 1011",
        "2026, 0101-0103 0215-0223 0404-0406 0501-0505 0619-0621 0925-0927 1001-1007, 0104 0214 0228 0509 0920 1010"
    })
    void everyDayOfTheNoticeIsKnownAndNoOther(int year, String off, String work) {
        Map<LocalDate, DayKind> notice = new TreeMap<>();
        addTo(notice, year, off, DayKind.HOLIDAY);
        addTo(notice, year, work, DayKind.MAKE_UP);

        assertThat(workdays(year)).isEqualTo(workdays(year, notice));
        assertThat(FIRST.years()).contains(year);
    }

    @Test
    void noNoticeForNextYearIsKnownYet() {
        assertThat(FIRST.years()).doesNotContain(2027);
        assertThat(FIRST.of(2027)).isEmpty();
    }

    /** With {@code -Dhotline.calendars=folder}: the same against files of the notices, one a year, {@code 2026.json}. */
    @Test
    void whoHasTheNoticesAsFilesComparesWithThem(TestReporter reporter) throws IOException {
        String folder = System.getProperty("hotline.calendars");
        if (folder == null) {
            reporter.publishEntry(
                    "calendars", "no folder with notices named (-Dhotline.calendars), compared by hand only");
            return;
        }
        for (int year : new int[] {2024, 2025, 2026, 2027}) {
            JsonNode file = JsonMapper.builder().build().readTree(Files.readAllBytes(Path.of(folder, year + ".json")));
            Map<LocalDate, DayKind> notice = new TreeMap<>();
            file.get("days")
                    .forEach(day -> notice.put(
                            LocalDate.parse(day.get("date").stringValue()),
                            day.get("isOffDay").booleanValue() ? DayKind.HOLIDAY : DayKind.MAKE_UP));
            assertThat(workdays(year)).as("%s", year).isEqualTo(workdays(year, notice));
        }
        reporter.publishEntry("calendars", "compared with " + folder);
    }

    private static List<LocalDate> workdays(int year) {
        WorkingCalendar calendar = FIRST.opened(List.of(OpenHours.of("09:00-17:00")), ChassisWiring.ZONE);
        return daysOf(year).filter(day -> calendar.day(day).kind().working()).toList();
    }

    /** A notice does not repeat every weekend. */
    private static List<LocalDate> workdays(int year, Map<LocalDate, DayKind> notice) {
        return daysOf(year)
                .filter(day -> notice.containsKey(day)
                        ? notice.get(day) == DayKind.MAKE_UP
                        : day.getDayOfWeek().getValue() <= 5)
                .toList();
    }

    private static Stream<LocalDate> daysOf(int year) {
        return LocalDate.of(year, 1, 1).datesUntil(LocalDate.of(year + 1, 1, 1));
    }

    private static void addTo(Map<LocalDate, DayKind> notice, int year, String days, DayKind kind) {
        for (String stretch : days.split(" ")) {
            String[] ends = stretch.split("-");
            day(year, ends[0])
                    .datesUntil(day(year, ends[ends.length - 1]).plusDays(1))
                    .forEach(day -> notice.put(day, kind));
        }
    }

    private static LocalDate day(int year, String monthAndDay) {
        return LocalDate.of(
                year, Integer.parseInt(monthAndDay.substring(0, 2)), Integer.parseInt(monthAndDay.substring(2)));
    }
}
