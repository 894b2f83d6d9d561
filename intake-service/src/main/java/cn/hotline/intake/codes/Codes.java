package cn.hotline.intake.codes;

import cn.hotline.intake.codes.model.Category;
import cn.hotline.intake.codes.model.Division;
import java.time.LocalDate;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** 区划与分类代码, from the lists that routing publishes with its contract: what is known, and what it is called. */
public final class Codes {

    private static final int FROM = 3;
    private static final int UNTIL = 4;
    private static final int SUCCESSORS = 5;

    private final Map<String, Division> divisions = new LinkedHashMap<>();
    private final Map<String, Category> categories = new LinkedHashMap<>();

    public Codes() {
        CodeTable.read("/routing/divisions.tsv", 2)
                .forEach((code, row) -> divisions.put(
                        code,
                        new Division(
                                code,
                                row.get(1),
                                cell(row, FROM).map(LocalDate::parse).orElse(null),
                                cell(row, UNTIL).map(LocalDate::parse).orElse(null),
                                cell(row, SUCCESSORS)
                                        .map(all -> List.of(all.split(" +")))
                                        .orElse(List.of()))));
        Map<String, List<String>> rows = CodeTable.read("/routing/categories.tsv", 3);
        rows.forEach((code, row) -> categories.put(
                code,
                new Category(
                        code,
                        rows.containsKey(row.get(1)) ? rows.get(row.get(1)).get(2) : null,
                        row.get(2))));
    }

    private static Optional<String> cell(List<String> row, int column) {
        return row.stream().skip(column).findFirst().filter(cell -> !cell.isBlank() && !cell.equals("-"));
    }

    /** Of whatever day: what a ticket has keeps its name. */
    public Optional<Division> division(String code) {
        return Optional.ofNullable(divisions.get(code));
    }

    /**
     * What a code means for a ticket of that day: its division, or the one that took over from it. Empty when it is
     * unknown, not yet, or divided between several.
     */
    public Optional<Division> division(String code, LocalDate day) {
        return division(code)
                .flatMap(known -> known.isGoneOn(day) && known.successors().size() == 1
                        ? division(known.successors().get(0), day)
                        : Optional.of(known).filter(there -> there.holdsOn(day)));
    }

    public Optional<Category> category(String code) {
        return Optional.ofNullable(categories.get(code));
    }

    /** All divisions that ever were and will be, each after the one it lies in. */
    public Collection<Division> divisions() {
        return divisions.values();
    }

    /** Counties and streets to choose from on that day, each after the one it lies in. */
    public Stream<Division> choices(LocalDate day) {
        return divisions.values().stream().filter(Division::isCountyOrStreet).filter(division -> division.holdsOn(day));
    }

    /** All categories, each after the one above it. */
    public Collection<Category> categories() {
        return categories.values();
    }
}
