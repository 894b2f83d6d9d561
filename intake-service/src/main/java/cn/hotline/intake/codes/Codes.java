package cn.hotline.intake.codes;

import cn.hotline.intake.codes.model.Category;
import cn.hotline.intake.codes.model.Division;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** 区划与分类代码, from the lists that routing publishes with its contract: what is known, and what it is called. */
public final class Codes {

    private final Map<String, Division> divisions = new LinkedHashMap<>();
    private final Map<String, Category> categories = new LinkedHashMap<>();

    public Codes() {
        CodeTable.read("/routing/divisions.tsv", 2)
                .forEach((code, row) -> divisions.put(code, new Division(code, row.get(1))));
        Map<String, List<String>> rows = CodeTable.read("/routing/categories.tsv", 3);
        rows.forEach((code, row) -> categories.put(
                code,
                new Category(
                        code,
                        rows.containsKey(row.get(1)) ? rows.get(row.get(1)).get(2) : null,
                        row.get(2))));
    }

    public Optional<Division> division(String code) {
        return Optional.ofNullable(divisions.get(code));
    }

    public Optional<Category> category(String code) {
        return Optional.ofNullable(categories.get(code));
    }

    /** All divisions, each after the one it lies in. */
    public Collection<Division> divisions() {
        return divisions.values();
    }

    /** All categories, each after the one above it. */
    public Collection<Category> categories() {
        return categories.values();
    }
}
