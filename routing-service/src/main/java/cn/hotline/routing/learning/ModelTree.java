package cn.hotline.routing.learning;

import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;

/**
 * A model, and below some of its classes another one that tells these further apart. Immutable.
 *
 * @param below by the label of the class
 */
public record ModelTree(TextModel model, Map<String, TextModel> below) {

    public ModelTree {
        below = Collections.unmodifiableMap(new TreeMap<>(below));
    }

    /** With nothing below. */
    public static ModelTree of(TextModel model) {
        return new ModelTree(model, Map.of());
    }

    /** How many classes are told apart below others. */
    public int classesBelow() {
        return below.values().stream().mapToInt(model -> model.labels().size()).sum();
    }
}
