package cn.hotline.evaluation.store;

import de.bwaldvogel.mongo.MongoDatabase;
import de.bwaldvogel.mongo.backend.AbstractMongoBackend;
import de.bwaldvogel.mongo.bson.Document;
import io.netty.channel.Channel;
import java.time.Clock;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.LongAdder;

/** All databases of the file, and the commands that concern none of them. */
final class DocumentBackend extends AbstractMongoBackend {

    private final DocumentFile file;
    private final LongAdder examined = new LongAdder();
    private final Map<String, DocumentDatabase> opened = new ConcurrentHashMap<>();

    /** Opens every database there is. */
    DocumentBackend(DocumentFile file, Clock clock) {
        super(clock);
        this.file = file;
        file.databases().forEach(this::resolveDatabase);
    }

    /** Documents read so far, by queries of all kinds. */
    long examined() {
        return examined.sum();
    }

    @Override
    public Document handleCommand(Channel channel, String database, String command, Document query) {
        if (!command.equals("hello")) {
            return super.handleCommand(channel, database, command, query);
        }
        Document reply = super.handleCommand(channel, database, "ismaster", query);
        reply.put("isWritablePrimary", reply.remove("ismaster"));
        return reply;
    }

    /** Also asked for databases that are open: listing them does. */
    @Override
    protected MongoDatabase openOrCreateDatabase(String name) {
        return opened.computeIfAbsent(name, absent -> new DocumentDatabase(name, getCursorRegistry(), file, examined));
    }

    @Override
    public void dropDatabase(String name) {
        opened.remove(name);
        super.dropDatabase(name);
    }
}
