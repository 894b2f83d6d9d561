package cn.hotline.routing.dispatch;

import cn.hotline.routing.deadline.OpenDeadlines;
import cn.hotline.routing.deadline.model.DeadlinePolicy;
import cn.hotline.routing.deadline.model.Outlook;
import cn.hotline.routing.dispatch.model.Recounting;
import java.time.Clock;
import java.time.Instant;
import reactor.core.publisher.Mono;

/** The clocks of all tickets that somebody has or waits for. */
final class RunningClocks implements OpenDeadlines {

    private static final int PAGE = 500;

    private final Dispatches dispatches;
    private final Clock clock;

    RunningClocks(Dispatches dispatches, Clock clock) {
        this.dispatches = dispatches;
        this.clock = clock;
    }

    @Override
    public Mono<Outlook> outlook(DeadlinePolicy planned) {
        Instant now = clock.instant();
        return dispatches
                .all(DispatchFilter.ALL.in(Recounting.RUNNING).by(DispatchFilter.Order.DUE), now, PAGE)
                .filter(dispatch -> dispatch.turn().calendar() != null)
                .map(dispatch -> Recounting.moved(dispatch, Recounting.planned(dispatch, planned, now)))
                .reduce(Outlook.NONE, Outlook::and);
    }
}
