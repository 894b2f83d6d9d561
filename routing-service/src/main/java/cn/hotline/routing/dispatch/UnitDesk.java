package cn.hotline.routing.dispatch;

import cn.hotline.chassis.Aggregates.Versioned;
import cn.hotline.routing.dispatch.model.Dispatch;
import cn.hotline.routing.dispatch.model.Reply;
import cn.hotline.routing.dispatch.model.ReplyOutcome;
import cn.hotline.routing.dispatch.model.TicketNumber;
import cn.hotline.routing.dispatch.model.Viewer;
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
                ticket.viewer,
                ticket.number,
                ticket.version,
                dispatch -> dispatch.acknowledge(ticket.viewer.person(), clock.instant()));
    }

    /** 答复. */
    public Mono<Versioned<Dispatch>> reply(Holding ticket, Answer answer) {
        return dispatches.change(
                ticket.viewer,
                ticket.number,
                ticket.version,
                dispatch -> dispatch.reply(answer.at(clock.instant()), ticket.viewer.person()));
    }

    /** 指定经办人 of a confidential ticket. */
    public Mono<Versioned<Dispatch>> name(Holding ticket, String account) {
        return dispatches.change(
                ticket.viewer,
                ticket.number,
                ticket.version,
                dispatch -> dispatch.name(account, ticket.viewer.person(), clock.instant()));
    }

    /**
     * A ticket somebody of a unit acts on.
     *
     * @param version only if the document still has that version; null for any
     */
    public record Holding(
            Viewer viewer, TicketNumber number, @Nullable Long version) {}

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
