package cn.hotline.evaluation.store;

import de.bwaldvogel.mongo.backend.AbstractCursor;
import de.bwaldvogel.mongo.bson.Document;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;

/** What a find has still to give. Read when asked for, so that a long list is never in memory whole. */
final class RemainingDocuments extends AbstractCursor {

    private static final int USUAL_BATCH = 500;

    private final Iterator<Document> following;
    private final Function<Stream<Document>, List<Document>> projection;

    RemainingDocuments(long id, Iterator<Document> following, Function<Stream<Document>, List<Document>> projection) {
        super(id);
        this.following = following;
        this.projection = projection;
    }

    @Override
    public synchronized boolean isEmpty() {
        return !following.hasNext();
    }

    @Override
    public synchronized List<Document> takeDocuments(int wanted) {
        int size = wanted > 0 ? wanted : USUAL_BATCH;
        List<Document> batch = new ArrayList<>();
        while (batch.size() < size && following.hasNext()) {
            batch.add(following.next());
        }
        return projection.apply(batch.stream());
    }
}
