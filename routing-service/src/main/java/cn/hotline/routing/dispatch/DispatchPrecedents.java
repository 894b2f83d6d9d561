package cn.hotline.routing.dispatch;

import cn.hotline.routing.dispatch.model.Dispatch;
import cn.hotline.routing.dispatch.model.DispatchStatus;
import cn.hotline.routing.precedent.ClosedTickets;
import cn.hotline.routing.precedent.model.ClosedTicket;
import java.time.Clock;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Flux;

/** Closed tickets as others may compare with them. */
public final class DispatchPrecedents implements ClosedTickets {

    private static final int PAGE = 500;

    private final Dispatches dispatches;
    private final Clock clock;

    public DispatchPrecedents(Dispatches dispatches, Clock clock) {
        this.dispatches = dispatches;
        this.clock = clock;
    }

    /** Page by page, as far as somebody reads on. */
    @Override
    public Flux<ClosedTicket> newest() {
        return dispatches
                .all(DispatchFilter.ALL.in(DispatchStatus.CLOSED), clock.instant(), PAGE)
                .mapNotNull(DispatchPrecedents::precedent);
    }

    private static @Nullable ClosedTicket precedent(Dispatch ticket) {
        var topic = ticket.classification().topic();
        var handling = ticket.handling();
        return ticket.appeal().confidential() || topic == null || handling == null
                ? null
                : new ClosedTicket(
                        ticket.number().value(),
                        ticket.appeal().title(),
                        ticket.appeal().content(),
                        topic.code(),
                        topic.term(),
                        handling.lead().unit().name());
    }
}
