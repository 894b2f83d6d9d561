package cn.hotline.routing.dispatch;

import cn.hotline.chassis.Aggregates.Versioned;
import cn.hotline.chassis.Change;
import cn.hotline.routing.contract.RoutingEvent;
import cn.hotline.routing.dispatch.model.Dispatch;
import cn.hotline.routing.dispatch.model.TicketNumber;
import cn.hotline.routing.dispatch.model.Viewer;
import java.time.Instant;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * All dispatches of the tenant in force. State and what tells of it are saved in one write.
 *
 * <p>Nothing can be asked without saying who looks, and nobody gets a row that is not theirs, whatever they ask for; of
 * a confidential one that does not open to them, the hotline's people get what {@link Dispatch#seenBy} leaves.
 */
public interface Dispatches {

    /** Empty when there is none, or none for this viewer. */
    Mono<Versioned<Dispatch>> find(Viewer viewer, TicketNumber number);

    /** Saves a new one; answers the one that is there when the ticket has come before. */
    Mono<Versioned<Dispatch>> open(Change<Dispatch, RoutingEvent> arrived);

    /**
     * Decides on the newest state and saves. A command on a row that is not the viewer's is refused as one that is not
     * there; the decision itself is made on the whole state. Who gives it away by the command is answered too, with what
     * {@link Dispatch#answeredTo} leaves.
     *
     * @param version only if the document still has that version; null for any
     */
    Mono<Versioned<Dispatch>> change(
            Viewer viewer,
            TicketNumber number,
            @Nullable Long version,
            Function<Dispatch, Change<Dispatch, RoutingEvent>> decision);

    /** Those that match, in the order the filter asks for. */
    Flux<Versioned<Dispatch>> list(Viewer viewer, DispatchFilter filter, int skip, int limit);

    /**
     * All that match as the service itself sees them, in the order the filter asks for: page by page, as far as somebody
     * reads on.
     *
     * @param page how many are asked for at once
     */
    default Flux<Dispatch> all(DispatchFilter filter, Instant at, int page) {
        return Flux.range(0, Integer.MAX_VALUE / page)
                .concatMap(
                        number -> list(Viewer.itself(at), filter, number * page, page)
                                .collectList(),
                        1)
                .takeUntil(read -> read.size() < page)
                .concatMapIterable(read -> read)
                .map(Versioned::state);
    }

    /** Those whose unit is to be told of a deadline by then, who has waited longest first; also such as cannot be read. */
    Flux<TicketNumber> toRemind(Instant by, int skip, int most);

    /** Those whose running clocks are counted by a calendar older than that one, oldest due first. */
    Flux<TicketNumber> toRecount(long calendar, int skip, int most);

    /** Answered ones whose reply has one of these marks, whole: for the service itself. */
    Flux<Dispatch> answeredLike(List<Long> marks, int most);

    Mono<Long> count(Viewer viewer, DispatchFilter filter);

    /** All that came to routing in that time, whole, oldest first: for the service itself. {@code to} is not included. */
    Flux<Dispatch> arrived(Instant from, Instant to);
}
