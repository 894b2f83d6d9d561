package cn.hotline.routing.dispatch;

import cn.hotline.chassis.Aggregates.Versioned;
import cn.hotline.chassis.Change;
import cn.hotline.routing.contract.RoutingEvent;
import cn.hotline.routing.dispatch.model.Dispatch;
import cn.hotline.routing.dispatch.model.TicketNumber;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** All dispatches of the tenant in force. State and what tells of it are saved in one write. */
public interface Dispatches {

    /** Empty when there is none. */
    Mono<Versioned<Dispatch>> find(TicketNumber number);

    /** Saves a new one; answers the one that is there when the ticket has come before. */
    Mono<Versioned<Dispatch>> open(Change<Dispatch, RoutingEvent> arrived);

    /**
     * Decides on the newest state and saves.
     *
     * @param version only if the document still has that version; null for any
     */
    Mono<Versioned<Dispatch>> change(
            TicketNumber number, @Nullable Long version, Function<Dispatch, Change<Dispatch, RoutingEvent>> decision);

    /** Those that match, in the order the filter asks for. */
    Flux<Versioned<Dispatch>> list(DispatchFilter filter, int skip, int limit);

    Mono<Long> count(DispatchFilter filter);
}
