package cn.hotline.routing.dispatch.web;

import cn.hotline.routing.classification.Categories;
import cn.hotline.routing.classification.model.Category;
import cn.hotline.routing.classification.model.Urgency;
import cn.hotline.routing.units.Units;
import cn.hotline.routing.units.model.Unit;
import cn.hotline.routing.units.model.UnitLevel;
import cn.hotline.ui.Choice;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What the selects of the desk and of the inbox offer.
 *
 * @param below units right below a unit, by its code
 * @param called whom a unit that may call departments to the spot (吹哨) may call, by its code: those of its county first, and
 *     none of another county
 */
public record Choices(
        List<Choice> units,
        List<Choice> categories,
        Map<String, List<Choice>> below,
        Map<String, List<Choice>> called) {

    static final List<Choice> URGENCIES = Arrays.stream(Urgency.values())
            .map(urgency -> Choice.of(urgency.name(), urgency.term()))
            .toList();

    /** Orders of a list, as its form offers them; none of these is the usual order of the list. */
    static final List<Choice> ORDERS =
            List.of(Choice.of("due", "按剩余时间"), Choice.of("newest", "最近转入在前"), Choice.of("oldest", "最早转入在前"));

    static final List<Choice> TAKERS = List.of(Choice.of("mine", "我经办的"), Choice.of("nobody", "没有人认领的"));

    /** @param day on which a unit has to be there */
    public static Choices of(Units directory, Categories categories, LocalDate day) {
        List<Unit> units =
                directory.all().stream().filter(unit -> unit.existsOn(day)).toList();
        return new Choices(
                units.stream().map(Choices::choice).toList(),
                categories.all().stream()
                        .map(category -> Choice.of(category.code(), path(categories, category)))
                        .toList(),
                units.stream()
                        .filter(unit -> unit.parent() != null)
                        .collect(Collectors.groupingBy(
                                unit -> Objects.requireNonNull(unit.parent()),
                                Collectors.mapping(Choices::choice, Collectors.toList()))),
                called(units));
    }

    private static Map<String, List<Choice>> called(List<Unit> units) {
        Map<String, List<Choice>> byCounty = new HashMap<>();
        return units.stream()
                .filter(unit -> unit.level() == UnitLevel.STREET || unit.level() == UnitLevel.COUNTY)
                .collect(Collectors.toMap(
                        Unit::code,
                        unit -> byCounty.computeIfAbsent(
                                Objects.requireNonNullElse(unit.countyCode(), ""),
                                county -> departments(units, county))));
    }

    private static List<Choice> departments(List<Unit> units, String county) {
        return Stream.concat(
                        units.stream().filter(unit -> county.equals(unit.countyCode())),
                        units.stream().filter(unit -> unit.countyCode() == null))
                .filter(unit -> unit.level().isCalled())
                .map(Choices::choice)
                .toList();
    }

    private static Choice choice(Unit unit) {
        return Choice.of(unit.code(), unit.name());
    }

    private static String path(Categories categories, Category category) {
        return categories.path(category).stream().map(Category::term).collect(Collectors.joining(" / "));
    }
}
