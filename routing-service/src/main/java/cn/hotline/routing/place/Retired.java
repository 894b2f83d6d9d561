package cn.hotline.routing.place;

import cn.hotline.routing.knowledge.KnowledgeFiles;
import cn.hotline.routing.knowledge.KnowledgeTable;
import cn.hotline.routing.place.model.Division;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A division that is no more ({@code retired-divisions.tsv}). Its code is never used again.
 *
 * @param until last day it was in force; null when not known
 * @param successors codes in force of those that took over, that of the most first
 */
record Retired(String code, String name, @Nullable LocalDate until, List<String> successors) {

    private static final String FILE = "retired-divisions.tsv";

    String successor() {
        return successors.get(0);
    }

    static Map<String, Retired> load(KnowledgeFiles files, Map<String, Division> inForce) {
        var retired = new LinkedHashMap<String, Retired>();
        for (var row : files.read(FILE, "code", "name", "until", "successors").rows()) {
            var code = row.text("code");
            row.require(code.matches("\\d{6}(\\d{3}){0,2}"), "a code has 6, 9 or 12 digits");
            row.require(!inForce.containsKey(code), "code " + code + " is used again in divisions.tsv");
            row.text("successors");
            for (var successor : row.words("successors")) {
                row.require(inForce.containsKey(successor), "successor " + successor + " is not in divisions.tsv");
            }
            var old = new Retired(code, row.text("name"), until(row).orElse(null), row.words("successors"));
            row.require(
                    old.until == null || inForce.get(old.successor()).existsOn(old.until.plusDays(1)),
                    "successor " + old.successor() + " begins only after " + code + " has ended");
            row.require(retired.put(code, old) == null, "code " + code + " stands twice");
        }
        return retired;
    }

    private static Optional<LocalDate> until(KnowledgeTable.Row row) {
        try {
            return row.optional("until").map(LocalDate::parse);
        } catch (DateTimeParseException notADay) {
            throw row.fault("until is no day such as 2026-01-31");
        }
    }
}
