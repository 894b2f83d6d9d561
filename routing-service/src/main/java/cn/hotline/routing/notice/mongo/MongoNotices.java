package cn.hotline.routing.notice.mongo;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.lte;
import static com.mongodb.client.model.Indexes.ascending;
import static com.mongodb.client.model.Indexes.descending;

import cn.hotline.chassis.Aggregates.Versioned;
import cn.hotline.chassis.Cause;
import cn.hotline.chassis.Change;
import cn.hotline.chassis.mongo.AggregateCollection;
import cn.hotline.chassis.mongo.DocumentStore;
import cn.hotline.routing.notice.Notices;
import cn.hotline.routing.notice.model.Notice;
import com.mongodb.client.model.IndexModel;
import com.mongodb.client.model.Indexes;
import com.mongodb.client.model.Sorts;
import java.time.Instant;
import java.util.function.UnaryOperator;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Documents of the collection {@code notices}; the id is the tenant and the key. */
public final class MongoNotices implements Notices {

    private static final String UNIT = "state.unit";
    private static final String FROM = "state.from";
    private static final String HAND_ON_AT = "state.handOnAt";

    private final AggregateCollection<Notice, Void> documents;

    public MongoNotices(DocumentStore<?> store) {
        this.documents = store.readModel(
                "notices",
                Notice.class,
                new IndexModel(Indexes.compoundIndex(ascending("tenant", UNIT), descending(FROM))),
                new IndexModel(ascending("tenant", HAND_ON_AT)));
    }

    @Override
    public Mono<Notice> changeOrOpen(Notice blank, UnaryOperator<Notice> decision) {
        return id(blank.key())
                .flatMap(id -> documents.changeOrOpen(id, blank, notice -> Change.of(decision.apply(notice))))
                .map(Versioned::state);
    }

    @Override
    public Mono<Notice> change(String key, UnaryOperator<Notice> decision) {
        return id(key).flatMap(id -> documents.change(id, notice -> Change.of(decision.apply(notice))))
                .map(Versioned::state);
    }

    @Override
    public Flux<String> toHandOn(Instant by, int most) {
        return id("").flatMapMany(prefix -> documents
                .ids(lte(HAND_ON_AT, by), Sorts.ascending(HAND_ON_AT, "_id"), 0, most)
                .map(id -> id.substring(prefix.length())));
    }

    @Override
    public Flux<Notice> of(String unit, Instant by, int most) {
        return documents
                .list(
                        and(eq(UNIT, unit), lte(FROM, by)),
                        Sorts.orderBy(Sorts.descending(FROM), Sorts.ascending("_id")),
                        0,
                        most)
                .map(Versioned::state);
    }

    private static Mono<String> id(String key) {
        return Cause.current().map(cause -> cause.tenant() + "/" + key);
    }
}
