package cn.hotline.routing.dispatch;

import cn.hotline.chassis.Refused;
import cn.hotline.routing.dispatch.model.Reminding;
import cn.hotline.routing.dispatch.model.TicketNumber;
import cn.hotline.routing.dispatch.model.Viewer;
import java.time.Clock;
import java.time.Instant;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import reactor.core.publisher.Mono;

/**
 * 到期提醒: tells units of their deadlines. What has been told stands in the ticket and is written with the telling, so that
 * any number of replicas tell each thing once, and nothing is lost when one stops in the middle.
 */
public final class Reminders {

    private static final int AT_ONCE = 200;
    private static final int SIDE_BY_SIDE = 8;
    private static final Logger LOG = LoggerFactory.getLogger(Reminders.class);

    private final Dispatches dispatches;
    private final Clock clock;

    public Reminders(Dispatches dispatches, Clock clock) {
        this.dispatches = dispatches;
        this.clock = clock;
    }

    /** Tells everything that is to be told by now, who has waited longest first; of how many tickets, by this replica. */
    public Mono<Long> tell() {
        return Mono.defer(() -> tellSome(clock.instant()))
                .expand(told -> told == 0 ? Mono.empty() : tellSome(clock.instant()))
                .reduce(0L, Long::sum);
    }

    private Mono<Long> tellSome(Instant now) {
        return dispatches
                .toRemind(now, AT_ONCE)
                .flatMapSequential(number -> tell(number, now), SIDE_BY_SIDE)
                .count();
    }

    /** Empty when another replica was first, or when it fails: then it is still to be told the next time. */
    private Mono<TicketNumber> tell(TicketNumber number, Instant now) {
        return dispatches
                .change(Viewer.itself(now), number, null, dispatch -> Reminding.tell(dispatch, now))
                .thenReturn(number)
                .onErrorResume(Refused.class, another -> Mono.empty())
                .onErrorResume(failure -> {
                    LOG.warn(
                            "{} could not be told of a deadline and is tried again: {}",
                            number.value(),
                            failure.toString());
                    return Mono.empty();
                });
    }
}
