package cn.hotline.routing.dispatch;

import cn.hotline.chassis.Aggregates.Versioned;
import cn.hotline.routing.dispatch.model.Dispatch;
import cn.hotline.routing.dispatch.model.Reply;
import cn.hotline.routing.dispatch.model.ReplyOutcome;
import cn.hotline.routing.dispatch.model.TicketNumber;
import java.time.Clock;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

/** 承办单位: what a responsible unit may do with a ticket it leads. */
public final class UnitDesk {

    private final Dispatches dispatches;
    private final Clock clock;

    public UnitDesk(Dispatches dispatches, Clock clock) {
        this.dispatches = dispatches;
        this.clock = clock;
    }

    /** 签收. */
    public Mono<Versioned<Dispatch>> acknowledge(Holding ticket) {
        return dispatches.change(
                ticket.number, ticket.version, dispatch -> ticket.of(dispatch).acknowledge(clock.instant()));
    }

    /** 答复. */
    public Mono<Versioned<Dispatch>> reply(Holding ticket, Answer answer) {
        return dispatches.change(
                ticket.number, ticket.version, dispatch -> ticket.of(dispatch).reply(answer.at(clock.instant())));
    }

    /**
     * A ticket a unit acts on.
     *
     * @param unit code of the acting unit; null, until units sign in, for whichever leads
     * @param version only if the document still has that version; null for any
     */
    public record Holding(
            TicketNumber number,
            @Nullable String unit,
            @Nullable Long version) {

        private Dispatch of(Dispatch dispatch) {
            return unit == null ? dispatch : dispatch.heldBy(unit);
        }
    }

    /** What a unit writes into its answer; see {@link Reply}. */
    public record Answer(
            @Nullable Boolean verified,
            boolean contacted,
            @Nullable Instant contactedAt,
            ReplyOutcome outcome,
            String account,
            String publicReply) {

        private Reply at(Instant now) {
            return new Reply(verified, contacted, contactedAt, outcome, account, publicReply, now);
        }
    }
}
