package cn.hotline.routing.place;

import cn.hotline.routing.knowledge.KnowledgeTable;
import cn.hotline.routing.knowledge.model.Validity;
import java.time.LocalDate;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * 代码簿: what bears which code, from which day to which, and who took over after the last. A code belongs to one thing for
 * good: what has ended keeps its line, and whoever asks for its code on a later day is led to its successors.
 */
final class CodeRegister<T> {

    private final Map<String, Entry<T>> byCode;

    private CodeRegister(Map<String, Entry<T>> byCode) {
        this.byCode = byCode;
    }

    /** One of codes that hold for ever. */
    static <T> CodeRegister<T> lasting(Collection<T> bearers, Function<T, String> code) {
        var byCode = new LinkedHashMap<String, Entry<T>>();
        bearers.forEach(bearer ->
                byCode.put(code.apply(bearer), new Entry<>(code.apply(bearer), bearer, Validity.ALWAYS, List.of())));
        return new CodeRegister<>(byCode);
    }

    /**
     * A code and its bearer.
     *
     * @param successors codes of those that took over after its last day, that of the most first
     */
    record Entry<T>(String code, T bearer, Validity validity, List<String> successors) {

        boolean ends() {
            return validity.to() != null;
        }
    }

    /** On whatever day it holds. */
    Optional<Entry<T>> find(String code) {
        return Optional.ofNullable(byCode.get(code));
    }

    /** All that ever were and will be, in the order of the file. */
    Collection<Entry<T>> all() {
        return byCode.values();
    }

    /** What the code means on that day: its bearer, or those that took over; nothing before its first day. */
    Set<T> on(String code, LocalDate day) {
        var entry = byCode.get(code);
        if (entry == null || !entry.validity.holdsOn(day) && !entry.validity.endsBefore(day)) {
            return Set.of();
        }
        return entry.validity.holdsOn(day)
                ? Set.of(entry.bearer)
                : entry.successors.stream()
                        .flatMap(successor -> on(successor, day).stream())
                        .collect(Collectors.toCollection(LinkedHashSet::new));
    }

    /** A register being read from the lines of a file, with {@code from}, {@code until} and {@code successors}. */
    static final class Reading<T> {

        private final Map<String, Entry<T>> byCode = new LinkedHashMap<>();
        private final Map<String, KnowledgeTable.Row> rows = new LinkedHashMap<>();

        /** @throws cn.hotline.routing.knowledge.KnowledgeFault when the code is used already, or a day is none */
        Entry<T> add(KnowledgeTable.Row row, String code, T bearer) {
            var first = rows.putIfAbsent(code, row);
            if (first != null) {
                throw row.fault("code " + code + " stands in line " + first.line() + "; a code is never used again");
            }
            var entry = new Entry<>(code, bearer, row.validity(), row.words("successors"));
            row.require(entry.ends() || entry.successors.isEmpty(), code + " has successors but no last day (until)");
            byCode.put(code, entry);
            return entry;
        }

        /**
         * @throws cn.hotline.routing.knowledge.KnowledgeFault when a successor is not there, not there on the day after,
         *     or follows itself in the end
         */
        CodeRegister<T> whole() {
            byCode.values().forEach(entry -> entry.successors.forEach(successor -> check(entry, successor)));
            return new CodeRegister<>(byCode);
        }

        private void check(Entry<T> entry, String code) {
            var row = rows.get(entry.code);
            var successor = byCode.get(code);
            if (successor == null) {
                throw row.fault("successor " + code + " is not in the file");
            }
            refuseCircle(row, List.of(entry.code), successor);
            var next = entry.validity.to().plusDays(1);
            row.require(
                    successor.validity.holdsOn(next),
                    "successor " + code + " is not in force on " + next + ", when " + entry.code + " has ended");
        }

        private void refuseCircle(KnowledgeTable.Row row, List<String> before, Entry<T> next) {
            var way = Stream.concat(before.stream(), Stream.of(next.code)).toList();
            row.require(!before.contains(next.code), "successors go in a circle: " + String.join(" → ", way));
            next.successors.stream()
                    .map(byCode::get)
                    .filter(known -> known != null)
                    .forEach(further -> refuseCircle(row, way, further));
        }
    }
}
