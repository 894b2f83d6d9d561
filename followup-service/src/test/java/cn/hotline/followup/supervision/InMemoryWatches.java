package cn.hotline.followup.supervision;

import cn.hotline.chassis.Aggregates.Versioned;
import cn.hotline.chassis.Change;
import cn.hotline.chassis.Refused;
import cn.hotline.chassis.testing.InMemoryAggregates;
import cn.hotline.chassis.web.Page;
import cn.hotline.followup.contract.FollowupEvent;
import cn.hotline.followup.revisit.model.TicketNumber;
import cn.hotline.followup.supervision.model.Standing;
import cn.hotline.followup.supervision.model.Watch;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.function.Function;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Watches in a map. */
public final class InMemoryWatches implements Watches {

    private static final Comparator<Watch> BY_NUMBER =
            Comparator.comparing(watch -> watch.ticket().value());

    private final InMemoryAggregates<Watch, FollowupEvent> watches = new InMemoryAggregates<>();

    /** Everything told so far, oldest first. */
    public List<FollowupEvent> told() {
        return watches.told();
    }

    /** Facts of others that came out of place. */
    public List<Refused> contradictions() {
        return watches.contradictions();
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
        List<Watch> found = watches.all().stream()
                .filter(watch -> matches(watch, filter))
                .sorted(order(filter))
                .toList();
        return Flux.fromIterable(found)
                .skip(asked.skip())
                .take(asked.size())
                .concatMap(watch -> find(watch.ticket()))
                .collectList()
                .map(items -> new Page<>(items, asked.page(), asked.size(), found.size()));
    }

    @Override
    public Mono<Long> count(WatchFilter filter) {
        return Mono.fromSupplier(() ->
                watches.all().stream().filter(watch -> matches(watch, filter)).count());
    }

    @Override
    public Flux<TicketNumber> due(Instant now, int limit) {
        return Flux.defer(() -> Flux.fromStream(watches.all().stream()
                .filter(watch -> watch.lookAt() != null && !watch.lookAt().isAfter(now))
                .sorted(Comparator.comparing(Watch::lookAt))
                .limit(limit)
                .map(Watch::ticket)));
    }

    private static boolean matches(Watch watch, WatchFilter filter) {
        if (filter.unit() != null && !watch.isWith(filter.unit())) {
            return false;
        }
        if (filter.escalated()) {
            return watch.escalation() != null;
        }
        return watch.current() != null
                && (filter.standing() == null || watch.current().standing() == filter.standing())
                && (filter.unit() == null || watch.current().unit().code().equals(filter.unit()));
    }

    private static Comparator<Watch> order(WatchFilter filter) {
        if (filter.escalated()) {
            return Comparator.comparing((Watch watch) -> watch.escalation().at())
                    .thenComparing(BY_NUMBER)
                    .reversed();
        }
        return filter.standing() == Standing.OPEN
                ? Comparator.comparing((Watch watch) -> watch.current().answerBy())
                        .thenComparing(BY_NUMBER)
                : Comparator.comparing((Watch watch) -> watch.current().at())
                        .thenComparing(BY_NUMBER)
                        .reversed();
    }
}
