package cn.hotline.followup.supervision.mongo;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.gt;
import static com.mongodb.client.model.Filters.lte;
import static com.mongodb.client.model.Sorts.ascending;
import static com.mongodb.client.model.Sorts.descending;

import cn.hotline.chassis.Aggregates.Versioned;
import cn.hotline.chassis.Change;
import cn.hotline.chassis.mongo.AggregateCollection;
import cn.hotline.chassis.mongo.DocumentStore;
import cn.hotline.chassis.web.Page;
import cn.hotline.followup.contract.FollowupEvent;
import cn.hotline.followup.revisit.model.TicketNumber;
import cn.hotline.followup.supervision.WatchFilter;
import cn.hotline.followup.supervision.Watches;
import cn.hotline.followup.supervision.model.Standing;
import cn.hotline.followup.supervision.model.Watch;
import com.mongodb.client.model.IndexModel;
import com.mongodb.client.model.Indexes;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.function.Function;
import org.bson.conversions.Bson;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Watches as documents of the collection {@code watches}. */
public final class MongoWatches implements Watches {

    private static final String STANDING = "state.current.standing";
    private static final String UNIT = "state.current.unit.code";
    private static final String ANSWER_BY = "state.current.answerBy";
    private static final String ISSUED_AT = "state.current.at";
    private static final String ESCALATED_AT = "state.escalation.at";
    private static final String LEAD = "state.course.lead.code";
    private static final String LOOK_AT = "state.lookAt";
    private static final Date EVER = new Date(0);

    private final AggregateCollection<Watch, FollowupEvent> watches;

    public MongoWatches(DocumentStore<FollowupEvent> store) {
        this.watches = store.aggregates(
                "watches",
                Watch.class,
                FollowupEvent.SUPERVISION_STREAM,
                new IndexModel(Indexes.ascending("tenant", STANDING, ANSWER_BY)),
                new IndexModel(Indexes.ascending("tenant", UNIT, STANDING, ANSWER_BY)),
                new IndexModel(Indexes.ascending("tenant", ISSUED_AT)),
                new IndexModel(Indexes.ascending("tenant", ESCALATED_AT)),
                new IndexModel(Indexes.ascending("tenant", LOOK_AT)));
    }

    @Override
    public Mono<Versioned<Watch>> find(TicketNumber ticket) {
        return watches.find(ticket.value());
    }

    @Override
    public Mono<Versioned<Watch>> change(TicketNumber ticket, Function<Watch, Change<Watch, FollowupEvent>> decision) {
        return watches.change(ticket.value(), decision);
    }

    @Override
    public Mono<Versioned<Watch>> changeOrOpen(
            TicketNumber ticket, Function<Watch, Change<Watch, FollowupEvent>> decision) {
        return watches.changeOrOpen(ticket.value(), Watch.of(ticket), decision);
    }

    @Override
    public Mono<Page<Versioned<Watch>>> list(WatchFilter filter, Page.Asked asked) {
        return watches.list(matching(filter), order(filter), asked.skip(), asked.size())
                .collectList()
                .zipWith(count(filter), (items, total) -> new Page<>(items, asked.page(), asked.size(), total));
    }

    @Override
    public Mono<Long> count(WatchFilter filter) {
        return watches.count(matching(filter));
    }

    @Override
    public Flux<TicketNumber> due(Instant now, int limit) {
        return watches.list(and(gt(LOOK_AT, EVER), lte(LOOK_AT, Date.from(now))), ascending(LOOK_AT), 0, limit)
                .map(found -> found.state().ticket());
    }

    private static Bson matching(WatchFilter filter) {
        List<Bson> all = new ArrayList<>();
        all.add(
                filter.escalated()
                        ? gt(ESCALATED_AT, EVER)
                        : filter.standing() == null
                                ? gt(ISSUED_AT, EVER)
                                : eq(STANDING, filter.standing().name()));
        if (filter.unit() != null) {
            all.add(eq(LEAD, filter.unit()));
            if (!filter.escalated()) {
                all.add(eq(UNIT, filter.unit()));
            }
        }
        return and(all);
    }

    private static Bson order(WatchFilter filter) {
        if (filter.escalated()) {
            return descending(ESCALATED_AT, "_id");
        }
        return filter.standing() == Standing.OPEN ? ascending(ANSWER_BY, "_id") : descending(ISSUED_AT, "_id");
    }
}
