package cn.hotline.followup.revisit;

import cn.hotline.chassis.Aggregates.Versioned;
import cn.hotline.chassis.Change;
import cn.hotline.chassis.testing.InMemoryAggregates;
import cn.hotline.chassis.web.Page;
import cn.hotline.followup.contract.FollowupEvent;
import cn.hotline.followup.exclusion.model.ExclusionStatus;
import cn.hotline.followup.revisit.model.Revisit;
import cn.hotline.followup.revisit.model.RevisitStatus;
import cn.hotline.followup.revisit.model.TicketNumber;
import java.util.Comparator;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Revisits in a map. */
public final class InMemoryRevisits implements Revisits {

    private static final Comparator<Revisit> BY_CALL =
            Comparator.comparing(Revisit::callAt, Comparator.nullsFirst(Comparator.naturalOrder()));
    private static final Comparator<Revisit> BY_NUMBER =
            Comparator.comparing(revisit -> revisit.ticket().value());

    private static final Comparator<Revisit> BY_EXCLUSION =
            Comparator.comparing(revisit -> revisit.round().exclusion().since());

    private final InMemoryAggregates<Revisit, FollowupEvent> revisits = new InMemoryAggregates<>();

    /** Everything told so far, oldest first. */
    public List<FollowupEvent> told() {
        return revisits.told();
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
        List<Revisit> found = revisits.all().stream()
                .filter(revisit -> status == null || revisit.status() == status)
                .sorted(order(status))
                .toList();
        return page(found, asked);
    }

    @Override
    public Mono<Page<Versioned<Revisit>>> list(ExclusionStatus status, Page.Asked asked) {
        List<Revisit> found = revisits.all().stream()
                .filter(revisit -> has(revisit, status))
                .sorted(status.waits() ? BY_EXCLUSION : BY_EXCLUSION.reversed())
                .toList();
        return page(found, asked);
    }

    @Override
    public Mono<Long> count(ExclusionStatus status) {
        return Mono.just(
                revisits.all().stream().filter(revisit -> has(revisit, status)).count());
    }

    private static boolean has(Revisit revisit, ExclusionStatus status) {
        return revisit.round() != null
                && revisit.round().exclusion() != null
                && revisit.round().exclusion().status() == status;
    }

    private Mono<Page<Versioned<Revisit>>> page(List<Revisit> found, Page.Asked asked) {
        return Flux.fromIterable(found)
                .skip(asked.skip())
                .take(asked.size())
                .concatMap(revisit -> find(revisit.ticket()))
                .collectList()
                .map(items -> new Page<>(items, asked.page(), asked.size(), found.size()));
    }

    @Override
    public Mono<Long> count(RevisitStatus status) {
        return Mono.just(revisits.all().stream()
                .filter(revisit -> revisit.status() == status)
                .count());
    }

    private static Comparator<Revisit> order(@Nullable RevisitStatus status) {
        if (status == null) {
            return BY_NUMBER.reversed();
        }
        return status == RevisitStatus.SCHEDULED ? BY_CALL : BY_CALL.reversed();
    }
}
