package cn.hotline.routing.deadline;

import cn.hotline.routing.deadline.model.CalendarVersion;
import cn.hotline.routing.deadline.model.DayKind;
import cn.hotline.routing.deadline.model.SpecialDay;
import cn.hotline.routing.knowledge.KnowledgeFiles;
import cn.hotline.routing.knowledge.KnowledgeTable;
import cn.hotline.routing.version.model.Editor;
import com.tyme.holiday.LegalHoliday;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * How the working calendar of a city begins: legal holidays and make-up workdays as the State Council publishes them each autumn
 * (国务院办公厅关于部分节假日安排的通知, kept by tyme4j), and over them what the city decides itself
 * ({@code calendar-overrides.tsv}).
 */
public final class CalendarFile {

    private static final String FILE = "calendar-overrides.tsv";
    private static final String HOLIDAYS = "tyme4j-1.4.9";
    private static final int FIRST_YEAR = 2020;
    private static final int LAST_YEAR = 2035;

    private CalendarFile() {}

    /** @throws cn.hotline.routing.knowledge.KnowledgeFault when a line is malformed or names a day twice */
    public static CalendarVersion load(KnowledgeFiles files, Instant at) {
        Map<LocalDate, SpecialDay> days = legalHolidays();
        KnowledgeTable table = files.read(FILE, "day", "kind", "name");
        Set<LocalDate> own = new HashSet<>();
        for (KnowledgeTable.Row row : table.rows()) {
            SpecialDay decided = new SpecialDay(day(row), row.constant("kind", DayKind.class), row.text("name"));
            row.require(own.add(decided.day()), decided.day() + " stands twice");
            days.put(decided.day(), decided);
        }
        return new CalendarVersion(
                1,
                List.copyOf(days.values()),
                publishedYears(days),
                null,
                Editor.SERVICE,
                at,
                "随系统提供的日历（" + HOLIDAYS + "/" + table.version() + "）");
    }

    private static Map<LocalDate, SpecialDay> legalHolidays() {
        Map<LocalDate, SpecialDay> days = new TreeMap<>();
        LocalDate.of(FIRST_YEAR, 1, 1)
                .datesUntil(LocalDate.of(LAST_YEAR + 1, 1, 1))
                .forEach(day -> {
                    LegalHoliday known = LegalHoliday.fromYmd(day.getYear(), day.getMonthValue(), day.getDayOfMonth());
                    if (known != null) {
                        DayKind kind = known.isWork() ? DayKind.MAKE_UP : DayKind.HOLIDAY;
                        days.put(day, new SpecialDay(day, kind, known.getName()));
                    }
                });
        return days;
    }

    /**
     * National Day is in every year's notice, while New Year's bridge days may stand in the notice before. A city that
     * cannot wait for the library writes the notice into its own file, and the year is known.
     */
    private static List<Integer> publishedYears(Map<LocalDate, SpecialDay> days) {
        List<Integer> years = new ArrayList<>();
        for (int year = FIRST_YEAR; year <= LAST_YEAR; year++) {
            if (days.containsKey(LocalDate.of(year, 10, 1))) {
                years.add(year);
            }
        }
        return years;
    }

    private static LocalDate day(KnowledgeTable.Row row) {
        try {
            return LocalDate.parse(row.text("day"));
        } catch (DateTimeException notADay) {
            throw row.fault("day is written 2026-10-01, not " + row.text("day"));
        }
    }
}
