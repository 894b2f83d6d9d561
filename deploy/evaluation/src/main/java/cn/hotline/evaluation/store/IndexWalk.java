package cn.hotline.evaluation.store;

import cn.hotline.evaluation.store.Demands.Demand;
import de.bwaldvogel.mongo.bson.Document;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.NoSuchElementException;
import org.jspecify.annotations.Nullable;

/**
 * What one index can do for one query: leading components with given values, then perhaps a range, then perhaps the
 * order wanted.
 */
final class IndexWalk {

    /** So many combinations of given values are walked side by side at most. */
    private static final int BEGINNINGS_LIMIT = 256;

    /** So many documents are read sooner than another index is walked for long. */
    private static final int FEW = 64;

    private final SecondaryIndex index;
    private final Demands demands;
    private final boolean sortWanted;

    /** Alternative beginnings; of each, all parts must be there. */
    private List<List<KeyWriter>> beginnings = List.of(List.of(new KeyWriter()));

    private int given;
    private int single;
    private boolean findsPresence;
    private boolean exact;
    private @Nullable Span span;
    private boolean sorted;
    private boolean descending;

    IndexWalk(SecondaryIndex index, Demands demands, @Nullable Document sort) {
        this.index = index;
        this.demands = demands;
        this.sortWanted = sort != null && !sort.isEmpty();
        this.exact = demands.whole();
        while (given < components() && take(given)) {
            given++;
        }
        takeRange();
        exact &= demands.count() == given + (span == null ? 0 : 1);
        sorted = sort == null || sorts(sort);
    }

    /** Whether every document that matches is in the index, and looking there is worth it. */
    boolean isUsable() {
        return (given > 0 || span != null || sortWanted && sorted) && (findsPresence || !index.leavesOut());
    }

    /** The more, the fewer documents it probably looks at. */
    int worth() {
        int worth = 4 * given + (span == null ? 0 : 3) + (sorted && sortWanted ? 6 : 0) - (given - single);
        return index.isUnique() && single == components() ? 1000 : worth;
    }

    /** Whether it looks at few documents, tried: that tells more than what it is worth. */
    boolean isShort() {
        Iterator<Key> keys = keys();
        int met = 0;
        while (met <= FEW && keys.hasNext()) {
            keys.next();
            met++;
        }
        return met <= FEW;
    }

    Plan plan() {
        return new Plan(this::keys, sorted, exact);
    }

    private int components() {
        return index.paths().size();
    }

    private @Nullable Demand demandOn(int component) {
        FieldPath path = index.paths().get(component);
        return path.countsElements() ? null : demands.on(path.name());
    }

    /** Takes a component whose values are given. */
    private boolean take(int component) {
        Demand demand = demandOn(component);
        if (demand == null || demand.oneOf.isEmpty()) {
            return false;
        }
        boolean together = demand.oneOf.size() > 1
                && demand.oneOf.stream().allMatch(values -> values.size() == 1)
                && !index.hasArraysBeside(component)
                && beginnings.stream().allMatch(parts -> parts.size() == 1);
        List<@Nullable Object> values =
                demand.oneOf.stream().min(Comparator.comparingInt(List::size)).orElseThrow();
        if (beginnings.size() * Math.max(1, values.size()) > BEGINNINGS_LIMIT) {
            return false;
        }
        beginnings = together ? extendedTogether(demand.oneOf, component) : extended(values, component);
        single += values.size() == 1 ? 1 : 0;
        findsPresence |= !values.contains(null);
        exact &= demand.oneOf.size() == 1 && !demand.isRange() && tellsAll(component, values);
        return true;
    }

    /** Of an array, too, a text is an element exactly when the index says so: nothing else is entered as that text. */
    private boolean tellsAll(int component, List<@Nullable Object> values) {
        return !index.hasArrays(component) || values.stream().allMatch(String.class::isInstance);
    }

    private List<List<KeyWriter>> extended(List<@Nullable Object> values, int component) {
        return beginnings.stream()
                .flatMap(parts -> values.stream().map(value -> parts.stream()
                        .map(part -> part.copy().component(value, index.ascending(component)))
                        .toList()))
                .toList();
    }

    private List<List<KeyWriter>> extendedTogether(List<List<@Nullable Object>> singles, int component) {
        return beginnings.stream()
                .map(parts -> singles.stream()
                        .map(one -> parts.get(0).copy().component(one.get(0), index.ascending(component)))
                        .toList())
                .toList();
    }

    private void takeRange() {
        Demand demand = given < components() ? demandOn(given) : null;
        if (demand != null && demand.isRange()) {
            span = Span.of(demand, index.ascending(given), index.hasArrays(given));
            findsPresence = true;
            exact &= demand.oneOf.isEmpty() && !index.hasArrays(given);
        }
    }

    /** Whether the walk, in one direction or the other, is in this order. */
    private boolean sorts(Document sort) {
        int component = given;
        Boolean backwards = null;
        for (Map.Entry<String, Object> wanted : sort.entrySet()) {
            if (isFixed(wanted.getKey())) {
                continue;
            }
            boolean isId = component == components() && wanted.getKey().equals("_id");
            if (!isId && !isNext(component, wanted.getKey())) {
                return false;
            }
            boolean ascending = isId || index.ascending(component);
            boolean against = ascending != ((Number) wanted.getValue()).intValue() > 0;
            if (backwards != null && backwards != against) {
                return false;
            }
            backwards = against;
            component++;
        }
        descending = backwards != null && backwards;
        return true;
    }

    private boolean isNext(int component, String path) {
        return component < components()
                && index.paths().get(component).name().equals(path)
                && !index.hasArrays(component);
    }

    private boolean isFixed(String path) {
        for (int component = 0; component < given; component++) {
            Demand demand = demandOn(component);
            if (index.paths().get(component).name().equals(path)) {
                return demand.oneOf.stream().anyMatch(values -> values.size() == 1) && !index.hasArrays(component);
            }
        }
        return false;
    }

    private Iterator<Key> keys() {
        Comparator<Run.Rest> order = descending ? Run.Rest.ASCENDING.reversed() : Run.Rest.ASCENDING;
        List<Run> runs = new ArrayList<>();
        for (List<KeyWriter> parts : beginnings) {
            List<Run> sides = parts.stream().map(this::run).toList();
            runs.add(sides.size() == 1 ? sides.get(0) : new Run.All(sides, order));
        }
        return new Keys(runs.size() == 1 ? runs.get(0) : new Run.Any(runs, order));
    }

    private Run run(KeyWriter beginning) {
        byte[] from = span == null ? beginning.toBytes() : span.start(beginning.copy());
        byte[] to = span == null ? beginning.copy().raw(0xFF).toBytes() : span.end(beginning.copy());
        NavigableSet<IndexEntry> entries = descending ? index.entries().descendingSet() : index.entries();
        IndexEntry first = IndexEntry.bound(descending ? to : from);
        IndexEntry last = IndexEntry.bound(descending ? from : to);
        boolean isEmpty = Arrays.compareUnsigned(from, to) >= 0;
        return new Run.Range(entries.subSet(first, true, isEmpty ? first : last, false), beginning.toBytes());
    }

    /** The keys of a run's entries. */
    private static final class Keys implements Iterator<Key> {

        private final Run run;

        Keys(Run run) {
            this.run = run;
        }

        @Override
        public boolean hasNext() {
            return run.entry() != null;
        }

        @Override
        public Key next() {
            IndexEntry entry = run.entry();
            if (entry == null) {
                throw new NoSuchElementException();
            }
            run.next();
            return entry.key();
        }
    }
}
