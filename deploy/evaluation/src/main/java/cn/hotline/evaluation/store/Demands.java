package cn.hotline.evaluation.store;

import de.bwaldvogel.mongo.backend.Missing;
import de.bwaldvogel.mongo.bson.BinData;
import de.bwaldvogel.mongo.bson.BsonRegularExpression;
import de.bwaldvogel.mongo.bson.Document;
import de.bwaldvogel.mongo.bson.LegacyUUID;
import de.bwaldvogel.mongo.bson.ObjectId;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What a filter demands of single paths, as far as an index can find it: every document that matches the filter meets
 * all demands. The filter itself is always checked again on what is found.
 */
final class Demands {

    private final Map<String, Demand> byPath = new LinkedHashMap<>();
    private boolean whole = true;

    /** What one path must meet. */
    static final class Demand {

        /** Of each list, the document must have at least one value. */
        final List<List<@Nullable Object>> oneOf = new ArrayList<>();

        @Nullable
        Bound lower;

        @Nullable
        Bound upper;

        /** Neither null nor missing. */
        boolean present;

        boolean isRange() {
            return lower != null || upper != null || present;
        }
    }

    /** One end of a range; ranges stay within the type of their value. */
    record Bound(Object value, boolean inclusive) {}

    static Demands of(Document filter) {
        Demands demands = new Demands();
        demands.readFilter(filter);
        return demands;
    }

    @Nullable
    Demand on(String path) {
        return byPath.get(path);
    }

    /** How many paths something is demanded of. */
    int count() {
        return byPath.size();
    }

    /** Whether the demands say all that the filter says, if no array is met. */
    boolean whole() {
        return whole;
    }

    private void readFilter(Document filter) {
        filter.forEach((name, value) -> {
            if (name.equals("$and") && value instanceof Collection<?> parts) {
                parts.forEach(part -> readPart(part));
            } else if (name.startsWith("$")) {
                whole = false;
            } else {
                readDemand(name, value);
            }
        });
    }

    private void readPart(Object part) {
        if (part instanceof Document filter) {
            readFilter(filter);
        } else {
            whole = false;
        }
    }

    private void readDemand(String path, @Nullable Object value) {
        if (value instanceof Document operators && operators.keySet().stream().anyMatch(name -> name.startsWith("$"))) {
            operators.forEach((operator, operand) -> readOperator(path, operator, operand));
        } else if (isPoint(path, value)) {
            addPoints(path, Collections.singletonList(value));
        } else {
            whole = false;
        }
    }

    private void readOperator(String path, String operator, @Nullable Object operand) {
        switch (operator) {
            case "$eq" -> readPoints(path, Collections.singletonList(operand));
            case "$in" -> readPoints(path, operand);
            case "$all" -> {
                if (operand instanceof Collection<?> values) {
                    values.forEach(value -> readPoints(path, Collections.singletonList(value)));
                }
                whole = false;
            }
            case "$gt" -> readLower(path, operand, false);
            case "$gte" -> readLower(path, operand, true);
            case "$lt" -> readUpper(path, operand, false);
            case "$lte" -> readUpper(path, operand, true);
            case "$ne" -> {
                if (operand == null) {
                    demand(path).present = true;
                }
                whole = false;
            }
            default -> whole = false;
        }
    }

    private void readPoints(String path, @Nullable Object operand) {
        if (operand instanceof Collection<?> values && values.stream().allMatch(value -> isPoint(path, value))) {
            addPoints(path, new ArrayList<@Nullable Object>(values));
        } else {
            whole = false;
        }
    }

    private void addPoints(String path, List<@Nullable Object> values) {
        demand(path).oneOf.add(values);
    }

    private void readLower(String path, @Nullable Object operand, boolean inclusive) {
        if (isComparable(operand) && demand(path).lower == null && isOfType(demand(path).upper, operand)) {
            demand(path).lower = new Bound(operand, inclusive);
        } else {
            whole = false;
        }
    }

    private void readUpper(String path, @Nullable Object operand, boolean inclusive) {
        if (isComparable(operand) && demand(path).upper == null && isOfType(demand(path).lower, operand)) {
            demand(path).upper = new Bound(operand, inclusive);
        } else {
            whole = false;
        }
    }

    /** Only ends of one type make one range; on different elements of an array, ends of two types may both be met. */
    private static boolean isOfType(@Nullable Bound bound, Object operand) {
        return bound == null || KeyWriter.typeOf(bound.value()) == KeyWriter.typeOf(operand);
    }

    private Demand demand(String path) {
        return byPath.computeIfAbsent(path, absent -> new Demand());
    }

    /** A value that an index holds as the filter means it; a whole document only as {@code _id}. */
    private static boolean isPoint(String path, @Nullable Object value) {
        return Missing.isNullOrMissing(value)
                || isComparable(value)
                || value instanceof UUID
                || value instanceof LegacyUUID
                || value instanceof BinData
                || value instanceof Document && path.equals("_id") && !BsonRegularExpression.isRegularExpression(value);
    }

    private static boolean isComparable(@Nullable Object value) {
        return value instanceof String
                || value instanceof Number
                || value instanceof Instant
                || value instanceof Boolean
                || value instanceof ObjectId;
    }
}
