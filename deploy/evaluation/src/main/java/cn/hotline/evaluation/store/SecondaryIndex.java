package cn.hotline.evaluation.store;

import de.bwaldvogel.mongo.MongoCollection;
import de.bwaldvogel.mongo.backend.Index;
import de.bwaldvogel.mongo.backend.IndexKey;
import de.bwaldvogel.mongo.bson.Document;
import de.bwaldvogel.mongo.exception.CannotIndexParallelArraysError;
import de.bwaldvogel.mongo.exception.DuplicateKeyError;
import java.util.ArrayList;
import java.util.List;
import java.util.NavigableSet;
import java.util.Objects;
import java.util.concurrent.ConcurrentSkipListSet;
import org.jspecify.annotations.Nullable;

/**
 * An index in memory: an ordered set of entries, made anew when the store opens.
 *
 * <p>Written by one thread at a time, read by any. {@link DocumentCollection} keeps it in step with the documents in an
 * order that lets a reader meet a moving document in its old or its new place, or in both.
 */
final class SecondaryIndex extends Index<Key> {

    private final NavigableSet<IndexEntry> entries = new ConcurrentSkipListSet<>();
    private final List<FieldPath> paths;
    private final boolean unique;

    /** Bit i: some document had an array on path i. Never cleared. */
    private volatile long arrays;

    SecondaryIndex(String name, List<IndexKey> keys, boolean sparse, boolean unique) {
        super(name, keys, sparse);
        this.paths = keys.stream().map(key -> FieldPath.of(key.getKey())).toList();
        this.unique = unique;
    }

    NavigableSet<IndexEntry> entries() {
        return entries;
    }

    List<FieldPath> paths() {
        return paths;
    }

    boolean ascending(int component) {
        return getKeys().get(component).isAscending();
    }

    boolean hasArrays(int component) {
        return (arrays & 1L << component) != 0;
    }

    boolean hasArraysBeside(int component) {
        return (arrays & ~(1L << component)) != 0;
    }

    boolean leavesOut() {
        return isSparse();
    }

    List<IndexEntry> entriesOf(Document document) {
        Key key = Key.of(document, "_id");
        return tuplesOf(document).stream()
                .map(tuple -> IndexEntry.of(tuple, key))
                .toList();
    }

    /** Enters all at once. */
    void fill(List<IndexEntry> all) {
        all.sort(null);
        entries.addAll(all);
    }

    /**
     * Enters a document where a change brings it.
     *
     * @return the entries it no longer has, to be given to {@link #leave} after the change
     */
    List<IndexEntry> enter(Document before, Document after) {
        List<IndexEntry> old = entriesOf(before);
        List<IndexEntry> now = entriesOf(after);
        if (old.equals(now)) {
            return List.of();
        }
        entries.addAll(now);
        return old.stream().filter(entry -> !now.contains(entry)).toList();
    }

    void leave(List<IndexEntry> left) {
        left.forEach(entries::remove);
    }

    private List<byte[]> tuplesOf(Document document) {
        List<KeyWriter> tuples = List.of(new KeyWriter());
        String arrayRoot = null;
        boolean empty = true;
        for (int component = 0; component < paths.size(); component++) {
            FieldPath path = paths.get(component);
            List<@Nullable Object> values = new ArrayList<>(1);
            if (path.collect(document, values)) {
                arrayRoot = sameRoot(arrayRoot, path);
                noteArray(component);
            }
            empty &= values.stream().allMatch(Objects::isNull);
            tuples = product(tuples, values, ascending(component));
        }
        return empty && isSparse()
                ? List.of()
                : tuples.stream().map(KeyWriter::toBytes).toList();
    }

    private static String sameRoot(@Nullable String root, FieldPath path) {
        String other = path.steps().get(0);
        if (root != null && !root.equals(other)) {
            throw new CannotIndexParallelArraysError(List.of(root, other));
        }
        return other;
    }

    private void noteArray(int component) {
        if (!hasArrays(component)) {
            arrays |= 1L << component;
        }
    }

    private static List<KeyWriter> product(List<KeyWriter> tuples, List<@Nullable Object> values, boolean ascending) {
        if (values.size() == 1) {
            tuples.forEach(tuple -> tuple.component(values.get(0), ascending));
            return tuples;
        }
        return tuples.stream()
                .flatMap(tuple -> values.stream().map(value -> tuple.copy().component(value, ascending)))
                .toList();
    }

    @Override
    public void checkAdd(Document document, MongoCollection<Key> collection) {
        if (!unique) {
            return;
        }
        Key key = Key.of(document, "_id");
        for (byte[] tuple : tuplesOf(document)) {
            for (IndexEntry entry : range(tuple)) {
                if (!entry.key().equals(key)) {
                    throw new DuplicateKeyError(
                            this,
                            collection,
                            getKeys(),
                            getKeyValues(document).iterator().next());
                }
            }
        }
    }

    private NavigableSet<IndexEntry> range(byte[] prefix) {
        byte[] end = new KeyWriter().raw(prefix).raw(0xFF).toBytes();
        return entries.subSet(IndexEntry.bound(prefix), true, IndexEntry.bound(end), false);
    }

    @Override
    public void checkUpdate(Document before, Document after, MongoCollection<Key> collection) {
        checkAdd(after, collection);
    }

    @Override
    public void add(Document document, Key position, MongoCollection<Key> collection) {
        entries.addAll(entriesOf(document));
    }

    /** Nothing yet: {@link DocumentCollection#handleUpdate} moves the entries around the document's own change. */
    @Override
    public void updateInPlace(Document before, Document after, Key position, MongoCollection<Key> collection) {}

    @Override
    public Key remove(Document document) {
        leave(entriesOf(document));
        return getPosition(document);
    }

    @Override
    public Key getPosition(Document document) {
        return Key.of(document, "_id");
    }

    /** Never asked: {@link DocumentCollection} plans its queries itself. */
    @Override
    public boolean canHandle(Document query) {
        return false;
    }

    @Override
    public Iterable<Key> getPositions(Document query) {
        throw new UnsupportedOperationException();
    }

    @Override
    public boolean isUnique() {
        return unique;
    }

    @Override
    public boolean hasSameOptions(Index<?> other) {
        return super.hasSameOptions(other)
                && unique == other.isUnique()
                && getKeys().toString().equals(other.getKeys().toString());
    }

    @Override
    public boolean isEmpty() {
        return entries.isEmpty();
    }

    @Override
    public long getCount() {
        return entries.size();
    }

    @Override
    public long getDataSize() {
        return entries.stream().mapToLong(entry -> entry.bytes().length).sum();
    }

    @Override
    public void drop() {
        entries.clear();
    }
}
