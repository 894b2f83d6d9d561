package cn.hotline.intake.registration.mongo;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.empty;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.gte;
import static com.mongodb.client.model.Filters.lt;
import static com.mongodb.client.model.Filters.or;
import static com.mongodb.client.model.Filters.regex;
import static com.mongodb.client.model.Indexes.ascending;
import static com.mongodb.client.model.Indexes.compoundIndex;
import static com.mongodb.client.model.Indexes.descending;

import cn.hotline.chassis.Aggregates.Opened;
import cn.hotline.chassis.Change;
import cn.hotline.chassis.Versioned;
import cn.hotline.chassis.mongo.AggregateCollection;
import cn.hotline.chassis.mongo.DocumentStore;
import cn.hotline.intake.contract.IntakeEvent;
import cn.hotline.intake.registration.TicketFilter;
import cn.hotline.intake.registration.Tickets;
import cn.hotline.intake.registration.model.Ticket;
import cn.hotline.intake.registration.model.TicketNumber;
import com.mongodb.client.model.IndexModel;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.bson.conversions.Bson;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Tickets in collection {@code tickets}. */
public final class MongoTickets implements Tickets {

    private static final String RECEIVED_AT = "state.arrival.receivedAt";

    private final AggregateCollection<Ticket, IntakeEvent> tickets;

    public MongoTickets(DocumentStore<IntakeEvent> store) {
        tickets = store.aggregates(
                "tickets",
                Ticket.class,
                IntakeEvent.TICKET_STREAM,
                new IndexModel(compoundIndex(ascending("tenant"), descending(RECEIVED_AT))),
                new IndexModel(compoundIndex(ascending("tenant", "state.status"), descending(RECEIVED_AT))),
                new IndexModel(ascending("tenant", "state.caller.token")));
    }

    @Override
    public Mono<Opened<Ticket>> open(Change<Ticket, IntakeEvent> registered) {
        return tickets.open(registered.state().number().value(), registered);
    }

    @Override
    public Mono<Versioned<Ticket>> find(TicketNumber number) {
        return tickets.find(number.value());
    }

    @Override
    public Mono<Versioned<Ticket>> change(
            TicketNumber number, long version, Function<Ticket, Change<Ticket, IntakeEvent>> decision) {
        return tickets.change(number.value(), version, decision);
    }

    @Override
    public Mono<Versioned<Ticket>> change(TicketNumber number, Function<Ticket, Change<Ticket, IntakeEvent>> decision) {
        return tickets.change(number.value(), decision);
    }

    @Override
    public Flux<Versioned<Ticket>> list(TicketFilter filter, int skip, int limit) {
        return tickets.list(matching(filter), descending(RECEIVED_AT), skip, limit);
    }

    @Override
    public Mono<Long> count(TicketFilter filter) {
        return tickets.count(matching(filter));
    }

    private static Bson matching(TicketFilter filter) {
        List<Bson> all = new ArrayList<>();
        equal(
                all,
                "state.status",
                filter.status() == null ? null : filter.status().name());
        equal(
                all,
                "state.matter.kind",
                filter.kind() == null ? null : filter.kind().name());
        equal(all, "state.matter.category", filter.category());
        equal(all, "state.arrival.channel", filter.channel());
        equal(all, "state.caller.token", filter.caller());
        if (filter.from() != null) {
            all.add(gte(RECEIVED_AT, filter.from()));
        }
        if (filter.before() != null) {
            all.add(lt(RECEIVED_AT, filter.before()));
        }
        if (filter.county() != null) {
            all.add(regex("state.matter.place.divisionCode", "^" + Pattern.quote(filter.county())));
        }
        if (filter.text() != null) {
            all.add(text(filter.text().strip()));
        }
        return all.isEmpty() ? empty() : and(all);
    }

    private static Bson text(String text) {
        if (TicketNumber.looksLikeOne(text)) {
            return eq("_id", text);
        }
        String words = Pattern.quote(text);
        return or(regex("state.matter.title", words), regex("state.matter.content", words));
    }

    private static void equal(List<Bson> all, String field, @Nullable String value) {
        if (value != null) {
            all.add(eq(field, value));
        }
    }
}
