package cn.hotline.intake.codes;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/** 区划与分类代码, from the lists that routing publishes with its contract: what is known, and what it is called. */
public final class Codes {

    private final Map<String, List<String>> divisions = CodeTable.read("/routing/divisions.tsv", 2);
    private final Map<String, List<String>> categories = CodeTable.read("/routing/categories.tsv", 3);

    public boolean knowsDivision(String code) {
        return divisions.containsKey(code);
    }

    public boolean knowsCategory(String code) {
        return categories.containsKey(code);
    }

    /** The division's name; empty for a code that is not known. */
    public Optional<String> divisionName(String code) {
        return Optional.ofNullable(divisions.get(code)).map(row -> row.get(1));
    }

    public Optional<String> categoryTerm(String code) {
        return Optional.ofNullable(categories.get(code)).map(row -> row.get(2));
    }
}
