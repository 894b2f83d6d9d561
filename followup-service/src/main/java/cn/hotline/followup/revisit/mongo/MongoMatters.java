package cn.hotline.followup.revisit.mongo;

import static com.mongodb.client.model.Filters.in;
import static com.mongodb.client.model.Sorts.ascending;

import cn.hotline.chassis.Aggregates.Versioned;
import cn.hotline.chassis.Change;
import cn.hotline.chassis.mongo.AggregateCollection;
import cn.hotline.chassis.mongo.DocumentStore;
import cn.hotline.followup.revisit.Matters;
import cn.hotline.followup.revisit.model.Matter;
import cn.hotline.followup.revisit.model.TicketNumber;
import java.util.Collection;
import java.util.Map;
import java.util.function.UnaryOperator;
import reactor.core.publisher.Mono;

/** Matters as documents of the collection {@code matters}. */
public final class MongoMatters implements Matters {

    private final AggregateCollection<Matter, Void> matters;

    public MongoMatters(DocumentStore<?> store) {
        this.matters = store.readModel("matters", Matter.class);
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
