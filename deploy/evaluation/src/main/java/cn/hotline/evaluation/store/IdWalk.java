package cn.hotline.evaluation.store;

import cn.hotline.evaluation.store.Demands.Demand;
import de.bwaldvogel.mongo.bson.Document;
import java.util.ArrayDeque;
import java.util.Comparator;
import java.util.Deque;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import org.h2.mvstore.Cursor;
import org.h2.mvstore.MVMap;
import org.jspecify.annotations.Nullable;

/** What the order of the documents themselves, by {@code _id}, can do for one query. */
final class IdWalk {

    private static final int BLOCK = 256;

    private final DocumentFile file;
    private final MVMap<Key, byte[]> documents;
    private final @Nullable Demand demand;
    private final boolean byId;
    private final boolean sorted;
    private final boolean descending;

    IdWalk(DocumentFile file, MVMap<Key, byte[]> documents, String idField, Demands demands, @Nullable Document sort) {
        this.file = file;
        this.documents = documents;
        this.demand = demands.on(idField);
        Map.Entry<String, Object> first = sort == null || sort.isEmpty()
                ? null
                : sort.entrySet().iterator().next();
        this.byId = first != null && first.getKey().equals(idField);
        this.sorted = first == null || byId;
        this.descending = byId && ((Number) first.getValue()).intValue() < 0;
    }

    /** Whether the documents are named. */
    boolean isGiven() {
        return demand != null && !demand.oneOf.isEmpty();
    }

    /** On the scale of {@link IndexWalk#worth}. */
    int worth() {
        if (isGiven()) {
            return 2000;
        }
        int ends = demand == null ? 0 : (demand.lower == null ? 0 : 1) + (demand.upper == null ? 0 : 1);
        return 3 * ends + (byId ? 6 : 0);
    }

    Plan plan() {
        return isGiven() ? new Plan(() -> given().iterator(), sorted, false) : new Plan(this::walk, sorted, false);
    }

    private List<Key> given() {
        Comparator<Key> order = Comparator.naturalOrder();
        return demand.oneOf.stream().min(Comparator.comparingInt(List::size)).orElseThrow().stream()
                .map(Key::of)
                .sorted(descending ? order.reversed() : order)
                .toList();
    }

    private Iterator<Key> walk() {
        Key low = demand == null || demand.lower == null ? null : Key.of(demand.lower.value());
        Key high = demand == null || demand.upper == null ? null : Key.of(demand.upper.value());
        return descending ? new Blocks(high, low) : new Blocks(low, high);
    }

    /** Keys read some at a time, so that no old version of the file is held while their documents are worked on. */
    private final class Blocks implements Iterator<Key> {

        private final @Nullable Key last;
        private final Deque<Key> block = new ArrayDeque<>();
        private @Nullable Key next;
        private @Nullable Key before;
        private boolean more = true;

        Blocks(@Nullable Key first, @Nullable Key last) {
            this.next = first;
            this.last = last;
        }

        @Override
        public boolean hasNext() {
            if (block.isEmpty() && more) {
                more = file.read(this::readBlock);
            }
            return !block.isEmpty();
        }

        private boolean readBlock() {
            Cursor<Key, byte[]> cursor = documents.cursor(next, last, descending);
            while (cursor.hasNext() && block.size() < BLOCK) {
                Key key = cursor.next();
                if (!key.equals(before)) {
                    block.add(key);
                }
            }
            next = block.peekLast();
            before = next;
            return block.size() == BLOCK;
        }

        @Override
        public Key next() {
            if (!hasNext()) {
                throw new NoSuchElementException();
            }
            return block.remove();
        }
    }
}
