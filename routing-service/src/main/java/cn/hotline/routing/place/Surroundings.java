package cn.hotline.routing.place;

import cn.hotline.routing.knowledge.KnowledgeFiles;
import cn.hotline.routing.knowledge.KnowledgeTable;
import cn.hotline.routing.knowledge.WordIndex;
import cn.hotline.routing.knowledge.model.Validity;
import cn.hotline.routing.place.model.Area;
import cn.hotline.routing.place.model.Cell;
import cn.hotline.routing.place.model.Division;
import cn.hotline.routing.place.model.PlaceSuggestion;
import cn.hotline.routing.place.model.Setting;
import cn.hotline.routing.place.model.Whereabouts;
import cn.hotline.routing.units.Units;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What lies across, beside and below the counties: areas another unit is responsible for ({@code areas.tsv}), borders,
 * places outside the city ({@code outside.tsv}), and grid cells.
 */
public final class Surroundings {

    private static final int MOST = 5;
    /** A longer story names many places it does not happen at. */
    private static final int LETTER = 150;

    /** Of a county in which a given point lies: people point at the wrong side of a street. */
    private static final double BY_POINT = 0.9;
    /** Words that make two named counties one place between them. */
    private static final Pattern BORDERS = Pattern.compile("交界|接壤|交汇|分界|边界|两区之间|两县之间|(?<!城乡)结合部");
    /** How much of the surest a second county needs to lie there, too: where two roads meet, one is often in both. */
    private static final double BESIDE = 0.25;

    private final String version;
    private final CodeRegister<Area> register;
    private final WordIndex<List<String>> areas;
    private final WordIndex<Optional<String>> outside;
    private final GridCells cells;
    private final Divisions divisions;
    private final Units units;

    private Surroundings(
            String version,
            CodeRegister<Area> register,
            WordIndex<List<String>> areas,
            WordIndex<Optional<String>> outside,
            GridCells cells,
            Divisions divisions,
            Units units) {
        this.version = version;
        this.register = register;
        this.areas = areas;
        this.outside = outside;
        this.cells = cells;
        this.divisions = divisions;
        this.units = units;
    }

    /** @throws cn.hotline.routing.knowledge.KnowledgeFault when a line is malformed or names an unknown unit */
    public static Surroundings load(KnowledgeFiles files, Divisions divisions, Units units) {
        var reading = new CodeRegister.Reading<Area>();
        var words = new LinkedHashMap<String, List<String>>();
        var taken = new HashMap<String, List<Validity>>();
        var table = files.read("areas.tsv", "code", "name", "unit", "basis", "words", "from?", "until?", "successors?");
        for (var row : table.rows()) {
            var code = row.optional("code");
            code.ifPresent(one -> reading.add(row, one, area(row, one, units)));
            row.text("words");
            for (var word : row.words("words")) {
                var others = taken.computeIfAbsent(word, any -> new ArrayList<>());
                row.require(others.stream().noneMatch(row.validity()::meets), word + " stands twice");
                others.add(row.validity());
                var codes = words.computeIfAbsent(word, any -> new ArrayList<>());
                code.ifPresent(codes::add);
            }
        }
        var outside = new LinkedHashMap<String, Optional<String>>();
        for (var row : files.read("outside.tsv", "name", "words").rows()) {
            row.words("words").forEach(word -> outside.put(word, row.optional("name")));
        }
        return new Surroundings(
                table.version(),
                reading.whole(),
                new WordIndex<>(words),
                new WordIndex<>(outside),
                GridCells.load(files, divisions),
                divisions,
                units);
    }

    private static Area area(KnowledgeTable.Row row, String code, Units units) {
        var unit = units.find(row.text("unit"))
                .orElseThrow(() -> row.fault("unit " + row.text("unit") + " is not in units.tsv"));
        return new Area(code, row.text("name"), unit.code(), unit.name(), row.text("basis"), List.of());
    }

    /** Version of the areas. */
    public String version() {
        return version;
    }

    /** What the gazetteer found, and before it the community of the grid cell in which a given point lies. */
    public List<PlaceSuggestion> with(Whereabouts where, List<PlaceSuggestion> places) {
        if (where.divisionCode() != null) {
            return places;
        }
        return cellAt(where)
                .map(cell -> Stream.concat(
                                Stream.of(place(cell)), places.stream().filter(place -> !cell.communityCode()
                                        .startsWith(place.countyCode())))
                        .limit(MOST)
                        .toList())
                .orElse(places);
    }

    private PlaceSuggestion place(Cell cell) {
        var community = divisions.require(cell.communityCode());
        return new PlaceSuggestion(
                community.countyCode(),
                divisions.require(community.countyCode()).name(),
                community.streetCode(),
                divisions.require(community.streetCode()).name(),
                community.code(),
                community.name(),
                BY_POINT,
                List.of("坐标位于" + cell.name()),
                List.of(),
                false);
    }

    private Optional<Cell> cellAt(Whereabouts where) {
        return where.longitude() == null || where.latitude() == null
                ? Optional.empty()
                : cells.at(where.longitude(), where.latitude(), where.on());
    }

    /**
     * @param places what the gazetteer found, surest first
     * @param text title and story
     */
    public Setting of(Whereabouts where, String text, List<PlaceSuggestion> places) {
        var all = where.text() == null ? text : where.text() + "\n" + text;
        var best = places.isEmpty() ? null : places.get(0);
        return new Setting(
                outside(where, text, places),
                area(all, where.on()),
                border(all, places),
                cells(where, all, best),
                notes(where));
    }

    /** A place outside is one only where nothing inside is named with it; the place field outweighs the story. */
    private @Nullable String outside(Whereabouts where, String text, List<PlaceSuggestion> places) {
        if (where.divisionCode() != null) {
            return null;
        }
        var field = where.text() == null ? Optional.<String>empty() : outside(where.text());
        if (field.isPresent()) {
            return namesThisCity(where.text()) ? null : field.get();
        }
        return places.isEmpty() && text.length() <= LETTER ? outside(text).orElse(null) : null;
    }

    private Optional<String> outside(String text) {
        return outside.find(WordIndex.plain(text)).stream()
                .flatMap(hit -> hit.value().stream())
                .findFirst();
    }

    /** Streets of other cities have the same names as ours; counties do not. */
    private boolean namesThisCity(@Nullable String text) {
        return text != null
                && (text.contains("西宁")
                        || divisions.byName().entrySet().stream()
                                .anyMatch(name -> text.contains(name.getKey())
                                        && name.getValue().stream().anyMatch(Division::isCounty)));
    }

    /** The first area the text speaks of that there is on that day, with whoever answers for it then. */
    private @Nullable Area area(String text, LocalDate on) {
        Map<Area, Set<String>> found = new LinkedHashMap<>();
        areas.find(WordIndex.plain(text)).forEach(hit -> hit.value().stream()
                .flatMap(code -> register.on(code, on).stream())
                .forEach(area -> found.computeIfAbsent(area, any -> new LinkedHashSet<>())
                        .add(hit.word())));
        return found.entrySet().stream()
                .flatMap(one -> units.inCharge(one.getKey().unit(), on).stream()
                        .map(unit -> one.getKey().of(unit.code(), unit.name(), List.copyOf(one.getValue()))))
                .findFirst()
                .orElse(null);
    }

    private static List<String> border(String text, List<PlaceSuggestion> places) {
        return places.size() > 1
                        && places.get(1).confidence() >= BESIDE * places.get(0).confidence()
                        && BORDERS.matcher(text).find()
                ? places.stream().limit(2).map(PlaceSuggestion::countyCode).toList()
                : List.of();
    }

    private List<Cell> cells(Whereabouts where, String text, @Nullable PlaceSuggestion best) {
        return cellAt(where)
                .map(List::of)
                .orElseGet(() -> best == null || best.communityCode() == null
                        ? List.of()
                        : cells.of(best.communityCode(), text, where.on()));
    }

    private List<String> notes(Whereabouts where) {
        return where.divisionCode() == null
                ? List.of()
                : divisions.ended(where.divisionCode(), where.on()).stream().toList();
    }
}
