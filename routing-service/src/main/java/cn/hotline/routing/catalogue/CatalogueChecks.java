package cn.hotline.routing.catalogue;

import static java.util.stream.Collectors.groupingBy;

import cn.hotline.routing.catalogue.model.CatalogueEntry;
import cn.hotline.routing.catalogue.model.Decision;
import cn.hotline.routing.catalogue.model.Finding;
import cn.hotline.routing.catalogue.model.Finding.Kind;
import cn.hotline.routing.catalogue.model.PlaceReach;
import cn.hotline.routing.catalogue.model.Scope;
import cn.hotline.routing.classification.Categories;
import cn.hotline.routing.classification.model.Category;
import cn.hotline.routing.place.Divisions;
import cn.hotline.routing.place.model.Division;
import cn.hotline.routing.place.model.PlaceSuggestion;
import cn.hotline.routing.units.Units;
import cn.hotline.routing.units.model.Unit;
import cn.hotline.routing.units.model.UnitLevel;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** 目录检查: what is wrong with a catalogue before it counts. Stateless. */
public final class CatalogueChecks {

    /** An end is told so long before. */
    private static final int DAYS_AHEAD = 30;

    private static final int SECOND = 2;

    private final Categories categories;
    private final Units units;
    private final Divisions divisions;
    private final Clock clock;

    public CatalogueChecks(Categories categories, Units units, Divisions divisions, Clock clock) {
        this.categories = categories;
        this.units = units;
        this.divisions = divisions;
        this.clock = clock;
    }

    /**
     * Everything wrong with these entries, what blocks first.
     *
     * @param lastMonth tickets by which it is told how much a fault matters; may be empty
     */
    public List<Finding> of(List<CatalogueEntry> entries, List<Decision> lastMonth) {
        var today = LocalDate.now(clock);
        var unknown = entries.stream().flatMap(this::unknown).toList();
        var sound = unknown.isEmpty()
                ? Stream.of(streets(entries), gaps(entries, lastMonth, today))
                        .flatMap(List::stream)
                        .toList()
                : List.<Finding>of();
        var rest = Stream.of(
                        entries.isEmpty()
                                ? List.of(new Finding(Kind.EMPTY, List.of(), "目录中没有任何条目。", 0))
                                : List.<Finding>of(),
                        sameIds(entries),
                        overlaps(entries, lastMonth),
                        unknown,
                        sound,
                        gone(entries, lastMonth, today),
                        ended(entries, lastMonth, today),
                        expired(entries, lastMonth, today))
                .flatMap(List::stream)
                .toList();
        return Stream.concat(
                        rest.stream().filter(finding -> finding.kind().blocks()),
                        rest.stream().filter(finding -> !finding.kind().blocks()))
                .toList();
    }

    private static List<Finding> sameIds(List<CatalogueEntry> entries) {
        return entries.stream()
                .collect(groupingBy(CatalogueEntry::id, LinkedHashMap::new, Collectors.counting()))
                .entrySet()
                .stream()
                .filter(id -> id.getValue() > 1)
                .map(id -> new Finding(
                        Kind.SAME_ID, List.of(id.getKey()), "条目编号 " + id.getKey() + " 用了 " + id.getValue() + " 次。", 0))
                .toList();
    }

    private List<Finding> overlaps(List<CatalogueEntry> entries, List<Decision> lastMonth) {
        var found = new ArrayList<Finding>();
        for (int i = 0; i < entries.size(); i++) {
            for (var other : entries.subList(i + 1, entries.size())) {
                var one = entries.get(i);
                if (one.scope().rivals(other.scope()) && one.validity().meets(other.validity())) {
                    found.add(new Finding(
                            Kind.OVERLAP,
                            List.of(one.id(), other.id()),
                            one.id() + " 与 " + other.id() + " 管的是同一分类（" + term(one.scope())
                                    + "）、同一属地、同一时间，请保留一条，或改对象、属地、有效期。",
                            touched(one.scope(), lastMonth)));
                }
            }
        }
        return found;
    }

    private Stream<Finding> unknown(CatalogueEntry entry) {
        var scope = entry.scope();
        var found = new ArrayList<Finding>();
        if (categories.find(scope.category()).isEmpty()) {
            found.add(of(Kind.UNKNOWN_CLASS, entry, "分类 " + scope.category() + " 不存在，请重新选择。"));
        }
        if (scope.division() != null && divisions.find(scope.division()).isEmpty()) {
            found.add(of(Kind.UNKNOWN_PLACE, entry, "区划 " + scope.division() + " 不存在，请重新选择。"));
        }
        unitsOf(entry).forEach(code -> PlaceReach.ofStand(code)
                .ifPresentOrElse(
                        level -> {
                            if (level.compareTo(scope.reach()) > 0) {
                                found.add(of(
                                        Kind.NEEDS_PLACE,
                                        entry,
                                        "由属地" + level.term() + "承办的，属地层级至少须到" + level.term() + "。"));
                            }
                        },
                        () -> {
                            if (units.find(code).isEmpty()) {
                                found.add(of(Kind.UNKNOWN_UNIT, entry, "单位 " + code + " 不存在，请重新选择。"));
                            }
                        }));
        return found.stream();
    }

    /** What towns and streets do not take on must not be theirs by another entry of the class, or of one below it. */
    private List<Finding> streets(List<CatalogueEntry> entries) {
        var barring =
                entries.stream().filter(entry -> entry.duty().notForStreets()).toList();
        return entries.stream()
                .filter(entry -> unitsOf(entry).anyMatch(this::isOfStreets))
                .flatMap(entry -> barring.stream()
                        .filter(bar -> bars(bar, entry))
                        .limit(1)
                        .map(bar -> new Finding(
                                Kind.NOT_FOR_STREETS,
                                List.of(entry.id()),
                                entry.id() + " 交给乡镇街道或社区，但 " + bar.id() + " 规定“" + term(bar.scope()) + "”乡镇街道不承接（"
                                        + bar.duty().basis() + "）。",
                                0)))
                .toList();
    }

    private boolean bars(CatalogueEntry bar, CatalogueEntry entry) {
        return categories.path(categories.require(entry.scope().category())).stream()
                        .anyMatch(step -> step.code().equals(bar.scope().category()))
                && (bar.scope().division() == null
                        || entry.scope().division() != null
                                && entry.scope()
                                        .division()
                                        .startsWith(bar.scope().division()))
                && bar.validity().meets(entry.validity());
    }

    private boolean isOfStreets(String code) {
        return PlaceReach.ofStand(code)
                .map(level -> level.compareTo(PlaceReach.COUNTY) > 0)
                .orElseGet(() -> units.find(code)
                        .map(Unit::level)
                        .filter(level -> level == UnitLevel.STREET || level == UnitLevel.COMMUNITY)
                        .isPresent());
    }

    /** Classes in counties where no entry names anybody; of the third level none, they have what the second has. */
    private List<Finding> gaps(List<CatalogueEntry> entries, List<Decision> lastMonth, LocalDate today) {
        var index = new Catalogue("", entries, categories, units, today);
        var above = categories.all().stream().map(Category::parent).collect(Collectors.toSet());
        var counties = divisions.on(today).stream().filter(Division::isCounty).toList();
        return categories.all().stream()
                .filter(category ->
                        category.level() == SECOND || category.level() < SECOND && !above.contains(category.code()))
                .flatMap(category -> gap(category, counties, index, lastMonth).stream())
                .toList();
    }

    private Optional<Finding> gap(
            Category category, List<Division> counties, Catalogue index, List<Decision> lastMonth) {
        var open = counties.stream()
                .filter(county -> index.entry(category, place(county), "").isEmpty())
                .toList();
        if (open.isEmpty()) {
            return Optional.empty();
        }
        var where = open.size() == counties.size()
                ? "任何县区"
                : open.stream().map(Division::name).collect(Collectors.joining("、"));
        long tickets = lastMonth.stream()
                .filter(ticket -> categories
                        .find(Objects.requireNonNullElse(ticket.category(), ""))
                        .filter(seen -> categories.path(seen).contains(category))
                        .filter(seen ->
                                index.entry(seen, ticket.place(), ticket.text()).isEmpty())
                        .isPresent())
                .count();
        return Optional.of(new Finding(
                Kind.GAP,
                List.of(),
                "“" + category.term() + "”（" + category.code() + "）在" + where + "没有主办单位，只能由派单员派单。",
                tickets));
    }

    private List<Finding> gone(List<CatalogueEntry> entries, List<Decision> lastMonth, LocalDate today) {
        return entries.stream()
                .flatMap(entry -> unitsOf(entry)
                        .flatMap(code -> units.find(code).stream())
                        .filter(unit -> unit.isGoneOn(today))
                        .map(unit -> new Finding(
                                Kind.UNIT_GONE,
                                List.of(entry.id()),
                                entry.id() + " 的单位“" + unit.name() + "”已于 " + unit.until() + " 撤并，"
                                        + units.inCharge(unit.code(), today)
                                                .map(next -> "暂由承接单位“" + next.name() + "”办理，请改为该单位。")
                                                .orElse("没有承接单位，条目不起作用，请改派其他单位。"),
                                touched(entry.scope(), lastMonth))))
                .toList();
    }

    private List<Finding> ended(List<CatalogueEntry> entries, List<Decision> lastMonth, LocalDate today) {
        return entries.stream()
                .filter(entry -> entry.scope().division() != null)
                .flatMap(entry -> divisions.ended(entry.scope().division(), today).stream()
                        .map(what -> new Finding(
                                Kind.PLACE_GONE,
                                List.of(entry.id()),
                                entry.id() + " 的" + what + "，条目不起作用，请改为承接的区划。",
                                touched(entry.scope(), lastMonth))))
                .toList();
    }

    private List<Finding> expired(List<CatalogueEntry> entries, List<Decision> lastMonth, LocalDate today) {
        return entries.stream()
                .filter(entry -> entry.validity().endsBefore(today.plusDays(DAYS_AHEAD)))
                .filter(entry -> entries.stream().noneMatch(next -> succeeds(next, entry)))
                .map(entry -> new Finding(
                        Kind.EXPIRED,
                        List.of(entry.id()),
                        entry.id() + (entry.validity().endsBefore(today) ? " 已于 " : " 将于 ")
                                + entry.validity().to() + " 失效，没有接续的条目，请续期或另立条目。",
                        touched(entry.scope(), lastMonth)))
                .toList();
    }

    private static boolean succeeds(CatalogueEntry next, CatalogueEntry entry) {
        return next.scope().rivals(entry.scope())
                && entry.validity().to() != null
                && next.validity().holdsOn(entry.validity().to().plusDays(1));
    }

    private long touched(Scope scope, List<Decision> lastMonth) {
        Predicate<Decision> ofTheClass = ticket -> ticket.category() != null
                && categories.find(ticket.category()).stream()
                        .flatMap(category -> categories.path(category).stream())
                        .anyMatch(step -> step.code().equals(scope.category()));
        return lastMonth.stream()
                .filter(ofTheClass)
                .filter(ticket -> scope.reachedBy(ticket.place()))
                .count();
    }

    private static Stream<String> unitsOf(CatalogueEntry entry) {
        return Stream.concat(Stream.of(entry.duty().lead()), entry.duty().coUnits().stream());
    }

    private static Finding of(Kind kind, CatalogueEntry entry, String words) {
        return new Finding(kind, List.of(entry.id()), entry.id() + "：" + words, 0);
    }

    private String term(Scope scope) {
        return categories.find(scope.category()).map(Category::term).orElse(scope.category());
    }

    private static PlaceSuggestion place(Division county) {
        return PlaceSuggestion.known(county.code(), county.name(), null, null, null, null);
    }
}
