package cn.hotline.reporting.ledger.mongo;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.gt;
import static com.mongodb.client.model.Filters.in;
import static com.mongodb.client.model.Filters.lt;
import static com.mongodb.client.model.Sorts.ascending;
import static com.mongodb.client.model.Sorts.descending;

import cn.hotline.chassis.Aggregates.Versioned;
import cn.hotline.chassis.Change;
import cn.hotline.chassis.mongo.AggregateCollection;
import cn.hotline.chassis.mongo.DocumentStore;
import cn.hotline.reporting.ledger.LedgerEntries;
import cn.hotline.reporting.ledger.LedgerFilter;
import cn.hotline.reporting.ledger.model.LedgerEntry;
import com.mongodb.client.model.IndexModel;
import com.mongodb.client.model.Indexes;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.function.UnaryOperator;
import org.bson.conversions.Bson;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Rows of tickets as documents of the collection {@code ledger}, {@code _id} = ticket number. */
public final class MongoLedgerEntries implements LedgerEntries {

    private static final String RECEIVED_ON = "state.registration.receivedOn";
    private static final String CALL = "state.registration.contact.callId";
    private static final String CONFIDENTIAL = "state.registration.contact.confidential";
    private static final String REVISIT_DAYS = "state.followup.revisitDays";

    private final AggregateCollection<LedgerEntry, Void> rows;

    public MongoLedgerEntries(DocumentStore<?> store) {
        this.rows = store.readModel(
                "ledger",
                LedgerEntry.class,
                new IndexModel(Indexes.ascending("tenant", RECEIVED_ON, "_id")),
                new IndexModel(Indexes.ascending("tenant", CALL, RECEIVED_ON)),
                new IndexModel(Indexes.ascending("tenant", REVISIT_DAYS)));
    }

    @Override
    public Mono<LedgerEntry> note(String number, UnaryOperator<LedgerEntry> fact) {
        return rows.changeOrOpen(number, LedgerEntry.blank(number), row -> Change.of(fact.apply(row)))
                .map(Versioned::state);
    }

    @Override
    public Mono<LedgerEntry> find(String number) {
        return rows.find(number).map(Versioned::state);
    }

    @Override
    public Flux<LedgerEntry> receivedOn(String day) {
        return all(eq(RECEIVED_ON, day), ascending("tenant", RECEIVED_ON, "_id"));
    }

    /** Two ranges of the index, both of which are mostly empty: no row of the day itself is read. */
    @Override
    public Flux<LedgerEntry> ofCallsNotReceivedOn(String day, Collection<String> callIds) {
        return callIds.isEmpty()
                ? Flux.empty()
                : Flux.concat(ofCalls(callIds, lt(RECEIVED_ON, day)), ofCalls(callIds, gt(RECEIVED_ON, day)));
    }

    @Override
    public Flux<LedgerEntry> numbered(Collection<String> numbers) {
        return numbers.isEmpty() ? Flux.empty() : all(in("_id", numbers), ascending("_id"));
    }

    @Override
    public Flux<LedgerEntry> revisitedOn(String day) {
        return all(eq(REVISIT_DAYS, day), ascending("_id"));
    }

    @Override
    public Flux<LedgerEntry> page(LedgerFilter filter, int skip, int limit) {
        return rows.list(matching(filter), descending("tenant", RECEIVED_ON, "_id"), skip, limit)
                .map(Versioned::state);
    }

    @Override
    public Mono<Long> count(LedgerFilter filter) {
        return rows.count(matching(filter));
    }

    private Flux<LedgerEntry> ofCalls(Collection<String> callIds, Bson days) {
        return all(and(in(CALL, callIds), days), ascending("tenant", CALL, RECEIVED_ON));
    }

    private Flux<LedgerEntry> all(Bson filter, Bson sort) {
        return rows.list(filter, sort, 0, MongoRows.OF_A_DAY).map(Versioned::state);
    }

    private static Bson matching(LedgerFilter filter) {
        List<Bson> parts = new ArrayList<>(List.of(eq(RECEIVED_ON, filter.receivedOn())));
        if (filter.status() != null) {
            parts.add(eq("state.status", filter.status().name()));
        }
        if (filter.channel() != null) {
            parts.add(eq("state.registration.contact.channel", filter.channel()));
        }
        if (filter.unit() != null) {
            parts.add(eq("state.handling.unit.code", filter.unit()));
        }
        if (filter.tag() != null) {
            parts.add(eq("state.handling.topic.tags.code", filter.tag()));
        }
        if (filter.asksForContents()) {
            parts.add(eq(CONFIDENTIAL, false));
        }
        return and(parts);
    }
}
