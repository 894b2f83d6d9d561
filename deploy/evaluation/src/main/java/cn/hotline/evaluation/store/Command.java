package cn.hotline.evaluation.store;

import de.bwaldvogel.mongo.bson.Document;
import de.bwaldvogel.mongo.wire.message.MongoMessage;
import java.util.List;
import java.util.Set;

/** What a client asks: its first field names it. */
record Command(String name, Document document) {

    private static final Set<String> READING = words("""
            find getMore killCursors aggregate count distinct hello isMaster ismaster ping buildInfo buildinfo
            listDatabases listCollections listIndexes serverStatus dbStats dbstats collStats collstats endSessions
            connectionStatus getLog whatsmyuri""");

    private static final Set<String> LONG = words("""
            find getMore aggregate count distinct delete createIndexes drop dropIndexes dropDatabase collStats collstats
            dbStats dbstats""");

    private static final Set<String> GROWING = words("insert update findAndModify create createIndexes");

    private static Set<String> words(String text) {
        return Set.of(text.split("\\s+"));
    }

    static Command of(MongoMessage message) {
        Document document = message.getDocument();
        return new Command(document.keySet().iterator().next(), document);
    }

    /** Whether there is nothing to make durable; a command this list does not know may write. */
    boolean reads() {
        return READING.contains(name) && !writesElsewhere();
    }

    private boolean writesElsewhere() {
        return document.get("pipeline") instanceof List<?> stages
                && !stages.isEmpty()
                && stages.get(stages.size() - 1) instanceof Document last
                && (last.containsKey("$out") || last.containsKey("$merge"));
    }

    /** Whether it may take so long that other connections would suffer. */
    boolean isLong() {
        return LONG.contains(name) && !(name.equals("find") && namesItsDocuments());
    }

    private boolean namesItsDocuments() {
        if (!(document.get("filter") instanceof Document filter)) {
            return false;
        }
        Demands.Demand demand = Demands.of(filter).on("_id");
        return demand != null && !demand.oneOf.isEmpty();
    }

    /** Whether it needs room on the disk. */
    boolean grows() {
        return GROWING.contains(name);
    }
}
