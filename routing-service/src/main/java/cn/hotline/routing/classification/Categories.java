package cn.hotline.routing.classification;

import cn.hotline.routing.classification.model.Category;
import cn.hotline.routing.classification.model.Urgency;
import cn.hotline.routing.knowledge.KnowledgeFiles;
import cn.hotline.routing.knowledge.KnowledgeTable;
import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The tree of classes ({@code categories.tsv}); a class stands in the file after the class above it. */
public final class Categories {

    private static final String FILE = "categories.tsv";

    private final String version;
    private final Map<String, Category> byCode;

    private Categories(String version, Map<String, Category> byCode) {
        this.version = version;
        this.byCode = Collections.unmodifiableMap(byCode);
    }

    /** @throws cn.hotline.routing.knowledge.KnowledgeFault when the file does not hold a tree */
    public static Categories load(KnowledgeFiles files) {
        var table = files.read(FILE, "code", "parent", "term", "reportGroup", "grade");
        var byCode = new LinkedHashMap<String, Category>();
        for (var row : table.rows()) {
            var category = read(row, byCode);
            row.require(byCode.put(category.code(), category) == null, "code " + category.code() + " stands twice");
        }
        return new Categories(table.version(), byCode);
    }

    private static Category read(KnowledgeTable.Row row, Map<String, Category> above) {
        var code = row.text("code");
        row.require(code.matches("[A-Z][A-Z0-9-]{1,39}"), "code '" + code + "' is not of A-Z, 0-9 and -");
        var parent = row.optional("parent").map(parentCode -> {
            row.require(above.containsKey(parentCode), "parent " + parentCode + " does not stand above");
            return above.get(parentCode);
        });
        int level = parent.map(Category::level).orElse(0) + 1;
        row.require(level <= 3, "deeper than three levels");
        var group = row.optional("reportGroup").or(() -> parent.map(Category::reportGroup));
        var grade = row.optional("grade").isPresent()
                ? row.constant("grade", Urgency.class)
                : parent.map(Category::urgency).orElse(null);
        return new Category(
                code,
                parent.map(Category::code).orElse(null),
                level,
                row.text("term"),
                group.orElseThrow(() -> row.fault("reportGroup is empty and nothing stands above")),
                grade);
    }

    public String version() {
        return version;
    }

    /** In the order of the file. */
    public Collection<Category> all() {
        return byCode.values();
    }

    public Optional<Category> find(String code) {
        return Optional.ofNullable(byCode.get(code));
    }

    /** @throws UnknownCategory when there is none of this code */
    public Category require(String code) {
        return find(code).orElseThrow(() -> new UnknownCategory(code));
    }

    /** The class and those above it, from level 1 down. */
    public List<Category> path(Category category) {
        var path = new ArrayDeque<Category>();
        for (@Nullable Category step = category; step != null; step = above(step)) {
            path.addFirst(step);
        }
        return List.copyOf(path);
    }

    /** The class itself or the one above it, whichever is of that level; the class where it stands higher. */
    public Category upTo(int level, Category category) {
        var path = path(category);
        return path.get(Math.min(level, path.size()) - 1);
    }

    private @Nullable Category above(Category category) {
        return category.parent() == null ? null : byCode.get(category.parent());
    }
}
