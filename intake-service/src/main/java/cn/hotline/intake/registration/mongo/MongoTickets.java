package cn.hotline.intake.registration.mongo;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.empty;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.exists;
import static com.mongodb.client.model.Filters.gte;
import static com.mongodb.client.model.Filters.lt;
import static com.mongodb.client.model.Filters.ne;
import static com.mongodb.client.model.Filters.or;
import static com.mongodb.client.model.Filters.regex;
import static com.mongodb.client.model.Indexes.ascending;
import static com.mongodb.client.model.Indexes.compoundIndex;
import static com.mongodb.client.model.Indexes.descending;

import cn.hotline.chassis.Aggregates.Opened;
import cn.hotline.chassis.Aggregates.Versioned;
import cn.hotline.chassis.Change;
import cn.hotline.chassis.mongo.AggregateCollection;
import cn.hotline.chassis.mongo.DocumentStore;
import cn.hotline.intake.contract.IntakeEvent;
import cn.hotline.intake.registration.TicketFilter;
import cn.hotline.intake.registration.TicketOrder;
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

    private static final String RECEIVED_AT = "state.registration.arrival.receivedAt";
    private static final String CHANNEL = "state.registration.arrival.channel";
    private static final String CALLER = "state.registration.caller.token";
    private static final String REGISTERED_BY = "state.registration.by";
    private static final String CONFIDENTIAL = "state.registration.caller.wishes.confidential";
    private static final String MASTER = "state.sequel.follows.master";
    private static final String STATUS = "state.status";
    private static final String KIND = "state.matter.kind";

    private final AggregateCollection<Ticket, IntakeEvent> tickets;

    public MongoTickets(DocumentStore<IntakeEvent> store) {
        tickets = store.aggregates(
                "tickets",
                Ticket.class,
                IntakeEvent.TICKET_STREAM,
                new IndexModel(compoundIndex(ascending("tenant"), descending(RECEIVED_AT))),
                new IndexModel(compoundIndex(ascending("tenant", STATUS), descending(RECEIVED_AT))),
                new IndexModel(compoundIndex(ascending("tenant", CALLER), descending(RECEIVED_AT))),
                new IndexModel(compoundIndex(ascending("tenant", MASTER), descending(RECEIVED_AT))));
    }

    @Override
    public Mono<Opened<Ticket>> open(Change<Ticket, IntakeEvent> registered) {
        return tickets.open(registered.state().number().value(), registered);
    }

    @Override
    public Mono<Ticket> find(TicketNumber number) {
        return tickets.find(number.value()).map(Versioned::state);
    }

    @Override
    public Mono<Ticket> change(TicketNumber number, Function<Ticket, Change<Ticket, IntakeEvent>> decision) {
        return tickets.change(number.value(), decision).map(Versioned::state);
    }

    @Override
    public Flux<Ticket> list(TicketFilter filter, TicketOrder order, int skip, int limit) {
        return tickets.list(matching(filter), sort(order), skip, limit).map(Versioned::state);
    }

    @Override
    public Mono<Long> count(TicketFilter filter) {
        return tickets.count(matching(filter));
    }

    /** The number makes the order total, so that no ticket stands on two pages or on none. */
    private static Bson sort(TicketOrder order) {
        return switch (order) {
            case NEWEST_FIRST -> descending(RECEIVED_AT, "_id");
            case OLDEST_FIRST -> ascending(RECEIVED_AT, "_id");
        };
    }

    private static Bson matching(TicketFilter filter) {
        List<Bson> all = new ArrayList<>();
        TicketFilter.Sought sought = filter.sought();
        add(all, sought.number(), number -> eq("_id", number.value()));
        add(all, sought.words(), MongoTickets::holding);
        add(all, sought.caller(), MongoTickets::of);
        add(all, sought.master(), master -> eq(MASTER, master.value()));
        TicketFilter.Traits traits = filter.traits();
        add(all, traits.status(), status -> eq(STATUS, status.name()));
        add(all, traits.kind(), kind -> eq(KIND, kind.name()));
        add(all, traits.channel(), channel -> eq(CHANNEL, channel));
        add(all, traits.category(), code -> chosenElseFound("category", "category", field -> eq(field, code)));
        add(
                all,
                traits.division(),
                code -> chosenElseFound("place.divisionCode", "divisionCode", field -> regex(field, "^" + code)));
        if (filter.asksForContents()) {
            all.add(ne(CONFIDENTIAL, true));
        }
        add(all, filter.received().from(), from -> gte(RECEIVED_AT, from));
        add(all, filter.received().before(), before -> lt(RECEIVED_AT, before));
        return all.isEmpty() ? empty() : and(all);
    }

    private static Bson of(TicketFilter.OfCaller caller) {
        return and(eq(CALLER, caller.token()), or(ne(CONFIDENTIAL, true), eq(REGISTERED_BY, caller.asker())));
    }

    private static Bson holding(String words) {
        String quoted = Pattern.quote(words);
        return or(regex("state.matter.title", quoted), regex("state.matter.content", quoted));
    }

    private static Bson chosenElseFound(String chosen, String found, Function<String, Bson> condition) {
        return or(
                condition.apply("state.matter." + chosen),
                and(exists("state.matter." + chosen, false), condition.apply("state.finding." + found)));
    }

    private static <T> void add(List<Bson> all, @Nullable T wanted, Function<T, Bson> condition) {
        if (wanted != null) {
            all.add(condition.apply(wanted));
        }
    }
}
