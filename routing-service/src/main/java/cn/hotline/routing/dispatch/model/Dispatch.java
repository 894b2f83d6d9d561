package cn.hotline.routing.dispatch.model;

import static cn.hotline.routing.dispatch.model.DispatchRefusal.ALREADY_TAKEN_ON;
import static cn.hotline.routing.dispatch.model.DispatchRefusal.NOT_ACKNOWLEDGED_YET;
import static cn.hotline.routing.dispatch.model.DispatchRefusal.NOT_BEING_HANDLED;
import static cn.hotline.routing.dispatch.model.DispatchRefusal.NOT_WAITING_FOR_REVISIT;
import static cn.hotline.routing.dispatch.model.DispatchRefusal.NOT_WAITING_TO_BE_ACKNOWLEDGED;
import static cn.hotline.routing.dispatch.model.DispatchRefusal.NOT_YOUR_TICKET;
import static cn.hotline.routing.dispatch.model.DispatchStatus.CLOSED;
import static cn.hotline.routing.dispatch.model.DispatchStatus.DISPATCHED;
import static cn.hotline.routing.dispatch.model.DispatchStatus.IN_PROGRESS;
import static cn.hotline.routing.dispatch.model.DispatchStatus.PENDING_DISPATCH;
import static cn.hotline.routing.dispatch.model.DispatchStatus.PENDING_FOLLOWUP;
import static cn.hotline.routing.dispatch.model.DispatchStatus.SECOND_HANDLING;

import cn.hotline.chassis.Change;
import cn.hotline.chassis.Refused;
import cn.hotline.routing.catalogue.model.Doubt;
import cn.hotline.routing.classification.model.Urgency;
import cn.hotline.routing.contract.RoutingEvent;
import cn.hotline.routing.contract.RoutingEvent.Deadlines;
import cn.hotline.routing.contract.RoutingEvent.ReplyDecided;
import cn.hotline.routing.contract.RoutingEvent.TicketAcknowledged;
import cn.hotline.routing.contract.RoutingEvent.TicketDispatched;
import cn.hotline.routing.contract.RoutingEvent.TicketReplied;
import cn.hotline.routing.contract.RoutingEvent.Unit;
import cn.hotline.routing.deadline.model.DeadlinePolicy;
import cn.hotline.routing.deadline.model.Timing;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * 派单: who is to answer one ticket, and how far they have come. Born when intake registers a ticket; given to a unit
 * at once when the catalogue is sure, else by a dispatcher; acknowledged, answered, revisited; handled again when the
 * caller is not served.
 *
 * @param handling null until the ticket is dispatched for the first time
 * @param steps the course so far, oldest first, at most {@value #STEPS_KEPT}
 */
public record Dispatch(
        TicketNumber number,
        DispatchStatus status,
        Appeal appeal,
        Classification classification,
        @Nullable Handling handling,
        Turn turn,
        List<Step> steps) {

    static final int STEPS_KEPT = 200;

    public Dispatch(
            TicketNumber number,
            DispatchStatus status,
            Appeal appeal,
            Classification classification,
            @Nullable Handling handling,
            Turn turn,
            @Nullable List<Step> steps) {
        this.number = number;
        this.status = status;
        this.appeal = appeal;
        this.classification = classification;
        this.handling = handling;
        this.turn = turn;
        this.steps = steps == null ? List.of() : List.copyOf(steps);
    }

    /** A ticket arrives: it is classified, and dispatched in the same breath when nothing speaks against it. */
    public static Change<Dispatch, RoutingEvent> open(
            TicketNumber number, Appeal appeal, Classification classification, DeadlinePolicy policy, Instant at) {
        Dispatch arrived = new Dispatch(
                number,
                PENDING_DISPATCH,
                appeal,
                classification,
                null,
                new Turn(at, classification.urgency() == Urgency.EMERGENCY, null),
                List.of(new Step(at, StepKind.REGISTERED, "受理登记，转入派单", evidence(classification))));
        return arrived.classified(policy, at);
    }

    /** What was asked reads differently now: classify again, and dispatch if that was all that was missing. */
    public Change<Dispatch, RoutingEvent> correct(
            Appeal corrected, Classification again, @Nullable String reason, DeadlinePolicy policy, Instant at) {
        Step step = new Step(at, StepKind.CORRECTED, "受理更正了诉求", reason);
        return new Dispatch(number, status, corrected, again, handling, turnOf(status, handling, again), and(step))
                .classified(policy, at);
    }

    /** 人工派单, or 改派 while the unit has not acknowledged. */
    public Change<Dispatch, RoutingEvent> dispatch(DispatcherChoice choice, DeadlinePolicy policy, Instant at) {
        Refused.unless(status.mayBecome(DISPATCHED), ALREADY_TAKEN_ON);
        Classification chosen = classification.corrected(choice.topic(), choice.urgency());
        Dispatch known = new Dispatch(number, status, appeal, chosen, handling, turn, steps);
        Change<Dispatch, RoutingEvent> dispatched = known.given(choice.order(chosen.proposal()), policy, at);
        return chosen.equals(classification) ? dispatched : preceded(chosen.told(number, at), dispatched);
    }

    /** 签收: the unit takes the ticket on. */
    public Change<Dispatch, RoutingEvent> acknowledge(Instant at) {
        Refused.unless(status.mayBecome(IN_PROGRESS), NOT_WAITING_TO_BE_ACKNOWLEDGED);
        Handling taken = handled().acknowledged(at);
        Step step = new Step(at, StepKind.ACKNOWLEDGED, lead().name() + "签收", null);
        return Change.of(moved(IN_PROGRESS, taken, step), new TicketAcknowledged(number.value(), lead(), at));
    }

    /** 答复: goes to revisit at once, since no check of replies is due. */
    public Change<Dispatch, RoutingEvent> reply(Reply reply) {
        Refused.unless(status != DISPATCHED, NOT_ACKNOWLEDGED_YET);
        Refused.unless(status.mayBecome(PENDING_FOLLOWUP), NOT_BEING_HANDLED);
        Handling answered = handled().replied(reply);
        Step step = new Step(
                reply.at(),
                StepKind.REPLIED,
                lead().name() + "答复：" + reply.outcome().term(),
                reply.publicReply());
        return Change.of(
                moved(PENDING_FOLLOWUP, answered, step),
                new TicketReplied(
                        number.value(),
                        lead(),
                        reply.verified(),
                        reply.contacted(),
                        reply.contactedAt(),
                        reply.outcome().name(),
                        reply.publicReply(),
                        !reply.at().isAfter(answered.finishBy()),
                        reply.at()),
                new ReplyDecided(number.value(), true, null, Order.AUTO, reply.at()));
    }

    /** 二次办理: the revisit found the caller not served; the unit handles it again, with a deadline of its own. */
    public Change<Dispatch, RoutingEvent> reopen(@Nullable String reason, DeadlinePolicy policy, Instant at) {
        Refused.unless(status.mayBecome(SECOND_HANDLING), NOT_WAITING_FOR_REVISIT);
        Step step = new Step(at, StepKind.REOPENED, "回访后退回" + lead().name() + "二次办理", reason);
        return Change.of(moved(SECOND_HANDLING, handled().again(policy.reopenedAt(at)), step));
    }

    /** 办结: followup says nothing more is due. */
    public Change<Dispatch, RoutingEvent> close(Instant at) {
        Refused.unless(status.mayBecome(CLOSED), NOT_WAITING_FOR_REVISIT);
        return Change.of(moved(CLOSED, handled(), new Step(at, StepKind.CLOSED, "回访后办结", null)));
    }

    /** This dispatch, for that unit to act on. */
    public Dispatch heldBy(String unitCode) {
        Refused.unless(handling != null && lead().code().equals(unitCode), NOT_YOUR_TICKET);
        return this;
    }

    /** The ticket's deadlines; null until the first dispatch. */
    public @Nullable Deadlines deadlines() {
        return handling == null ? null : handling.ticket().deadlines();
    }

    private Change<Dispatch, RoutingEvent> classified(DeadlinePolicy policy, Instant at) {
        Optional<Order> order =
                status == PENDING_DISPATCH ? classification.proposal().order() : Optional.empty();
        Change<Dispatch, RoutingEvent> next = order.map(sure -> given(sure, policy, at))
                .orElseGet(() -> Change.of(status == PENDING_DISPATCH ? left(at) : this));
        return preceded(classification.told(number, at), next);
    }

    private Dispatch left(Instant at) {
        String why =
                classification.proposal().doubts().stream().map(Doubt::term).collect(Collectors.joining("；"));
        Step step = new Step(at, StepKind.LEFT_TO_DISPATCHER, "等待派单员派单", why);
        return new Dispatch(number, status, appeal, classification, handling, turn, and(step));
    }

    private Change<Dispatch, RoutingEvent> given(Order order, DeadlinePolicy policy, Instant at) {
        Timing timing = policy.dispatchedAt(at, classification.urgency());
        Handling next = handling == null ? Handling.first(order, timing) : handling.anew(order, timing);
        StepKind kind = handling == null ? StepKind.DISPATCHED : StepKind.REDISPATCHED;
        String who = order.by().equals(Order.AUTO) ? "系统" : "派单员";
        Step step = new Step(
                at,
                kind,
                who + kind.term() + "给" + order.lead().name(),
                order.rule().reason());
        return Change.of(moved(DISPATCHED, next, step), told(next, order, at));
    }

    private TicketDispatched told(Handling given, Order order, Instant at) {
        Topic topic = classification.topic();
        return new TicketDispatched(
                number.value(),
                given.lead().unit(),
                given.helpers().stream().map(Assignment::unit).toList(),
                topic == null ? null : topic.code(),
                topic == null ? null : topic.reportGroup(),
                classification.urgency().name(),
                given.rule(),
                given.ticket().deadlines(),
                given.lead().timing().deadlines(),
                order.by(),
                at);
    }

    private Dispatch moved(DispatchStatus to, Handling next, Step step) {
        return new Dispatch(number, to, appeal, classification, next, turnOf(to, next, classification), and(step));
    }

    private Turn turnOf(DispatchStatus to, @Nullable Handling next, Classification known) {
        return switch (to) {
            case PENDING_DISPATCH -> new Turn(turn.since(), known.urgency() == Urgency.EMERGENCY, null);
            case DISPATCHED ->
                due(earlier(Objects.requireNonNull(next).lead().timing().deadlines()));
            case IN_PROGRESS, SECOND_HANDLING ->
                due(Objects.requireNonNull(next).lead().timing().deadlines().finishBy());
            case PENDING_FOLLOWUP, CLOSED -> due(null);
        };
    }

    private Turn due(@Nullable Instant at) {
        return new Turn(turn.since(), false, at);
    }

    /** A long holiday may put the working hours to acknowledge in behind the natural days to finish in. */
    private static Instant earlier(Deadlines deadlines) {
        return deadlines.acknowledgeBy().isBefore(deadlines.finishBy())
                ? deadlines.acknowledgeBy()
                : deadlines.finishBy();
    }

    private Handling handled() {
        return Objects.requireNonNull(handling, "a dispatched ticket has a handling");
    }

    private Unit lead() {
        return handled().lead().unit();
    }

    private List<Step> and(Step step) {
        List<Step> all = new ArrayList<>(steps);
        all.add(step);
        return all.subList(Math.max(0, all.size() - STEPS_KEPT), all.size());
    }

    private static @Nullable String evidence(Classification classification) {
        return classification.evidence().isEmpty() ? null : "分类依据：" + String.join("、", classification.evidence());
    }

    private static Change<Dispatch, RoutingEvent> preceded(RoutingEvent first, Change<Dispatch, RoutingEvent> rest) {
        return new Change<>(
                rest.state(),
                Stream.concat(Stream.of(first), rest.events().stream()).toList());
    }
}
