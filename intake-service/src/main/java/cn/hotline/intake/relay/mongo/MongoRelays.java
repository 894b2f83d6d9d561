package cn.hotline.intake.relay.mongo;

import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Sorts.descending;

import cn.hotline.chassis.Aggregates.Versioned;
import cn.hotline.chassis.Change;
import cn.hotline.chassis.mongo.AggregateCollection;
import cn.hotline.chassis.mongo.DocumentStore;
import cn.hotline.intake.relay.Relays;
import cn.hotline.intake.relay.model.Relay;
import com.mongodb.client.model.IndexModel;
import com.mongodb.client.model.Indexes;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** In collection {@code relays}, by the loan's name. */
public final class MongoRelays implements Relays {

    private static final int MOST = 100;

    private final AggregateCollection<Relay, Void> relays;

    public MongoRelays(DocumentStore<?> store) {
        relays = store.readModel(
                "relays", Relay.class, new IndexModel(Indexes.ascending("tenant", "state.ticket", "state.until")));
    }

    @Override
    public Flux<Relay> of(String ticket) {
        return relays.list(eq("state.ticket", ticket), descending("state.until"), 0, MOST)
                .map(Versioned::state);
    }

    @Override
    public Mono<Relay> save(Relay relay) {
        return relays.open(relay.binding(), Change.of(relay)).thenReturn(relay);
    }
}
