package cn.hotline.followup.revisit.mongo;

import static com.mongodb.client.model.Filters.empty;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Sorts.ascending;
import static com.mongodb.client.model.Sorts.descending;

import cn.hotline.chassis.Aggregates.Versioned;
import cn.hotline.chassis.Change;
import cn.hotline.chassis.mongo.AggregateCollection;
import cn.hotline.chassis.mongo.DocumentStore;
import cn.hotline.chassis.web.Page;
import cn.hotline.followup.contract.FollowupEvent;
import cn.hotline.followup.exclusion.model.ExclusionStatus;
import cn.hotline.followup.revisit.Revisits;
import cn.hotline.followup.revisit.model.Revisit;
import cn.hotline.followup.revisit.model.RevisitStatus;
import cn.hotline.followup.revisit.model.TicketNumber;
import com.mongodb.client.model.IndexModel;
import com.mongodb.client.model.Indexes;
import java.util.function.Function;
import org.bson.conversions.Bson;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

/** Revisits as documents of the collection {@code revisits}. */
public final class MongoRevisits implements Revisits {

    private static final String STATUS = "state.status";
    private static final String CALL_AT = "state.callAt";
    private static final String EXCLUSION = "state.round.exclusion.status";
    private static final String EXCLUSION_SINCE = "state.round.exclusion.since";

    private final AggregateCollection<Revisit, FollowupEvent> revisits;

    public MongoRevisits(DocumentStore<FollowupEvent> store) {
        this.revisits = store.aggregates(
                "revisits",
                Revisit.class,
                FollowupEvent.REVISIT_STREAM,
                new IndexModel(Indexes.ascending("tenant", STATUS, CALL_AT)),
                new IndexModel(Indexes.ascending("tenant", EXCLUSION, EXCLUSION_SINCE)));
    }

    @Override
    public Mono<Versioned<Revisit>> find(TicketNumber ticket) {
        return revisits.find(ticket.value());
    }

    @Override
    public Mono<Versioned<Revisit>> change(
            TicketNumber ticket, Function<Revisit, Change<Revisit, FollowupEvent>> decision) {
        return revisits.change(ticket.value(), decision);
    }

    @Override
    public Mono<Versioned<Revisit>> changeOrOpen(
            TicketNumber ticket, Function<Revisit, Change<Revisit, FollowupEvent>> decision) {
        return revisits.changeOrOpen(ticket.value(), Revisit.of(ticket), decision);
    }

    @Override
    public Mono<Page<Versioned<Revisit>>> list(@Nullable RevisitStatus status, Page.Asked asked) {
        Bson filter = status == null ? empty() : eq(STATUS, status.name());
        return page(filter, order(status), asked);
    }

    @Override
    public Mono<Long> count(RevisitStatus status) {
        return revisits.count(eq(STATUS, status.name()));
    }

    @Override
    public Mono<Page<Versioned<Revisit>>> list(ExclusionStatus status, Page.Asked asked) {
        Bson filter = eq(EXCLUSION, status.name());
        Bson order = status.waits() ? ascending(EXCLUSION_SINCE, "_id") : descending(EXCLUSION_SINCE, "_id");
        return page(filter, order, asked);
    }

    @Override
    public Mono<Long> count(ExclusionStatus status) {
        return revisits.count(eq(EXCLUSION, status.name()));
    }

    private Mono<Page<Versioned<Revisit>>> page(Bson filter, Bson order, Page.Asked asked) {
        return revisits.list(filter, order, asked.skip(), asked.size())
                .collectList()
                .zipWith(
                        revisits.count(filter), (items, total) -> new Page<>(items, asked.page(), asked.size(), total));
    }

    private static Bson order(@Nullable RevisitStatus status) {
        if (status == null) {
            return descending("_id");
        }
        return status == RevisitStatus.SCHEDULED ? ascending(CALL_AT) : descending(CALL_AT);
    }
}
