package cn.hotline.routing.dispatch.mongo;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.empty;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.gt;
import static com.mongodb.client.model.Filters.gte;
import static com.mongodb.client.model.Filters.in;
import static com.mongodb.client.model.Filters.lt;
import static com.mongodb.client.model.Filters.lte;
import static com.mongodb.client.model.Filters.or;
import static com.mongodb.client.model.Filters.regex;
import static com.mongodb.client.model.Indexes.ascending;
import static com.mongodb.client.model.Indexes.descending;
import static com.mongodb.client.model.Sorts.orderBy;

import cn.hotline.chassis.Aggregates;
import cn.hotline.chassis.Aggregates.Versioned;
import cn.hotline.chassis.Change;
import cn.hotline.chassis.Refusal.General;
import cn.hotline.chassis.Refused;
import cn.hotline.chassis.mongo.AggregateCollection;
import cn.hotline.chassis.mongo.DocumentStore;
import cn.hotline.routing.contract.RoutingEvent;
import cn.hotline.routing.dispatch.DispatchFilter;
import cn.hotline.routing.dispatch.Dispatches;
import cn.hotline.routing.dispatch.model.Dispatch;
import cn.hotline.routing.dispatch.model.TicketNumber;
import cn.hotline.routing.dispatch.model.Viewer;
import com.mongodb.client.model.IndexModel;
import com.mongodb.client.model.Indexes;
import com.mongodb.client.model.Sorts;
import java.time.Instant;
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
    private static final String KEYS = "state.sight.keys";
    private static final String LEAD = "state.handling.lead.unit.code";
    private static final String HELPERS = "state.handling.helpers.unit.code";
    private static final String BELOW = "state.turn.below";
    private static final String STATUS = "state.status";
    private static final String DUE_AT = "state.turn.dueAt";
    private static final String FIRST = "state.turn.first";
    private static final String SINCE = "state.turn.since";
    private static final String ASKS = "state.turn.asks";
    private static final String CALENDAR = "state.turn.calendar";
    private static final String REMIND_AT = "state.turn.remindAt";
    private static final String STIRRED_AT = "state.turn.stirredAt";
    private static final String BOUNCING = "state.turn.bouncingSince";
    private static final String TAKER = "state.handling.lead.taker.account";
    private static final String GIVEN_AT = "state.handling.lead.timing.startedAt";
    private static final String URGENCY = "state.classification.urgency";
    private static final String DOUBTS = "state.classification.proposal.doubts";
    private static final String REPLY_MARKS = "state.handling.reply.marks";
    private static final String TITLE = "state.appeal.title";

    private final AggregateCollection<Dispatch, RoutingEvent> documents;

    /** Of indexes that fit a question as well, a store may take the first: the narrower stand first. */
    public MongoDispatches(DocumentStore<RoutingEvent> store) {
        this.documents = store.aggregates(
                "dispatches",
                Dispatch.class,
                RoutingEvent.DISPATCH_STREAM,
                new IndexModel(ascending(TENANT, ASKS, LEAD, DUE_AT)),
                new IndexModel(ascending(TENANT, BOUNCING, STATUS)),
                new IndexModel(ascending(TENANT, KEYS, LEAD, STATUS, DUE_AT)),
                new IndexModel(ascending(TENANT, KEYS, LEAD, TAKER, STATUS)),
                new IndexModel(ascending(TENANT, KEYS, LEAD, STATUS, GIVEN_AT)),
                new IndexModel(Indexes.compoundIndex(ascending(TENANT, KEYS, LEAD, STATUS), descending(SINCE))),
                new IndexModel(ascending(TENANT, LEAD, STATUS, DUE_AT)),
                new IndexModel(ascending(TENANT, BELOW, STATUS, DUE_AT)),
                new IndexModel(ascending(TENANT, HELPERS, STATUS, DUE_AT)),
                new IndexModel(ascending(TENANT, STATUS, DUE_AT)),
                new IndexModel(ascending(TENANT, STATUS, STIRRED_AT)),
                new IndexModel(Indexes.compoundIndex(ascending(TENANT, STATUS), descending(FIRST), ascending(SINCE))),
                new IndexModel(ascending(TENANT, REMIND_AT)),
                new IndexModel(ascending(TENANT, CALENDAR, DUE_AT)),
                new IndexModel(ascending(TENANT, REPLY_MARKS)),
                new IndexModel(Indexes.compoundIndex(ascending(TENANT), descending(SINCE))));
    }

    @Override
    public Mono<Versioned<Dispatch>> find(Viewer viewer, TicketNumber number) {
        Mono<Versioned<Dispatch>> found = viewer.overview()
                ? documents.find(number.value())
                : documents
                        .list(and(eq("_id", number.value()), rowsOf(viewer)), Sorts.ascending("_id"), 0, 1)
                        .next();
        return found.mapNotNull(stored -> seen(viewer, stored));
    }

    @Override
    public Mono<Versioned<Dispatch>> open(Change<Dispatch, RoutingEvent> arrived) {
        return documents.open(arrived.state().number().value(), arrived).map(Aggregates.Opened::stored);
    }

    /** Whoever has no overview is asked for first, so that a wrong version says nothing of another's row either. */
    @Override
    public Mono<Versioned<Dispatch>> change(
            Viewer viewer,
            TicketNumber number,
            @Nullable Long version,
            Function<Dispatch, Change<Dispatch, RoutingEvent>> decision) {
        Function<Dispatch, Change<Dispatch, RoutingEvent>> ofTheirs = dispatch -> {
            Refused.unless(dispatch.seenBy(viewer).isPresent(), General.NOT_FOUND);
            return decision.apply(dispatch);
        };
        Mono<Versioned<Dispatch>> changed = Mono.defer(() -> version == null
                ? documents.change(number.value(), ofTheirs)
                : documents.change(number.value(), version, ofTheirs));
        Mono<Versioned<Dispatch>> theirs = viewer.overview()
                ? changed
                : find(viewer, number)
                        .switchIfEmpty(Mono.error(() -> new Refused(General.NOT_FOUND)))
                        .then(changed);
        return theirs.map(stored -> new Versioned<>(stored.state().answeredTo(viewer), stored.version()));
    }

    @Override
    public Flux<Versioned<Dispatch>> list(Viewer viewer, DispatchFilter filter, int skip, int limit) {
        return documents
                .list(and(rowsOf(viewer), matching(filter, viewer)), sorted(filter.order()), skip, limit)
                .mapNotNull(stored -> seen(viewer, stored));
    }

    @Override
    public Flux<TicketNumber> toRecount(long calendar, int skip, int most) {
        return documents
                .ids(lt(CALENDAR, calendar), Sorts.ascending(DUE_AT, "_id"), skip, most)
                .map(TicketNumber::new);
    }

    @Override
    public Flux<TicketNumber> toRemind(Instant by, int skip, int most) {
        return documents
                .ids(lte(REMIND_AT, by), Sorts.ascending(REMIND_AT, "_id"), skip, most)
                .map(TicketNumber::new);
    }

    @Override
    public Flux<Dispatch> answeredLike(List<Long> marks, int most) {
        return marks.isEmpty()
                ? Flux.empty()
                : documents
                        .list(in(REPLY_MARKS, marks), Sorts.ascending("_id"), 0, most)
                        .map(Versioned::state);
    }

    @Override
    public Mono<Long> count(Viewer viewer, DispatchFilter filter) {
        return documents.count(and(rowsOf(viewer), matching(filter, viewer)));
    }

    @Override
    public Flux<Dispatch> arrived(Instant from, Instant to) {
        return documents
                .list(and(gte(SINCE, from), lt(SINCE, to)), Sorts.ascending(SINCE, "_id"), 0, Integer.MAX_VALUE)
                .map(Versioned::state);
    }

    /** 行规则: which rows are there for whoever looks; the one place that says so. */
    private static Bson rowsOf(Viewer viewer) {
        return viewer.overview() ? empty() : in(KEYS, viewer.keys());
    }

    private static @Nullable Versioned<Dispatch> seen(Viewer viewer, Versioned<Dispatch> stored) {
        return stored.state()
                .seenBy(viewer)
                .map(state -> new Versioned<>(state, stored.version()))
                .orElse(null);
    }

    private static Bson matching(DispatchFilter filter, Viewer viewer) {
        List<Bson> all = new ArrayList<>();
        all.addAll(whose(filter.whose()));
        all.addAll(course(filter.course()));
        if (filter.urgency() != null) {
            all.add(eq(URGENCY, filter.urgency().name()));
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
        if (filter.asks() != null) {
            all.add(eq(ASKS, filter.asks().name()));
        }
        if (filter.text() != null) {
            String quoted = Pattern.quote(filter.text());
            all.add(or(regex("_id", "^" + quoted), and(in(KEYS, viewer.keys()), regex(TITLE, quoted))));
        }
        return all.isEmpty() ? empty() : and(all);
    }

    private static List<Bson> whose(DispatchFilter.Whose whose) {
        List<Bson> all = new ArrayList<>();
        if (whose.units() != null) {
            String part =
                    switch (whose.part()) {
                        case LEADS -> LEAD;
                        case BELOW -> BELOW;
                        case HELPS -> HELPERS;
                    };
            all.add(
                    whose.units().size() == 1
                            ? eq(part, whose.units().iterator().next())
                            : in(part, whose.units()));
        }
        if (whose.lead() != null) {
            all.add(eq(LEAD, whose.lead()));
        }
        if (whose.taken() != null) {
            all.add(eq(TAKER, whose.taken().account()));
        }
        if (whose.givenAfter() != null) {
            all.add(gt(GIVEN_AT, whose.givenAfter()));
        }
        return all;
    }

    private static List<Bson> course(DispatchFilter.Course course) {
        List<Bson> all = new ArrayList<>();
        if (course.unsure()) {
            all.add(in(
                    DOUBTS,
                    DispatchFilter.Course.UNSURE.stream().map(Enum::name).toList()));
        }
        if (course.bouncing()) {
            all.add(gt(BOUNCING, Instant.EPOCH));
        }
        if (course.silentSince() != null) {
            all.add(lt(STIRRED_AT, course.silentSince()));
        }
        return all;
    }

    private static Bson sorted(DispatchFilter.Order order) {
        return switch (order) {
            case NEWEST -> orderBy(Sorts.descending(SINCE), Sorts.ascending("_id"));
            case OLDEST -> Sorts.ascending(SINCE, "_id");
            case SILENT -> Sorts.ascending(STIRRED_AT, "_id");
            case DUE -> Sorts.ascending(DUE_AT, "_id");
            case WAITING -> orderBy(Sorts.descending(FIRST), Sorts.ascending(SINCE, "_id"));
        };
    }
}
