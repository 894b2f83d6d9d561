package cn.hotline.followup.revisit.mongo;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.gt;
import static com.mongodb.client.model.Filters.in;
import static com.mongodb.client.model.Sorts.ascending;

import cn.hotline.chassis.Aggregates.Versioned;
import cn.hotline.chassis.Change;
import cn.hotline.chassis.mongo.AggregateCollection;
import cn.hotline.chassis.mongo.DocumentStore;
import cn.hotline.followup.revisit.Matters;
import cn.hotline.followup.revisit.model.Matter;
import cn.hotline.followup.revisit.model.TicketNumber;
import com.mongodb.client.model.IndexModel;
import com.mongodb.client.model.Indexes;
import java.util.Collection;
import java.util.Map;
import java.util.function.UnaryOperator;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Matters as documents of the collection {@code matters}. */
public final class MongoMatters implements Matters {

    private static final String FOLLOWS = "state.follows";
    private static final int AT_ONCE = 500;

    private final AggregateCollection<Matter, Void> matters;

    public MongoMatters(DocumentStore<?> store) {
        this.matters =
                store.readModel("matters", Matter.class, new IndexModel(Indexes.ascending("tenant", FOLLOWS, "_id")));
    }

    @Override
    public Mono<Void> keep(Matter matter) {
        return matters.open(matter.ticket().value(), Change.of(matter)).then();
    }

    @Override
    public Mono<Void> change(TicketNumber ticket, UnaryOperator<Matter> correction) {
        return matters.change(ticket.value(), matter -> Change.of(correction.apply(matter)))
                .then();
    }

    @Override
    public Flux<TicketNumber> followers(TicketNumber master) {
        return followers(master, "");
    }

    /** Part by part, as a master may have thousands. */
    private Flux<TicketNumber> followers(TicketNumber master, String after) {
        return matters.list(and(eq(FOLLOWS, master.value()), gt("_id", after)), ascending("_id"), 0, AT_ONCE)
                .map(found -> found.state().ticket())
                .collectList()
                .flatMapMany(part -> part.size() < AT_ONCE
                        ? Flux.fromIterable(part)
                        : Flux.fromIterable(part)
                                .concatWith(Flux.defer(() -> followers(
                                        master, part.get(part.size() - 1).value()))));
    }

    @Override
    public Mono<Map<TicketNumber, Matter>> of(Collection<TicketNumber> tickets) {
        if (tickets.isEmpty()) {
            return Mono.just(Map.of());
        }
        var numbers = tickets.stream().map(TicketNumber::value).toList();
        return matters.list(in("_id", numbers), ascending("_id"), 0, numbers.size())
                .map(Versioned::state)
                .collectMap(Matter::ticket);
    }
}
