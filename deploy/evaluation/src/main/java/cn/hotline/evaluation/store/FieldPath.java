package cn.hotline.evaluation.store;

import de.bwaldvogel.mongo.bson.Document;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A dotted path such as {@code state.place.countyCode}. */
record FieldPath(String name, List<String> steps) {

    static FieldPath of(String name) {
        return new FieldPath(name, List.of(name.split("\\.")));
    }

    /** Whether a step may mean a place in an array, which an index does not know. */
    boolean countsElements() {
        return steps.stream().anyMatch(step -> step.chars().allMatch(Character::isDigit));
    }

    /**
     * Collects the values a filter on this path may meet: of arrays their elements (of an empty one, itself), and null
     * where there is nothing.
     *
     * @return whether an array was on the way
     */
    boolean collect(Document document, Collection<@Nullable Object> values) {
        return collect(document, 0, values);
    }

    private boolean collect(@Nullable Object node, int depth, Collection<@Nullable Object> values) {
        if (node instanceof Collection<?> elements) {
            if (elements.isEmpty()) {
                values.add(elements);
            } else if (depth == steps.size()) {
                values.addAll(elements);
            } else {
                elements.forEach(element -> collect(element, depth, values));
            }
            return true;
        }
        if (depth == steps.size()) {
            values.add(node);
            return false;
        }
        if (node instanceof Document document) {
            return collect(document.get(steps.get(depth)), depth + 1, values);
        }
        values.add(null);
        return false;
    }
}
