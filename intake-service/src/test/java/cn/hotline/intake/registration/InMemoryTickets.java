package cn.hotline.intake.registration;

import cn.hotline.chassis.Aggregates.Opened;
import cn.hotline.chassis.Aggregates.Versioned;
import cn.hotline.chassis.Change;
import cn.hotline.chassis.Refused;
import cn.hotline.chassis.testing.InMemoryAggregates;
import cn.hotline.intake.contract.IntakeEvent;
import cn.hotline.intake.registration.model.Arrival;
import cn.hotline.intake.registration.model.Ticket;
import cn.hotline.intake.registration.model.TicketNumber;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Tickets in a map. */
public final class InMemoryTickets implements Tickets {

    private static final Comparator<Ticket> AS_RECEIVED = Comparator.comparing(
                    (Ticket ticket) -> arrival(ticket).receivedAt())
            .thenComparing(ticket -> ticket.number().value());

    private final InMemoryAggregates<Ticket, IntakeEvent> tickets = new InMemoryAggregates<>();

    /** Everything told, oldest first. */
    public List<IntakeEvent> told() {
        return tickets.told();
    }

    /** Facts of others that came out of place. */
    public List<Refused> contradictions() {
        return tickets.contradictions();
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
        Comparator<Ticket> sort = order == TicketOrder.OLDEST_FIRST ? AS_RECEIVED : AS_RECEIVED.reversed();
        return Flux.defer(
                () -> Flux.fromStream(matching(filter).sorted(sort).skip(skip).limit(limit)));
    }

    @Override
    public Mono<Long> count(TicketFilter filter) {
        return Mono.fromSupplier(() -> matching(filter).count());
    }

    private Stream<Ticket> matching(TicketFilter filter) {
        TicketFilter.Sought sought = filter.sought();
        TicketFilter.Traits traits = filter.traits();
        Instant from = filter.received().from();
        Instant before = filter.received().before();
        return tickets.all().stream()
                .filter(same(sought.number(), Ticket::number))
                .filter(ticket -> !filter.asksForContents() || !ticket.isConfidential())
                .filter(ticket -> sought.words() == null || holds(ticket, sought.words()))
                .filter(ticket -> sought.caller() == null || isOf(ticket, sought.caller()))
                .filter(same(
                        sought.master(),
                        ticket -> ticket.sequel().follows() == null
                                ? null
                                : ticket.sequel().follows().master()))
                .filter(same(traits.status(), Ticket::status))
                .filter(same(traits.kind(), ticket -> ticket.matter().kind()))
                .filter(same(traits.channel(), ticket -> arrival(ticket).channel()))
                .filter(same(traits.category(), ticket -> ticket.category().orElse(null)))
                .filter(ticket -> traits.division() == null
                        || ticket.divisionCode().orElse("").startsWith(traits.division()))
                .filter(ticket -> from == null || !arrival(ticket).receivedAt().isBefore(from))
                .filter(ticket -> before == null || arrival(ticket).receivedAt().isBefore(before));
    }

    private static boolean isOf(Ticket ticket, TicketFilter.OfCaller caller) {
        return caller.token().equals(ticket.registration().caller().token())
                && (!ticket.isConfidential()
                        || caller.asker().equals(ticket.registration().by()));
    }

    private static boolean holds(Ticket ticket, String words) {
        String title = ticket.matter().title();
        return ticket.matter().content().contains(words) || title != null && title.contains(words);
    }

    private static Predicate<Ticket> same(@Nullable Object wanted, Function<Ticket, @Nullable Object> part) {
        return ticket -> wanted == null || Objects.equals(wanted, part.apply(ticket));
    }

    private static Arrival arrival(Ticket ticket) {
        return ticket.registration().arrival();
    }
}
