package cn.hotline.routing.units;

import cn.hotline.routing.knowledge.KnowledgeFiles;
import cn.hotline.routing.knowledge.KnowledgeTable;
import cn.hotline.routing.units.model.Unit;
import cn.hotline.routing.units.model.UnitLevel;
import java.time.LocalDate;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The directory of responsible units ({@code units.tsv}); a unit stands in the file after its parent. */
public final class Units {

    private static final String FILE = "units.tsv";

    private final String version;
    private final Map<String, Unit> byCode;

    private Units(String version, Map<String, Unit> byCode) {
        this.version = version;
        this.byCode = Collections.unmodifiableMap(byCode);
    }

    /** @throws cn.hotline.routing.knowledge.KnowledgeFault when a line is malformed or says something twice */
    public static Units load(KnowledgeFiles files) {
        var table = files.read(FILE, "code", "name", "level", "county", "parent", "until", "successor", "from?");
        var byCode = new LinkedHashMap<String, Unit>();
        for (var row : table.rows()) {
            var unit = read(row);
            row.require(unit.parent() == null || byCode.containsKey(unit.parent()), "parent does not stand above");
            row.require(byCode.put(unit.code(), unit) == null, "code " + unit.code() + " stands twice");
            row.require(
                    unit.level() != UnitLevel.COUNTY || unit.code().equals(unit.countyCode()),
                    "a county government has its county's code");
        }
        for (var row : table.rows()) {
            row.require(
                    row.optional("successor").stream().allMatch(byCode::containsKey), "successor is not in the file");
        }
        return new Units(table.version(), byCode);
    }

    private static Unit read(KnowledgeTable.Row row) {
        var code = row.text("code");
        row.require(code.matches("[0-9A-Z-]{6,40}"), "code '" + code + "' is not of 0-9, A-Z and -");
        return new Unit(
                code,
                row.text("name"),
                row.constant("level", UnitLevel.class),
                row.optional("county").orElse(null),
                row.optional("parent").orElse(null),
                row.optional("from").isPresent() ? row.day("from") : null,
                row.optional("until").isPresent() ? row.day("until") : null,
                row.optional("successor").orElse(null));
    }

    public String version() {
        return version;
    }

    /** In the order of the file. */
    public Collection<Unit> all() {
        return byCode.values();
    }

    public Optional<Unit> find(String code) {
        return Optional.ofNullable(byCode.get(code));
    }

    /** @throws UnknownUnit when there is none of this code */
    public Unit require(String code) {
        return find(code).orElseThrow(() -> new UnknownUnit(code));
    }

    /** The unit of this code, or whoever took over from it; empty when there is none on that day. */
    public Optional<Unit> inCharge(String code, LocalDate day) {
        var unit = byCode.get(code);
        for (int steps = 0; unit != null && unit.isGoneOn(day); steps++) {
            unit = unit.successor() == null || steps == byCode.size() ? null : byCode.get(unit.successor());
        }
        return Optional.ofNullable(unit).filter(found -> found.existsOn(day));
    }

    /** The unit of this code and all below it, whatever depth; empty when there is none. */
    public List<String> withAllBelow(String code) {
        var all = new LinkedHashSet<String>();
        for (var unit : byCode.values()) {
            if (unit.code().equals(code) || unit.parent() != null && all.contains(unit.parent())) {
                all.add(unit.code());
            }
        }
        return List.copyOf(all);
    }

    /** The government of a county; empty for a code that is none. */
    public Optional<Unit> ofCounty(String countyCode) {
        return find(countyCode).filter(unit -> unit.level() == UnitLevel.COUNTY);
    }
}
