package cn.hotline.routing.dispatch;

import cn.hotline.chassis.Refused;
import cn.hotline.routing.deadline.model.DeadlinePolicy;
import cn.hotline.routing.dispatch.model.Recounting;
import cn.hotline.routing.dispatch.model.TicketNumber;
import cn.hotline.routing.dispatch.model.Viewer;
import java.time.Clock;
import java.time.Instant;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import reactor.core.publisher.Mono;

/**
 * 时限重算: counts open deadlines anew by the calendar in force. By which calendar a ticket is counted stands in the ticket
 * and is written with its new deadlines, so that any number of replicas do it once, and whoever was stopped in the middle
 * goes on where they were.
 */
public final class Recounts {

    private static final int AT_ONCE = 200;
    private static final int SIDE_BY_SIDE = 8;
    private static final Logger LOG = LoggerFactory.getLogger(Recounts.class);

    private final Dispatches dispatches;
    private final Supplier<DeadlinePolicy> policy;
    private final Clock clock;

    public Recounts(Dispatches dispatches, Supplier<DeadlinePolicy> policy, Clock clock) {
        this.dispatches = dispatches;
        this.policy = policy;
        this.clock = clock;
    }

    /** Counts everything anew that is counted by an older calendar, oldest due first; how many tickets, by this replica. */
    public Mono<Long> recount() {
        return Mono.defer(() -> page(0))
                .expand(page -> page.last() ? Mono.empty() : page(page.passedOver()))
                .reduce(0L, (counted, page) -> counted + page.counted());
    }

    /** The next tickets. Those that are counted are not asked for again; past those that failed the next page begins. */
    private Mono<Page> page(int passedOver) {
        return dispatches
                .toRecount(policy.get().calendar().number(), passedOver, AT_ONCE)
                .flatMapSequential(this::recount, SIDE_BY_SIDE)
                .collectList()
                .map(ends -> new Page(
                        ends.stream().filter(End.COUNTED::equals).count(),
                        passedOver
                                + (int) ends.stream().filter(End.FAILED::equals).count(),
                        ends.size() < AT_ONCE));
    }

    private Mono<End> recount(TicketNumber number) {
        Instant now = clock.instant();
        return dispatches
                .change(Viewer.itself(now), number, null, dispatch -> Recounting.recount(dispatch, policy.get(), now))
                .thenReturn(End.COUNTED)
                .onErrorResume(Refused.class, another -> Mono.just(End.BY_ANOTHER))
                .onErrorResume(failure -> {
                    LOG.warn("{} could not be counted anew and is tried again: {}", number.value(), failure.toString());
                    return Mono.just(End.FAILED);
                });
    }

    /** What became of one ticket: counted here, by another replica first, or to be tried again. */
    private enum End {
        COUNTED,
        BY_ANOTHER,
        FAILED
    }

    private record Page(long counted, int passedOver, boolean last) {}
}
