package cn.hotline.routing.dispatch;

import cn.hotline.chassis.Aggregates.Versioned;
import cn.hotline.chassis.Change;
import cn.hotline.routing.contract.RoutingEvent;
import cn.hotline.routing.contract.RoutingEvent.Unit;
import cn.hotline.routing.deadline.model.DeadlinePolicy;
import cn.hotline.routing.dispatch.model.Assignment.Taker;
import cn.hotline.routing.dispatch.model.Claiming;
import cn.hotline.routing.dispatch.model.Contact;
import cn.hotline.routing.dispatch.model.Delaying;
import cn.hotline.routing.dispatch.model.Dispatch;
import cn.hotline.routing.dispatch.model.Errand.CoReply;
import cn.hotline.routing.dispatch.model.Extension;
import cn.hotline.routing.dispatch.model.Helping;
import cn.hotline.routing.dispatch.model.Objection;
import cn.hotline.routing.dispatch.model.Opening;
import cn.hotline.routing.dispatch.model.Reply;
import cn.hotline.routing.dispatch.model.ReplyOutcome;
import cn.hotline.routing.dispatch.model.ReturnGround;
import cn.hotline.routing.dispatch.model.Returning;
import cn.hotline.routing.dispatch.model.Staff;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

/** 承办单位: what a responsible unit may do with a ticket it leads. */
public final class UnitDesk {

    private final Dispatches dispatches;
    private final DeadlinePolicy policy;
    private final Clock clock;

    public UnitDesk(Dispatches dispatches, DeadlinePolicy policy, Clock clock) {
        this.dispatches = dispatches;
        this.policy = policy;
        this.clock = clock;
    }

    /** 签收. */
    public Mono<Versioned<Dispatch>> acknowledge(Holding ticket) {
        return act(ticket, (dispatch, by) -> dispatch.acknowledge(by, clock.instant()));
    }

    /** 首次联系. */
    public Mono<Versioned<Dispatch>> contact(Holding ticket, Contact contact) {
        return act(ticket, (dispatch, by) -> dispatch.contact(contact, by, clock.instant()));
    }

    /** 退单. */
    public Mono<Versioned<Dispatch>> sendBack(Holding ticket, Grounds grounds) {
        return act(ticket, (dispatch, by) -> Returning.request(dispatch, grounds.by(by, clock.instant()), policy));
    }

    /** 申请延期. */
    public Mono<Versioned<Dispatch>> askForTime(Holding ticket, MoreTime wanted) {
        return act(ticket, (dispatch, by) -> Delaying.ask(dispatch, wanted.by(by, clock.instant()), policy));
    }

    /** 协办意见. */
    public Mono<Versioned<Dispatch>> coReply(Holding ticket, String content) {
        return act(ticket, (dispatch, by) -> Helping.reply(dispatch, new CoReply(content, by, clock.instant())));
    }

    /** 答复. */
    public Mono<Versioned<Dispatch>> reply(Holding ticket, Answer answer) {
        return act(ticket, (dispatch, by) -> dispatch.reply(answer.at(clock.instant()), by));
    }

    /** 指定经办人 of a confidential ticket. */
    public Mono<Versioned<Dispatch>> name(Holding ticket, String account) {
        return act(ticket, (dispatch, by) -> Opening.name(dispatch, account, by, clock.instant()));
    }

    /** 认领. */
    public Mono<Versioned<Dispatch>> claim(Holding ticket) {
        return act(ticket, (dispatch, by) -> Claiming.claim(dispatch, by, clock.instant()));
    }

    /** 放回. */
    public Mono<Versioned<Dispatch>> release(Holding ticket) {
        return act(ticket, (dispatch, by) -> Claiming.release(dispatch, by, clock.instant()));
    }

    /** 指派. */
    public Mono<Versioned<Dispatch>> assign(Holding ticket, Taker to) {
        return act(ticket, (dispatch, by) -> Claiming.assign(dispatch, to, by, clock.instant()));
    }

    private Mono<Versioned<Dispatch>> act(
            Holding ticket, BiFunction<Dispatch, Staff, Change<Dispatch, RoutingEvent>> decision) {
        Staff by = ticket.viewer().person();
        return dispatches.change(
                ticket.viewer(), ticket.number(), ticket.version(), dispatch -> decision.apply(dispatch, by));
    }

    /** Why a unit sends a ticket back; see {@link Objection}. */
    public record Grounds(ReturnGround ground, @Nullable Unit shouldBe, String basis, List<String> attachments) {

        private Objection by(Staff staff, Instant now) {
            return new Objection(staff.ofUnit(), ground, shouldBe, basis, attachments, staff, now, null);
        }
    }

    /** How much more time a unit wants, and why; see {@link Extension}. */
    public record MoreTime(
            int days, String reason, @Nullable String interim) {

        private Extension by(Staff staff, Instant now) {
            return new Extension(days, reason, interim, staff, now, null);
        }
    }

    /** What a unit writes into its answer; see {@link Reply}. */
    public record Answer(
            @Nullable Boolean verified,
            boolean contacted,
            @Nullable Instant contactedAt,
            ReplyOutcome outcome,
            String account,
            String publicReply,
            List<String> attachments) {

        private Reply at(Instant now) {
            return new Reply(
                    verified, contacted, contactedAt, outcome, account, publicReply, now, attachments, null, null);
        }
    }
}
