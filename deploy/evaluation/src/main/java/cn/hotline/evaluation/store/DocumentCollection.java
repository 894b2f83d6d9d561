package cn.hotline.evaluation.store;

import de.bwaldvogel.mongo.MongoDatabase;
import de.bwaldvogel.mongo.backend.AbstractMongoCollection;
import de.bwaldvogel.mongo.backend.ArrayFilters;
import de.bwaldvogel.mongo.backend.CollectionOptions;
import de.bwaldvogel.mongo.backend.CursorRegistry;
import de.bwaldvogel.mongo.backend.DefaultQueryMatcher;
import de.bwaldvogel.mongo.backend.DocumentWithPosition;
import de.bwaldvogel.mongo.backend.Index;
import de.bwaldvogel.mongo.backend.QueryResult;
import de.bwaldvogel.mongo.bson.Document;
import de.bwaldvogel.mongo.bson.ObjectId;
import de.bwaldvogel.mongo.oplog.Oplog;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Iterator;
import java.util.List;
import java.util.Objects;
import java.util.PriorityQueue;
import java.util.concurrent.atomic.LongAdder;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.h2.mvstore.MVMap;
import org.jspecify.annotations.Nullable;

/**
 * One collection: its documents in the file, its indexes in memory.
 *
 * <p>One writer at a time; readers never wait. A reader sees each document as one write left it. What moves while a
 * reader walks may be met or missed, as in MongoDB.
 */
final class DocumentCollection extends AbstractMongoCollection<Key> {

    private static final int DELETED_AT_ONCE = 1000;
    private static final Document ANYTHING = new Document();

    private final DocumentFile file;
    private final MVMap<Key, byte[]> documents;
    private final LongAdder examined;
    private final DefaultQueryMatcher matcher = new DefaultQueryMatcher();

    private volatile List<SecondaryIndex> secondary = List.of();
    private boolean indexesAreBuilt = true;

    DocumentCollection(
            MongoDatabase database,
            String name,
            CollectionOptions options,
            CursorRegistry cursors,
            DocumentFile file,
            LongAdder examined) {
        super(database, name, options, cursors);
        this.file = file;
        this.documents = file.documents(database.getDatabaseName() + "." + name);
        this.examined = examined;
    }

    // ---- reading

    /** Documents that match, in order. Reads on as it is walked; a sort without an index reads all first. */
    Stream<Document> find(Document filter, @Nullable Document sort, long skip, long limit) {
        Document order = isNaturalDescending(sort) ? new Document("_id", -1) : sort;
        Comparator<Document> comparator = deriveComparator(order);
        Plan plan = plan(filter, comparator == null ? null : order);
        Stream<Document> found = plan.distinctKeys()
                .map(this::getDocument)
                .filter(Objects::nonNull)
                .filter(document -> documentMatchesQuery(document, filter));
        if (comparator != null && !plan.sorted()) {
            found = limit > 0 ? first(found, comparator, skip + limit) : found.sorted(comparator);
        }
        found = found.skip(skip);
        return limit > 0 ? found.limit(limit) : found;
    }

    /** The first documents in order, holding no more than these. */
    private static Stream<Document> first(Stream<Document> documents, Comparator<Document> order, long count) {
        PriorityQueue<Document> kept = new PriorityQueue<>(order.reversed());
        documents.forEach(document -> {
            kept.add(document);
            if (kept.size() > count) {
                kept.remove();
            }
        });
        return kept.stream().sorted(order);
    }

    private Plan plan(Document filter, @Nullable Document sort) {
        Demands demands = Demands.of(filter);
        IdWalk byId = new IdWalk(file, documents, String.valueOf(getIdField()), demands, sort);
        List<IndexWalk> walks = secondary.stream()
                .filter(index -> !byId.isGiven())
                .map(index -> new IndexWalk(index, demands, sort))
                .filter(walk -> walk.isUsable() && walk.worth() > byId.worth())
                .sorted(Comparator.comparingInt(IndexWalk::worth).reversed())
                .toList();
        return walks.stream()
                .filter(walk -> walks.size() > 1 && walk.isShort())
                .findFirst()
                .or(() -> walks.stream().findFirst())
                .map(IndexWalk::plan)
                .orElseGet(byId::plan);
    }

    @Override
    protected QueryResult queryDocuments(
            @Nullable Document filter,
            @Nullable Document sort,
            int skip,
            int limit,
            int batchSize,
            @Nullable Document projection) {
        Stream<Document> found = find(filter == null ? ANYTHING : filter, sort, skip, limit);
        if (batchSize == 0) {
            return projected(found, projection);
        }
        Iterator<Document> following = found.iterator();
        RemainingDocuments remaining = new RemainingDocuments(
                cursorRegistry.generateCursorId(), following, batch -> projected(batch, projection)
                        .collectDocuments());
        List<Document> batch = remaining.takeDocuments(batchSize);
        if (remaining.isEmpty()) {
            return new QueryResult(batch);
        }
        cursorRegistry.add(remaining);
        return new QueryResult(batch, remaining);
    }

    private QueryResult projected(Stream<Document> found, @Nullable Document projection) {
        return matchDocumentsFromStream(ANYTHING, found, 0, 0, 0, null, projection);
    }

    @Override
    protected QueryResult matchDocuments(
            Document filter, Document sort, int skip, int limit, int batchSize, Document projection) {
        return queryDocuments(filter, sort, skip, limit, batchSize, projection);
    }

    /** With a matcher that only answers: the inherited one also remembers positions, for writers. */
    @Override
    protected boolean documentMatchesQuery(Document document, Document filter) {
        return filter.isEmpty() || new DefaultQueryMatcher().matches(document, filter);
    }

    @Override
    public int count(@Nullable Document filter, int skip, int limit) {
        if (filter == null || filter.isEmpty()) {
            return super.count(filter, skip, limit);
        }
        Plan plan = plan(filter, null);
        Stream<?> found = plan.exact() ? plan.distinctKeys() : find(filter, null, 0, 0);
        found = found.skip(skip);
        return Math.toIntExact((limit > 0 ? found.limit(limit) : found).count());
    }

    @Override
    public int count() {
        return documents.size();
    }

    @Override
    protected @Nullable Document getDocument(Key position) {
        byte[] bytes = file.read(() -> documents.get(position));
        examined.increment();
        return bytes == null ? null : Bson.decode(bytes);
    }

    @Override
    protected Stream<DocumentWithPosition<Key>> streamAllDocumentsWithPosition() {
        return plan(ANYTHING, null).distinctKeys().map(key -> new DocumentWithPosition<>(getDocument(key), key));
    }

    // ---- writing, one at a time

    @Override
    public synchronized void addDocument(Document document) {
        super.addDocument(document);
    }

    @Override
    public synchronized List<Document> insertDocuments(List<Document> inserted, boolean isOrdered) {
        return super.insertDocuments(inserted, isOrdered);
    }

    @Override
    public synchronized Document findAndModify(Document query) {
        return super.findAndModify(query);
    }

    @Override
    public synchronized Document updateDocuments(
            Document filter,
            Document update,
            ArrayFilters arrayFilters,
            boolean isMulti,
            boolean isUpsert,
            Oplog oplog) {
        return super.updateDocuments(filter, update, arrayFilters, isMulti, isUpsert, oplog);
    }

    /** Of many documents some at a time, so that neither memory nor other writers suffer. */
    @Override
    public int deleteDocuments(Document filter, int limit, Oplog oplog) {
        int deleted = 0;
        int last;
        do {
            int atOnce = limit > 0 ? Math.min(limit - deleted, DELETED_AT_ONCE) : DELETED_AT_ONCE;
            last = deleteSome(filter, atOnce, oplog);
            deleted += last;
        } while (last == DELETED_AT_ONCE && deleted != limit);
        return deleted;
    }

    private synchronized int deleteSome(Document filter, int limit, Oplog oplog) {
        return super.deleteDocuments(filter, limit, oplog);
    }

    @Override
    public synchronized void removeDocument(Document document) {
        super.removeDocument(document);
    }

    @Override
    protected Key addDocumentInternal(Document document) {
        // Only the store's own list of indexes has documents without an id.
        Key key = Key.of(getIdField() == null ? new ObjectId() : document.get(getIdField()));
        documents.put(key, Bson.encode(document));
        return key;
    }

    /** New index entries first, then the document, then the old entries away: it is always in one of its places. */
    @Override
    protected void handleUpdate(Key position, Document before, Document after) {
        List<List<IndexEntry>> left = new ArrayList<>(secondary.size());
        for (SecondaryIndex index : secondary) {
            left.add(index.enter(before, after));
        }
        documents.put(position, Bson.encode(after));
        for (int i = 0; i < left.size(); i++) {
            secondary.get(i).leave(left.get(i));
        }
    }

    @Override
    protected void removeDocument(Key position) {
        documents.remove(position);
    }

    // ---- indexes

    /** From here on indexes are only noted, until {@link #buildIndexes}. */
    void postponeIndexes() {
        indexesAreBuilt = false;
    }

    /** Builds all noted indexes in one walk over the documents; sorted first, which takes half the time. */
    void buildIndexes() {
        List<SecondaryIndex> noted = secondary;
        List<List<IndexEntry>> entries = noted.stream()
                .map(index -> (List<IndexEntry>) new ArrayList<IndexEntry>())
                .toList();
        if (!noted.isEmpty()) {
            find(ANYTHING, null, 0, 0).forEach(document -> {
                for (int i = 0; i < noted.size(); i++) {
                    entries.get(i).addAll(noted.get(i).entriesOf(document));
                }
            });
        }
        for (int i = 0; i < noted.size(); i++) {
            noted.get(i).fill(entries.get(i));
        }
        indexesAreBuilt = true;
    }

    @Override
    public synchronized void addIndex(Index<Key> index) {
        if (indexesAreBuilt) {
            super.addIndex(index);
        } else {
            getIndexes().add(index);
        }
        secondary = secondaryIndexes();
    }

    @Override
    public synchronized void dropIndex(String indexName) {
        super.dropIndex(indexName);
        secondary = secondaryIndexes();
    }

    private List<SecondaryIndex> secondaryIndexes() {
        return getIndexes().stream()
                .filter(SecondaryIndex.class::isInstance)
                .map(SecondaryIndex.class::cast)
                .toList();
    }

    @Override
    public void drop() {
        super.drop();
        file.remove(documents);
    }

    // ---- sizes

    @Override
    protected boolean tracksDataSize() {
        return false;
    }

    @Override
    protected void updateDataSize(int sizeDelta) {
        throw new UnsupportedOperationException("sizes are counted when asked for");
    }

    /** Bytes of all documents, at most 2 GiB - 1; reads all. */
    @Override
    protected int getDataSize() {
        long bytes = StreamSupport.stream(documents.values().spliterator(), false)
                .mapToLong(document -> document.length)
                .sum();
        return (int) Math.min(bytes, Integer.MAX_VALUE);
    }
}
