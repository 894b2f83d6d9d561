package cn.hotline.reporting.ledger.mongo;

import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.in;
import static com.mongodb.client.model.Sorts.ascending;

import cn.hotline.chassis.Aggregates.Versioned;
import cn.hotline.chassis.Change;
import cn.hotline.chassis.mongo.AggregateCollection;
import cn.hotline.chassis.mongo.DocumentStore;
import cn.hotline.reporting.ledger.CallEntries;
import cn.hotline.reporting.ledger.model.CallEntry;
import com.mongodb.client.model.IndexModel;
import com.mongodb.client.model.Indexes;
import java.util.Collection;
import org.bson.conversions.Bson;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Rows of calls as documents of the collection {@code calls}, {@code _id} = call id. */
public final class MongoCallEntries implements CallEntries {

    private static final String STARTED_ON = "state.startedOn";
    private static final String TICKETS = "state.tickets";

    private final AggregateCollection<CallEntry, Void> rows;

    public MongoCallEntries(DocumentStore<?> store) {
        this.rows = store.readModel(
                "calls",
                CallEntry.class,
                new IndexModel(Indexes.ascending("tenant", STARTED_ON, "_id")),
                new IndexModel(Indexes.ascending("tenant", TICKETS)));
    }

    @Override
    public Mono<CallEntry> note(CallEntry call) {
        return rows.changeOrOpen(call.id(), call, before -> Change.of(call)).map(Versioned::state);
    }

    @Override
    public Flux<CallEntry> startedOn(String day) {
        return all(eq(STARTED_ON, day), ascending("tenant", STARTED_ON, "_id"));
    }

    @Override
    public Flux<CallEntry> identified(Collection<String> ids) {
        return ids.isEmpty() ? Flux.empty() : all(in("_id", ids), ascending("_id"));
    }

    @Override
    public Flux<CallEntry> naming(Collection<String> tickets) {
        return tickets.isEmpty() ? Flux.empty() : all(in(TICKETS, tickets), ascending("_id"));
    }

    private Flux<CallEntry> all(Bson filter, Bson sort) {
        return rows.list(filter, sort, 0, MongoRows.OF_A_DAY).map(Versioned::state);
    }
}
