package cn.hotline.routing.catalogue.mongo;

import static com.mongodb.client.model.Filters.empty;
import static com.mongodb.client.model.Indexes.ascending;
import static com.mongodb.client.model.Indexes.descending;

import cn.hotline.chassis.Aggregates.Versioned;
import cn.hotline.chassis.Cause;
import cn.hotline.chassis.Change;
import cn.hotline.chassis.mongo.AggregateCollection;
import cn.hotline.chassis.mongo.DocumentStore;
import cn.hotline.routing.catalogue.Dismissals;
import cn.hotline.routing.catalogue.model.Proposed.Dismissal;
import com.mongodb.client.model.IndexModel;
import com.mongodb.client.model.Indexes;
import com.mongodb.client.model.Sorts;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Documents of the collection {@code catalogueDismissals}, one for each proposal that was turned down. */
public final class MongoDismissals implements Dismissals {

    private static final String AT = "state.at";

    private final AggregateCollection<Dismissal, Void> documents;

    public MongoDismissals(DocumentStore<?> store) {
        this.documents = store.readModel(
                "catalogueDismissals",
                Dismissal.class,
                new IndexModel(Indexes.compoundIndex(ascending("tenant"), descending(AT))));
    }

    @Override
    public Mono<Void> keep(Dismissal dismissal) {
        return Cause.current()
                .flatMap(cause -> documents.changeOrOpen(
                        cause.tenant() + "/" + dismissal.id(), dismissal, before -> Change.of(dismissal)))
                .then();
    }

    @Override
    public Flux<Dismissal> newest(int limit) {
        return documents.list(empty(), Sorts.descending(AT), 0, limit).map(Versioned::state);
    }
}
