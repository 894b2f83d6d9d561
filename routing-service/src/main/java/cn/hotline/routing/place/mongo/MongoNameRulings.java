package cn.hotline.routing.place.mongo;

import static com.mongodb.client.model.Filters.empty;
import static com.mongodb.client.model.Indexes.ascending;
import static com.mongodb.client.model.Indexes.descending;

import cn.hotline.chassis.Aggregates.Versioned;
import cn.hotline.chassis.Cause;
import cn.hotline.chassis.Change;
import cn.hotline.chassis.mongo.AggregateCollection;
import cn.hotline.chassis.mongo.DocumentStore;
import cn.hotline.routing.place.NameRulings;
import cn.hotline.routing.place.model.NameRuling;
import com.mongodb.client.model.IndexModel;
import com.mongodb.client.model.Indexes;
import com.mongodb.client.model.Sorts;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Documents of the collection {@code placeNameRulings}, written once each. */
public final class MongoNameRulings implements NameRulings {

    private static final String NUMBER = "state.number";

    private final AggregateCollection<NameRuling, Void> documents;

    public MongoNameRulings(DocumentStore<?> store) {
        this.documents = store.readModel(
                "placeNameRulings",
                NameRuling.class,
                new IndexModel(Indexes.compoundIndex(ascending("tenant"), descending(NUMBER))));
    }

    @Override
    public Mono<Boolean> keep(NameRuling ruling) {
        return Cause.current()
                .flatMap(cause -> documents.open(cause.tenant() + "/" + ruling.number(), Change.of(ruling)))
                .map(opened -> opened.opened() || opened.stored().state().equals(ruling));
    }

    @Override
    public Flux<NameRuling> newest(int limit) {
        return documents.list(empty(), Sorts.descending(NUMBER), 0, limit).map(Versioned::state);
    }
}
