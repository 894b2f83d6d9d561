package cn.hotline.routing.dispatch.mongo;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.empty;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.gte;
import static com.mongodb.client.model.Filters.in;
import static com.mongodb.client.model.Filters.lt;
import static com.mongodb.client.model.Filters.or;
import static com.mongodb.client.model.Filters.regex;
import static com.mongodb.client.model.Indexes.ascending;
import static com.mongodb.client.model.Indexes.descending;
import static com.mongodb.client.model.Sorts.orderBy;

import cn.hotline.chassis.Aggregates;
import cn.hotline.chassis.Aggregates.Versioned;
import cn.hotline.chassis.Change;
import cn.hotline.chassis.mongo.AggregateCollection;
import cn.hotline.chassis.mongo.DocumentStore;
import cn.hotline.routing.contract.RoutingEvent;
import cn.hotline.routing.dispatch.DispatchFilter;
import cn.hotline.routing.dispatch.Dispatches;
import cn.hotline.routing.dispatch.model.Dispatch;
import cn.hotline.routing.dispatch.model.TicketNumber;
import com.mongodb.client.model.IndexModel;
import com.mongodb.client.model.Indexes;
import com.mongodb.client.model.Sorts;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.bson.conversions.Bson;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Dispatches as documents of the collection {@code dispatches}; the id is the ticket number. */
public final class MongoDispatches implements Dispatches {

    private static final String TENANT = "tenant";
    private static final String UNIT = "state.handling.lead.unit.code";
    private static final String STATUS = "state.status";
    private static final String DUE_AT = "state.turn.dueAt";
    private static final String FIRST = "state.turn.first";
    private static final String SINCE = "state.turn.since";
    private static final String TITLE = "state.appeal.title";

    private final AggregateCollection<Dispatch, RoutingEvent> documents;

    public MongoDispatches(DocumentStore<RoutingEvent> store) {
        this.documents = store.aggregates(
                "dispatches",
                Dispatch.class,
                RoutingEvent.DISPATCH_STREAM,
                new IndexModel(ascending(TENANT, UNIT, STATUS, DUE_AT)),
                new IndexModel(Indexes.compoundIndex(ascending(TENANT, STATUS), descending(FIRST), ascending(SINCE))),
                new IndexModel(Indexes.compoundIndex(ascending(TENANT), descending(SINCE))));
    }

    @Override
    public Mono<Versioned<Dispatch>> find(TicketNumber number) {
        return documents.find(number.value());
    }

    @Override
    public Mono<Versioned<Dispatch>> open(Change<Dispatch, RoutingEvent> arrived) {
        return documents.open(arrived.state().number().value(), arrived).map(Aggregates.Opened::stored);
    }

    @Override
    public Mono<Versioned<Dispatch>> change(
            TicketNumber number, @Nullable Long version, Function<Dispatch, Change<Dispatch, RoutingEvent>> decision) {
        return version == null
                ? documents.change(number.value(), decision)
                : documents.change(number.value(), version, decision);
    }

    @Override
    public Flux<Versioned<Dispatch>> list(DispatchFilter filter, int skip, int limit) {
        return documents.list(matching(filter), sorted(filter.order()), skip, limit);
    }

    @Override
    public Mono<Long> count(DispatchFilter filter) {
        return documents.count(matching(filter));
    }

    private static Bson matching(DispatchFilter filter) {
        List<Bson> all = new ArrayList<>();
        if (filter.unit() != null) {
            all.add(eq(UNIT, filter.unit()));
        }
        if (!filter.statuses().isEmpty()) {
            all.add(in(STATUS, filter.statuses().stream().map(Enum::name).toList()));
        }
        if (filter.due() != null) {
            all.add(lt(DUE_AT, filter.due().to()));
            if (filter.due().from() != null) {
                all.add(gte(DUE_AT, filter.due().from()));
            }
        }
        if (filter.text() != null) {
            String quoted = Pattern.quote(filter.text());
            all.add(or(regex("_id", "^" + quoted), regex(TITLE, quoted)));
        }
        return all.isEmpty() ? empty() : and(all);
    }

    private static Bson sorted(DispatchFilter.Order order) {
        return switch (order) {
            case NEWEST -> orderBy(Sorts.descending(SINCE), Sorts.ascending("_id"));
            case DUE -> Sorts.ascending(DUE_AT, "_id");
            case WAITING -> orderBy(Sorts.descending(FIRST), Sorts.ascending(SINCE, "_id"));
        };
    }
}
