package cn.hotline.followup.revisit;

import cn.hotline.followup.revisit.model.Matter;
import cn.hotline.followup.revisit.model.TicketNumber;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Matters in a map. */
public final class InMemoryMatters implements Matters {

    private final Map<TicketNumber, Matter> matters = new LinkedHashMap<>();

    @Override
    public Mono<Void> keep(Matter matter) {
        return Mono.fromRunnable(() -> matters.putIfAbsent(matter.ticket(), matter));
    }

    @Override
    public Mono<Void> change(TicketNumber ticket, UnaryOperator<Matter> correction) {
        return Mono.fromRunnable(() -> matters.computeIfPresent(ticket, (any, matter) -> correction.apply(matter)));
    }

    @Override
    public Flux<TicketNumber> followers(TicketNumber master) {
        return Flux.defer(() -> Flux.fromIterable(matters.values().stream()
                .filter(matter -> master.equals(matter.follows()))
                .map(Matter::ticket)
                .toList()));
    }

    @Override
    public Mono<Map<TicketNumber, Matter>> of(Collection<TicketNumber> tickets) {
        Set<TicketNumber> asked = Set.copyOf(tickets);
        return Mono.fromSupplier(() -> matters.values().stream()
                .filter(matter -> asked.contains(matter.ticket()))
                .collect(Collectors.toMap(Matter::ticket, matter -> matter)));
    }
}
