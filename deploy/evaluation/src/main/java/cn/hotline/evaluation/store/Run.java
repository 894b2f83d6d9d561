package cn.hotline.evaluation.store;

import java.util.Arrays;
import java.util.Comparator;
import java.util.Iterator;
import java.util.List;
import java.util.NavigableSet;
import java.util.PriorityQueue;
import org.jspecify.annotations.Nullable;

/**
 * Entries of one index in walking order, all with the same beginning; compared with others' by what comes after it.
 * Not for several threads.
 */
abstract class Run {

    /** What an entry says after the beginning that its run shares. */
    record Rest(byte[] bytes, int from) {

        static final Comparator<Rest> ASCENDING = (one, other) -> Arrays.compareUnsigned(
                one.bytes, one.from, one.bytes.length, other.bytes, other.from, other.bytes.length);
    }

    /** The entry it stands at, or null at the end. */
    abstract @Nullable IndexEntry entry();

    /** The rest of the entry it stands at; not to be asked at the end. */
    abstract Rest rest();

    abstract void next();

    /** Goes on to the first entry whose rest does not come before this one. */
    abstract void seek(Rest rest);

    /** All entries between two bounds. */
    static final class Range extends Run {

        private final NavigableSet<IndexEntry> entries;
        private final byte[] beginning;
        private Iterator<IndexEntry> following;
        private @Nullable IndexEntry entry;

        /** @param entries those of the range, in walking order */
        Range(NavigableSet<IndexEntry> entries, byte[] beginning) {
            this.entries = entries;
            this.beginning = beginning;
            this.following = entries.iterator();
            next();
        }

        @Override
        @Nullable
        IndexEntry entry() {
            return entry;
        }

        @Override
        Rest rest() {
            return new Rest(entry.bytes(), beginning.length);
        }

        @Override
        void next() {
            entry = following.hasNext() ? following.next() : null;
        }

        @Override
        void seek(Rest rest) {
            byte[] bytes = Arrays.copyOf(beginning, beginning.length + rest.bytes.length - rest.from);
            System.arraycopy(rest.bytes, rest.from, bytes, beginning.length, rest.bytes.length - rest.from);
            following = entries.tailSet(IndexEntry.bound(bytes), true).iterator();
            next();
        }
    }

    /** The entries that all parts have: documents with all of several values. */
    static final class All extends Run {

        private final List<Run> parts;
        private final Comparator<Rest> order;

        All(List<Run> parts, Comparator<Rest> order) {
            this.parts = parts;
            this.order = order;
            meet();
        }

        /** Lets every part that is behind catch up, until all stand at the same. */
        private void meet() {
            boolean moved = true;
            while (moved && entry() != null) {
                moved = false;
                Rest furthest = parts.stream().map(Run::rest).max(order).orElseThrow();
                for (Run part : parts) {
                    if (order.compare(part.rest(), furthest) < 0) {
                        part.seek(furthest);
                        moved = true;
                    }
                    if (part.entry() == null) {
                        return;
                    }
                }
            }
        }

        @Override
        @Nullable
        IndexEntry entry() {
            return parts.stream().allMatch(part -> part.entry() != null)
                    ? parts.get(0).entry()
                    : null;
        }

        @Override
        Rest rest() {
            return parts.get(0).rest();
        }

        @Override
        void next() {
            parts.get(0).next();
            meet();
        }

        @Override
        void seek(Rest rest) {
            parts.get(0).seek(rest);
            meet();
        }
    }

    /** The entries that any part has, merged in order: documents with one of several values. */
    static final class Any extends Run {

        private final PriorityQueue<Run> parts;

        Any(List<Run> parts, Comparator<Rest> order) {
            this.parts = new PriorityQueue<>(Comparator.comparing(Run::rest, order));
            parts.stream().filter(part -> part.entry() != null).forEach(this.parts::add);
        }

        @Override
        @Nullable
        IndexEntry entry() {
            Run first = parts.peek();
            return first == null ? null : first.entry();
        }

        @Override
        Rest rest() {
            return parts.element().rest();
        }

        @Override
        void next() {
            Run first = parts.remove();
            first.next();
            if (first.entry() != null) {
                parts.add(first);
            }
        }

        @Override
        void seek(Rest rest) {
            throw new UnsupportedOperationException("nothing is intersected with a union");
        }
    }
}
