package cn.hotline.routing.catalogue;

import static cn.hotline.routing.catalogue.model.CatalogueEntry.COUNTY_OF_PLACE;
import static java.util.Comparator.comparing;
import static java.util.Comparator.reverseOrder;
import static java.util.stream.Collectors.groupingBy;

import cn.hotline.routing.catalogue.model.CatalogueEntry;
import cn.hotline.routing.catalogue.model.PlaceReach;
import cn.hotline.routing.catalogue.model.UnitRole;
import cn.hotline.routing.catalogue.model.UnitSuggestion;
import cn.hotline.routing.classification.Categories;
import cn.hotline.routing.classification.model.Category;
import cn.hotline.routing.classification.model.Urgency;
import cn.hotline.routing.knowledge.KnowledgeFiles;
import cn.hotline.routing.knowledge.KnowledgeTable;
import cn.hotline.routing.place.model.PlaceSuggestion;
import cn.hotline.routing.units.Units;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** 派单目录: which unit answers for which class of appeals at which place ({@code catalogue.tsv}). */
public final class Catalogue {

    private static final String FILE = "catalogue.tsv";

    private final String version;
    private final List<CatalogueEntry> entries;
    private final Map<String, List<CatalogueEntry>> byCategory;
    private final Categories categories;
    private final Units units;

    private Catalogue(String version, List<CatalogueEntry> entries, Categories categories, Units units) {
        this.version = version;
        this.entries = List.copyOf(entries);
        this.byCategory = entries.stream().collect(groupingBy(CatalogueEntry::category));
        this.categories = categories;
        this.units = units;
    }

    /** @throws cn.hotline.routing.knowledge.KnowledgeFault when a line is malformed or names what is not there */
    public static Catalogue load(KnowledgeFiles files, Categories categories, Units units) {
        var table = files.read(FILE, "rule", "category", "reach", "lead", "coUnits", "grade", "basis");
        var ids = new HashSet<String>();
        var cases = new HashSet<String>();
        var entries = new ArrayList<CatalogueEntry>();
        for (var row : table.rows()) {
            var entry = read(row, categories, units);
            row.require(ids.add(entry.id()), "rule " + entry.id() + " stands twice");
            row.require(cases.add(entry.category() + entry.reach()), "another rule says this class and reach");
            entries.add(entry);
        }
        return new Catalogue(table.version(), entries, categories, units);
    }

    private static CatalogueEntry read(KnowledgeTable.Row row, Categories categories, Units units) {
        var entry = new CatalogueEntry(
                row.text("rule"),
                row.text("category"),
                row.constant("reach", PlaceReach.class),
                row.text("lead"),
                row.words("coUnits"),
                row.text("basis"),
                row.optional("grade").isPresent() ? row.constant("grade", Urgency.class) : null);
        row.require(categories.find(entry.category()).isPresent(), "category " + entry.category() + " is unknown");
        Stream.concat(Stream.of(entry.lead()), entry.coUnits().stream()).forEach(unit -> {
            row.require(unit.equals(COUNTY_OF_PLACE) || units.find(unit).isPresent(), "unit " + unit + " is unknown");
            row.require(
                    !unit.equals(COUNTY_OF_PLACE) || entry.reach() != PlaceReach.ANYWHERE,
                    "the county of the place needs a place");
        });
        return entry;
    }

    public String version() {
        return version;
    }

    /** In the order of the file. */
    public List<CatalogueEntry> entries() {
        return entries;
    }

    /** The entry that applies: of the class itself before those above it, the more exact place before the vaguer. */
    public Optional<CatalogueEntry> entry(Category category, @Nullable PlaceSuggestion place) {
        var path = new ArrayList<>(categories.path(category));
        Collections.reverse(path);
        return path.stream()
                .flatMap(step -> byCategory.getOrDefault(step.code(), List.of()).stream()
                        .filter(entry -> entry.reach().reachedBy(place))
                        .sorted(comparing(CatalogueEntry::reach, reverseOrder())))
                .findFirst();
    }

    /** The lead and its co-handlers for this class at this place; empty when nothing fits. */
    public List<UnitSuggestion> route(Category category, @Nullable PlaceSuggestion place) {
        return entry(category, place)
                .map(entry -> suggestions(entry, category, place))
                .orElse(List.of());
    }

    private List<UnitSuggestion> suggestions(CatalogueEntry entry, Category category, @Nullable PlaceSuggestion place) {
        var lead = suggestion(entry, entry.lead(), UnitRole.LEAD, category, place);
        var helpers = entry.coUnits().stream()
                .map(unit -> suggestion(entry, unit, UnitRole.CO, category, place))
                .filter(helper -> !helper.code().equals(lead.code()));
        return Stream.concat(Stream.of(lead), helpers).toList();
    }

    private UnitSuggestion suggestion(
            CatalogueEntry entry, String unitCode, UnitRole role, Category category, @Nullable PlaceSuggestion place) {
        boolean byPlace = unitCode.equals(COUNTY_OF_PLACE) && place != null;
        var unit = units.require(byPlace ? place.countyCode() : unitCode);
        var reason = "“" + category.term() + "”" + (byPlace ? "由属地（" + place.county() + "）" : "由该单位") + role.term()
                + "，依据：" + entry.basis();
        return new UnitSuggestion(unit.code(), unit.name(), role, entry.id(), version, reason);
    }
}
