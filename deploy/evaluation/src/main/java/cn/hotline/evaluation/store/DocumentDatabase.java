package cn.hotline.evaluation.store;

import de.bwaldvogel.mongo.MongoCollection;
import de.bwaldvogel.mongo.backend.AbstractSynchronizedMongoDatabase;
import de.bwaldvogel.mongo.backend.CollectionOptions;
import de.bwaldvogel.mongo.backend.CursorRegistry;
import de.bwaldvogel.mongo.backend.DatabaseResolver;
import de.bwaldvogel.mongo.backend.Index;
import de.bwaldvogel.mongo.backend.IndexKey;
import de.bwaldvogel.mongo.backend.Utils;
import de.bwaldvogel.mongo.backend.aggregation.Aggregation;
import de.bwaldvogel.mongo.bson.Document;
import de.bwaldvogel.mongo.oplog.Oplog;
import io.netty.channel.Channel;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.LongAdder;

/** One database of the file. */
final class DocumentDatabase extends AbstractSynchronizedMongoDatabase<Key> {

    /** As MongoDB's. */
    private static final int FIRST_BATCH = 101;

    private final DocumentFile file;
    private final LongAdder examined;
    private final List<DocumentCollection> opening = new ArrayList<>();
    private boolean open;

    /** Opens the database with all its collections, and builds their indexes. */
    DocumentDatabase(String name, CursorRegistry cursors, DocumentFile file, LongAdder examined) {
        super(name, cursors);
        this.file = file;
        this.examined = examined;
        initializeNamespacesAndIndexes();
        opening.forEach(DocumentCollection::buildIndexes);
        opening.clear();
        open = true;
    }

    @Override
    public Document handleCommand(
            Channel channel, String command, Document query, DatabaseResolver databases, Oplog oplog) {
        if (command.equals("find")) {
            query.putIfAbsent("batchSize", FIRST_BATCH);
        } else if (command.equals("aggregate")
                && resolveCollection(query.get(command).toString(), false) instanceof DocumentCollection collection) {
            Pipeline pipeline = Pipeline.of(Aggregation.parse(query.get("pipeline")));
            if (!pipeline.isChangeStream()) {
                clearLastStatus(channel);
                return firstBatch(collection, pipeline.run(collection, databases, oplog));
            }
        }
        return super.handleCommand(channel, command, query, databases, oplog);
    }

    private static Document firstBatch(DocumentCollection collection, List<Document> documents) {
        Document cursor =
                new Document("id", 0L).append("ns", collection.getFullName()).append("firstBatch", documents);
        Document reply = new Document("cursor", cursor);
        Utils.markOkay(reply);
        return reply;
    }

    @Override
    protected MongoCollection<Key> openOrCreateCollection(String name, CollectionOptions options) {
        DocumentCollection collection = new DocumentCollection(this, name, options, cursorRegistry, file, examined);
        if (!open) {
            collection.postponeIndexes();
            opening.add(collection);
        }
        return collection;
    }

    @Override
    protected Index<Key> openOrCreateUniqueIndex(String collection, String name, List<IndexKey> keys, boolean sparse) {
        return keys.size() == 1 && keys.get(0).getKey().equals("_id")
                ? new IdIndex(name, keys, file.documents(getFullCollectionNamespace(collection)))
                : new SecondaryIndex(name, keys, sparse, true);
    }

    @Override
    protected Index<Key> openOrCreateSecondaryIndex(
            String collection, String name, List<IndexKey> keys, boolean sparse) {
        return new SecondaryIndex(name, keys, sparse, false);
    }

    @Override
    protected long getFileSize() {
        return file.size();
    }

    @Override
    protected long getStorageSize() {
        return file.size();
    }
}
