package cn.hotline.routing.catalogue;

import static java.util.Comparator.comparing;
import static java.util.stream.Collectors.groupingBy;

import cn.hotline.routing.catalogue.model.CatalogueEntry;
import cn.hotline.routing.catalogue.model.PlaceReach;
import cn.hotline.routing.catalogue.model.Scope;
import cn.hotline.routing.catalogue.model.UnitRole;
import cn.hotline.routing.catalogue.model.UnitSuggestion;
import cn.hotline.routing.classification.Categories;
import cn.hotline.routing.classification.model.Category;
import cn.hotline.routing.knowledge.KnowledgeFiles;
import cn.hotline.routing.knowledge.WordIndex;
import cn.hotline.routing.place.model.PlaceSuggestion;
import cn.hotline.routing.units.Units;
import cn.hotline.routing.units.model.Unit;
import cn.hotline.routing.units.model.UnitLevel;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * 派单目录 of one version as it holds on one day: which unit answers for which class of appeals at which place.
 *
 * <p>Immutable.
 */
public final class Catalogue {

    private final String version;
    private final Map<String, List<CatalogueEntry>> byCategory;
    private final Categories categories;
    private final Units units;
    private final LocalDate day;

    /**
     * @param entries whose classes and units are all known; those that do not hold on that day are left out
     * @param day on which it is asked
     */
    public Catalogue(String version, List<CatalogueEntry> entries, Categories categories, Units units, LocalDate day) {
        this.version = version;
        this.byCategory = entries.stream()
                .filter(entry -> entry.validity().holdsOn(day))
                .sorted(comparing(CatalogueEntry::scope, Scope.MORE_EXACT_FIRST))
                .collect(groupingBy(entry -> entry.scope().category()));
        this.categories = categories;
        this.units = units;
        this.day = day;
    }

    /**
     * As it comes with the service, or from an operator's folder.
     *
     * @throws cn.hotline.routing.knowledge.KnowledgeFault when a line is malformed or names what is not there
     */
    public static Catalogue load(KnowledgeFiles files, Categories categories, Units units) {
        var file = CatalogueFile.load(files, categories, units);
        return new Catalogue(file.version(), file.entries(), categories, units, LocalDate.EPOCH);
    }

    /** What decisions made with it are marked with. */
    public String version() {
        return version;
    }

    /** On which it is asked. */
    LocalDate day() {
        return day;
    }

    /**
     * The entry that applies: of the class itself before those above it, then the more exact; an entry whose lead is not
     * there for this place does not apply.
     *
     * @param text title and content, in which the words of an entry's object are looked for
     */
    public Optional<CatalogueEntry> entry(Category category, @Nullable PlaceSuggestion place, String text) {
        return applying(category, place, text)
                .filter(entry -> unit(entry.duty().lead(), place).isPresent())
                .findFirst();
    }

    /** The lead and its co-handlers for this class at this place; empty when nothing fits. */
    public List<UnitSuggestion> route(Category category, @Nullable PlaceSuggestion place, String text) {
        return entry(category, place, text)
                .map(entry -> suggestions(entry, category, place))
                .orElse(List.of());
    }

    /** 乡镇街道不承接: the entry by which this unit, of a street or a community, may not be given such an appeal. */
    public Optional<CatalogueEntry> bars(
            String unitCode, Category category, @Nullable PlaceSuggestion place, String text) {
        return units.find(unitCode)
                .filter(unit -> unit.level() == UnitLevel.STREET || unit.level() == UnitLevel.COMMUNITY)
                .flatMap(unit -> applying(category, place, text)
                        .filter(entry -> entry.duty().notForStreets())
                        .findFirst());
    }

    private Stream<CatalogueEntry> applying(Category category, @Nullable PlaceSuggestion place, String text) {
        var path = new ArrayList<>(categories.path(category));
        Collections.reverse(path);
        return path.stream()
                .flatMap(step -> byCategory.getOrDefault(step.code(), List.of()).stream())
                .filter(entry -> entry.scope().reachedBy(place)
                        && speaksOf(text, entry.scope().objects()));
    }

    private static boolean speaksOf(String text, List<String> objects) {
        if (objects.isEmpty()) {
            return true;
        }
        var plain = WordIndex.plain(text);
        return objects.stream().anyMatch(word -> plain.contains(WordIndex.plain(word)));
    }

    /** The unit that a code in an entry means at this place. */
    private Optional<Unit> unit(String code, @Nullable PlaceSuggestion place) {
        return PlaceReach.ofStand(code)
                .map(reach -> reach.codeOf(place))
                .orElse(Optional.of(code))
                .flatMap(known -> units.inCharge(known, day));
    }

    private List<UnitSuggestion> suggestions(CatalogueEntry entry, Category category, @Nullable PlaceSuggestion place) {
        var lead = suggestion(entry, entry.duty().lead(), UnitRole.LEAD, category, place);
        var helpers = entry.duty().coUnits().stream()
                .flatMap(unit -> suggestion(entry, unit, UnitRole.CO, category, place).stream())
                .filter(helper -> lead.stream().noneMatch(unit -> unit.code().equals(helper.code())));
        return Stream.concat(lead.stream(), helpers).toList();
    }

    private Optional<UnitSuggestion> suggestion(
            CatalogueEntry entry, String code, UnitRole role, Category category, @Nullable PlaceSuggestion place) {
        var where = place == null
                ? Optional.<String>empty()
                : PlaceReach.ofStand(code).flatMap(reach -> reach.nameOf(place));
        return unit(code, place).map(unit -> {
            var reason = "“" + category.term() + "”"
                    + where.map(name -> "由属地（" + name + "）").orElse("由该单位") + role.term() + "，依据："
                    + entry.duty().basis();
            return new UnitSuggestion(unit.code(), unit.name(), role, entry.id(), version, reason);
        });
    }
}
