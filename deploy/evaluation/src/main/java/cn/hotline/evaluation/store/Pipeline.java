package cn.hotline.evaluation.store;

import de.bwaldvogel.mongo.backend.DatabaseResolver;
import de.bwaldvogel.mongo.backend.aggregation.Aggregation;
import de.bwaldvogel.mongo.bson.Document;
import de.bwaldvogel.mongo.oplog.Oplog;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * An aggregation whose leading {@code $match}, {@code $sort}, {@code $skip} and {@code $limit} are a find, so that
 * indexes serve it; mongo-java-server does the rest.
 */
final class Pipeline {

    /** What drivers end {@code countDocuments} with. */
    private static final Document COUNTING =
            new Document("$group", new Document("_id", 1).append("n", new Document("$sum", 1)));

    private final List<Document> stages;
    private int taken;

    private Document filter = new Document();
    private @Nullable Document sort;
    private long skip;
    private long limit;

    private Pipeline(List<Document> stages) {
        this.stages = stages;
    }

    static Pipeline of(List<Document> stages) {
        Pipeline pipeline = new Pipeline(stages);
        if (pipeline.next("$match") instanceof Document filter) {
            pipeline.filter = filter;
        }
        if (pipeline.next("$sort") instanceof Document sort) {
            pipeline.sort = sort;
        }
        if (pipeline.next("$skip") instanceof Number skip) {
            pipeline.skip = skip.longValue();
        }
        if (pipeline.next("$limit") instanceof Number limit) {
            pipeline.limit = limit.longValue();
        }
        return pipeline;
    }

    /** The next stage's content, if it is this stage and says something a find can do. */
    private @Nullable Object next(String stage) {
        Object content = taken < stages.size() ? stages.get(taken).get(stage) : null;
        if (content instanceof Document || content instanceof Number number && number.longValue() > 0) {
            taken++;
            return content;
        }
        return null;
    }

    boolean isChangeStream() {
        return !stages.isEmpty() && stages.get(0).containsKey("$changeStream");
    }

    List<Document> run(DocumentCollection collection, DatabaseResolver databases, Oplog oplog) {
        List<Document> rest = stages.subList(taken, stages.size());
        if (sort == null && rest.equals(List.of(COUNTING))) {
            int count = collection.count(filter, (int) skip, (int) limit);
            return count == 0 ? List.of() : List.of(new Document("_id", 1).append("n", count));
        }
        Aggregation aggregation =
                Aggregation.fromPipeline(rest, databases, collection.getDatabase(), collection, oplog);
        aggregation.validate(new Document("cursor", new Document()));
        Stream<Document> found = collection.find(filter, sort, skip, limit);
        return aggregation.runStages(found);
    }
}
