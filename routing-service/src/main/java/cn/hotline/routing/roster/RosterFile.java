package cn.hotline.routing.roster;

import cn.hotline.routing.knowledge.KnowledgeFiles;
import cn.hotline.routing.knowledge.KnowledgeTable;
import cn.hotline.routing.roster.model.Duty;
import cn.hotline.routing.roster.model.Duty.Weekday;
import cn.hotline.routing.roster.model.Member;
import cn.hotline.routing.roster.model.Roster.Plan;
import cn.hotline.routing.units.Units;
import cn.hotline.routing.units.model.Post;
import java.time.DayOfWeek;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What units start with ({@code rosters.tsv}): one person a line, with the days of the week they are on duty. */
final class RosterFile {

    private static final String FILE = "rosters.tsv";

    private RosterFile() {}

    /** @throws cn.hotline.routing.knowledge.KnowledgeFault when a line is malformed or names an unknown unit */
    static Map<String, Plan> load(KnowledgeFiles files, Units units) {
        Map<String, List<KnowledgeTable.Row>> byUnit = new LinkedHashMap<>();
        for (KnowledgeTable.Row row : files.read(FILE, "unit", "account", "name", "post", "phone", "days", "dutyPhone")
                .rows()) {
            row.require(units.find(row.text("unit")).isPresent(), "unit is not in the directory");
            byUnit.computeIfAbsent(row.text("unit"), any -> new ArrayList<>()).add(row);
        }
        Map<String, Plan> plans = new LinkedHashMap<>();
        byUnit.forEach((unit, rows) -> plans.put(unit, plan(rows)));
        return plans;
    }

    private static Plan plan(List<KnowledgeTable.Row> rows) {
        List<Member> people = rows.stream()
                .map(row -> new Member(
                        row.text("account"),
                        row.text("name"),
                        row.constant("post", Post.class),
                        row.optional("phone").orElse(null)))
                .toList();
        return new Plan(people, List.of(), duty(rows));
    }

    private static @Nullable Duty duty(List<KnowledgeTable.Row> rows) {
        List<Weekday> week = rows.stream()
                .flatMap(row ->
                        row.words("days").stream().map(day -> new Weekday(weekday(row, day), row.text("account"))))
                .toList();
        return rows.stream()
                .flatMap(row -> row.optional("dutyPhone").stream())
                .findFirst()
                .map(phone -> new Duty(phone, week, List.of()))
                .orElse(null);
    }

    private static DayOfWeek weekday(KnowledgeTable.Row row, String day) {
        row.require(day.matches("[1-7]"), "day '" + day + "' is not of 1 to 7");
        return DayOfWeek.of(Integer.parseInt(day));
    }
}
