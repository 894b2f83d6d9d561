package cn.hotline.routing.dispatch.model;

import static cn.hotline.routing.dispatch.model.DispatchRefusal.ACKNOWLEDGED_ALREADY;
import static cn.hotline.routing.dispatch.model.DispatchRefusal.CONFIDENTIAL;
import static cn.hotline.routing.dispatch.model.DispatchRefusal.CONTACTED_BEFORE_DISPATCH;
import static cn.hotline.routing.dispatch.model.DispatchRefusal.RECALLED_TOO_LATE;
import static cn.hotline.routing.dispatch.model.DispatchRefusal.RULED_ALREADY;
import static cn.hotline.routing.dispatch.model.DispatchRefusal.SAME_CATEGORY;
import static cn.hotline.routing.dispatch.model.DispatchStatus.ARBITRATION;
import static cn.hotline.routing.dispatch.model.DispatchStatus.CLOSED;
import static cn.hotline.routing.dispatch.model.DispatchStatus.DISPATCHED;
import static cn.hotline.routing.dispatch.model.DispatchStatus.ESCALATED;
import static cn.hotline.routing.dispatch.model.DispatchStatus.IN_PROGRESS;
import static cn.hotline.routing.dispatch.model.DispatchStatus.PENDING_DISPATCH;
import static cn.hotline.routing.dispatch.model.DispatchStatus.PENDING_FOLLOWUP;
import static cn.hotline.routing.dispatch.model.DispatchStatus.SECOND_HANDLING;
import static cn.hotline.routing.dispatch.model.DispatchStatus.SUSPENDED;

import cn.hotline.chassis.Change;
import cn.hotline.chassis.Refused;
import cn.hotline.routing.catalogue.model.Doubt;
import cn.hotline.routing.classification.model.Urgency;
import cn.hotline.routing.contract.RoutingEvent;
import cn.hotline.routing.contract.RoutingEvent.Deadlines;
import cn.hotline.routing.contract.RoutingEvent.DispatchRecalled;
import cn.hotline.routing.contract.RoutingEvent.FirstContactMade;
import cn.hotline.routing.contract.RoutingEvent.TicketAcknowledged;
import cn.hotline.routing.contract.RoutingEvent.TicketDispatched;
import cn.hotline.routing.contract.RoutingEvent.TicketReclassified;
import cn.hotline.routing.contract.RoutingEvent.Unit;
import cn.hotline.routing.deadline.model.DeadlinePolicy;
import cn.hotline.routing.deadline.model.LimitKind;
import cn.hotline.routing.deadline.model.Timing;
import cn.hotline.routing.recusal.model.Concern;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * 派单: who is to answer one ticket, and how far they have come. Born when intake registers a ticket; given to a unit
 * at once when the catalogue is sure, else by a dispatcher; acknowledged, answered, revisited; handled again when the
 * caller is not served.
 *
 * @param handling null until the ticket is dispatched for the first time
 * @param sight whom it opens to
 * @param marks what is true of it beside its status
 * @param steps the course so far, oldest first, at most {@value #STEPS_KEPT}
 */
public record Dispatch(
        TicketNumber number,
        DispatchStatus status,
        Appeal appeal,
        Classification classification,
        @Nullable Handling handling,
        Turn turn,
        Sight sight,
        Marks marks,
        List<Step> steps) {

    static final int STEPS_KEPT = 200;

    /** Ground of a recall: it was dispatched wrongly. */
    private static final String WRONG_DISPATCH = "WRONG_DISPATCH";

    public Dispatch(
            TicketNumber number,
            DispatchStatus status,
            Appeal appeal,
            Classification classification,
            @Nullable Handling handling,
            Turn turn,
            @Nullable Sight sight,
            @Nullable Marks marks,
            @Nullable List<Step> steps) {
        this.number = number;
        this.status = status;
        this.appeal = appeal;
        this.classification = classification;
        this.handling = handling;
        this.marks = marks == null ? Marks.NONE : marks;
        this.sight = sightOf(sight == null ? Sight.of(appeal.confidential()) : sight);
        this.steps = steps == null ? List.of() : List.copyOf(steps);
        this.turn = turn.after(status, this.steps, handling);
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
                new Turn(at, classification.urgency() == Urgency.EMERGENCY, null, null),
                Sight.of(appeal.confidential()),
                Marks.NONE,
                List.of(new Step(at, StepKind.REGISTERED, "受理登记，转入派单", evidence(classification))));
        return arrived.classified(policy, at);
    }

    /** What was asked reads differently now: classify again, and dispatch if that was all that was missing. */
    public Change<Dispatch, RoutingEvent> correct(
            Appeal corrected, Classification again, @Nullable String reason, DeadlinePolicy policy, Instant at) {
        Step step = new Step(at, StepKind.CORRECTED, "受理更正了诉求", reason);
        Dispatch read = Recusing.withoutTheAccused(
                new Dispatch(
                        number,
                        status,
                        corrected,
                        again,
                        handling,
                        turnOf(status, handling, again),
                        sight,
                        marks,
                        and(step)),
                at);
        Change<Dispatch, RoutingEvent> next = read.classified(policy, at);
        return Recusing.recalled(this, read, at).map(next::precededBy).orElse(next);
    }

    /** 人工派单; or 改派, while the unit has not acknowledged or once it is escalated. */
    public Change<Dispatch, RoutingEvent> dispatch(
            DispatcherChoice choice, Staff by, DeadlinePolicy policy, Instant at) {
        admit(Act.DISPATCH, by);
        boolean ruled = handling != null && handling.dispute().ruling() != null;
        Refused.unless(!ruled || status == ESCALATED, RULED_ALREADY);
        Recusing.refuse(this, choice);
        Classification chosen = classification.corrected(choice.topic(), choice.urgency(), Classification.DISPATCHER);
        Change<Dispatch, RoutingEvent> dispatched =
                with(chosen).given(Act.DISPATCH, choice.order(chosen.proposal()), by, policy, at);
        return chosen.equals(classification) ? dispatched : dispatched.precededBy(chosen.told(number, at));
    }

    /** 收回 of a wrong dispatch, while nobody has acted on it and only shortly after; not a return. */
    public Change<Dispatch, RoutingEvent> recall(String reason, Staff by, DeadlinePolicy policy, Instant at) {
        admit(Act.RECALL, by);
        Handling given = handled();
        Refused.unless(!at.isAfter(policy.recallableUntil(given.lead().timing())), RECALLED_TOO_LATE);
        Step step = new Step(at, StepKind.RECALLED, "收回派给" + lead().name() + "的工单，重新派单", reason, by);
        return Change.of(
                after(Act.RECALL, PENDING_DISPATCH, given, step),
                new DispatchRecalled(number.value(), given.units(), List.of(), true, WRONG_DISPATCH, by.account(), at));
    }

    /** 签收: the unit takes the ticket on. */
    public Change<Dispatch, RoutingEvent> acknowledge(Staff by, Instant at) {
        admit(Act.ACKNOWLEDGE, by);
        Refused.unless(handled().lead().acknowledgedAt() == null, ACKNOWLEDGED_ALREADY);
        Handling taken = handled().acknowledged(at);
        Step step = new Step(at, StepKind.ACKNOWLEDGED, lead().name() + "签收", null, by);
        DispatchStatus next = status == DISPATCHED ? IN_PROGRESS : status;
        return Change.of(after(Act.ACKNOWLEDGE, next, taken, step), new TicketAcknowledged(number.value(), lead(), at));
    }

    /** 首次联系: the unit has spoken with the caller. Later contacts stand in the course and count for nothing. */
    public Change<Dispatch, RoutingEvent> contact(Contact contact, Staff by, Instant at) {
        admit(Act.CONTACT, by);
        Assignment lead = handled().lead();
        Refused.unless(!contact.at().isBefore(lead.timing().startedAt()), CONTACTED_BEFORE_DISPATCH);
        Unit unit = by.ofUnit();
        Step step =
                new Step(at, StepKind.CONTACTED, unit.name() + contact.method().term() + "联系来电人", contact.note(), by);
        if (lead.contact() != null) {
            return Change.of(after(Act.CONTACT, status, handled(), step));
        }
        return Change.of(
                after(Act.CONTACT, status, handled().contacted(contact), step),
                new FirstContactMade(
                        number.value(),
                        unit,
                        contact.method().name(),
                        contact.at(),
                        !contact.at().isAfter(lead.timing().deadlines().contactBy()),
                        by.account(),
                        at));
    }

    /** 改分类: what the ticket is really about. Neither its unit nor its deadlines change. */
    public Change<Dispatch, RoutingEvent> reclassify(Topic topic, Staff by, Instant at) {
        admit(Act.RECLASSIFY, by);
        Refused.unless(!topic.equals(classification.topic()), SAME_CATEGORY);
        String whose = by.unit() == null ? Classification.DISPATCHER : Classification.UNIT;
        Step step = new Step(at, StepKind.RECLASSIFIED, "分类改为" + topic.term(), null, by);
        Classification corrected = classification.corrected(topic, null, whose);
        return Change.of(
                with(corrected).carriedOn(handling, step),
                corrected.told(number, at),
                new TicketReclassified(
                        number.value(),
                        topicCode(),
                        topic.code(),
                        topic.term(),
                        topic.reportGroup(),
                        whose,
                        by.account(),
                        at));
    }

    /** Codes of the units that have it now; none while it waits at the desk. */
    public List<String> holders() {
        return holdingUnits().stream().map(Unit::code).toList();
    }

    /** Those that have it now, the lead first; who had it when it was set aside still has it. */
    List<Unit> holdingUnits() {
        return handling == null || standing() == PENDING_DISPATCH ? List.of() : handling.units();
    }

    /** Where it stands, or stood when it was set aside. */
    DispatchStatus standing() {
        return marks.aside() == null ? status : marks.aside().was();
    }

    /** Whether it is merged into another, or was. */
    boolean followedAnother() {
        return status == DispatchStatus.MERGED || steps.stream().anyMatch(step -> step.kind() == StepKind.MERGE_UNDONE);
    }

    Marks.Aside asideNow() {
        return Objects.requireNonNull(marks.aside(), "what is merged says where it was");
    }

    /** Whether its lead has not signed for it yet. */
    boolean waitsToBeAcknowledged() {
        return handling != null
                && handling.lead().acknowledgedAt() == null
                && (status == DISPATCHED || status == ARBITRATION || status == ESCALATED);
    }

    /** Whether that unit has it from a unit above. */
    public boolean isPassedDownTo(Unit unit) {
        return handling != null && handling.share(unit.code()).isPresent();
    }

    /** Nothing happens to it before what happened last, whatever a clock says. */
    public Instant notBefore(Instant now) {
        Instant last =
                steps.isEmpty() ? turn.since() : steps.get(steps.size() - 1).at();
        return now.isBefore(last) ? last : now;
    }

    /** 回避: the units this ticket accuses, as far as no supervisor cleared them. */
    public List<Concern> concerns() {
        return Recusing.standing(classification, sight);
    }

    boolean keepsAway(String unitCode) {
        return Recusing.keepsAway(concerns(), unitCode);
    }

    /** The units whose people may have to be called, since they have an emergency that they have not acknowledged. */
    public List<Unit> toBeCalled() {
        return answering().stream()
                .filter(Assignment::isToBeCalled)
                .map(Assignment::unit)
                .toList();
    }

    /** Whether that unit, or any where none is named, has that still before it. */
    public boolean awaits(LimitKind item, @Nullable String unitCode) {
        return answering().stream()
                .filter(part -> unitCode == null || part.unit().code().equals(unitCode))
                .anyMatch(part -> handled().awaits(item, part));
    }

    private List<Assignment> answering() {
        return handling == null || !DispatchStatus.WITH_A_UNIT.contains(status) ? List.of() : handling.answering();
    }

    /** Whether text and row open to this viewer. */
    public boolean opensTo(Viewer viewer) {
        return sight.opensTo(viewer);
    }

    /** What this viewer sees of it: all, or that it is there and by when, or nothing. */
    public Optional<Dispatch> seenBy(Viewer viewer) {
        if (opensTo(viewer)) {
            return Optional.of(this);
        }
        return viewer.overview() ? Optional.of(withheld()) : Optional.empty();
    }

    /** This dispatch, as whoever has just acted on it is answered: without its contents where it has left them by that. */
    public Dispatch answeredTo(Viewer viewer) {
        return opensTo(viewer) ? this : withheld();
    }

    /** This dispatch, for the viewer to act on. */
    public Dispatch actedOnBy(Viewer viewer) {
        Refused.unless(opensTo(viewer), CONFIDENTIAL);
        return this;
    }

    /** The ticket's deadlines; null until the first dispatch. */
    public @Nullable Deadlines deadlines() {
        return handling == null ? null : handling.ticket().deadlines();
    }

    private Change<Dispatch, RoutingEvent> classified(DeadlinePolicy policy, Instant at) {
        Optional<Order> order =
                status == PENDING_DISPATCH ? classification.proposal().order() : Optional.empty();
        Change<Dispatch, RoutingEvent> next = order.map(sure -> given(Act.DISPATCH, sure, null, policy, at))
                .orElseGet(() -> Change.of(status == PENDING_DISPATCH ? left(at) : this));
        return next.precededBy(classification.told(number, at));
    }

    private Dispatch left(Instant at) {
        String why =
                classification.proposal().doubts().stream().map(Doubt::term).collect(Collectors.joining("；"));
        Step step = new Step(at, StepKind.LEFT_TO_DISPATCHER, "等待派单员派单", why);
        return carriedOn(handling, step);
    }

    /** Given on to a unit that a decision names, with whoever helps already. */
    Change<Dispatch, RoutingEvent> passedTo(
            Act act, Unit next, String reason, Staff by, DeadlinePolicy policy, Instant at) {
        List<Unit> helpers = handled().helpers().stream().map(Assignment::unit).toList();
        DispatcherChoice choice = new DispatcherChoice(next, helpers, null, null, reason);
        Recusing.refuse(this, choice);
        return given(act, choice.order(classification.proposal()), by, policy, at);
    }

    private Change<Dispatch, RoutingEvent> given(
            Act act, Order order, @Nullable Staff by, DeadlinePolicy policy, Instant at) {
        Timing timing = policy.dispatchedAt(at, classification.urgency());
        Handling next = handling == null ? Handling.first(order, timing) : handling.anew(order, timing);
        StepKind kind = handling == null ? StepKind.DISPATCHED : StepKind.REDISPATCHED;
        String who = order.by().equals(Order.AUTO) ? "系统" : "派单员";
        Topic topic = classification.topic();
        Step step = new Step(
                at,
                kind,
                who + kind.term() + "给" + order.lead().name(),
                order.rule().reason(),
                by,
                new Step.Given(
                        order.lead().code(),
                        order.rule().id(),
                        order.rule().version(),
                        topic == null ? null : topic.code()));
        return Change.of(after(act, DISPATCHED, next, step), told(next, order, at));
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

    /** @throws Refused unless the table lets this person do it now */
    void admit(Act act, Staff by) {
        refuseUnlessDoneBy(act, by);
        act.refuseUnlessFrom(status);
    }

    /** @throws Refused when the table lets others do it, whenever */
    void refuseUnlessDoneBy(Act act, Staff by) {
        if (by.unit() == null && act.doers().contains(Act.Doer.HOTLINE)) {
            return;
        }
        Act.Doer part = partOf(by.ofUnit());
        if (part == null || !act.doers().contains(part)) {
            throw new Refused(act.refusalOf(part));
        }
    }

    private Act.@Nullable Doer partOf(Unit unit) {
        if (handling == null) {
            return null;
        }
        if (unit.code().equals(lead().code())) {
            return Act.Doer.LEAD;
        }
        if (handling.share(unit.code()).isPresent()) {
            return Act.Doer.BELOW;
        }
        return handling.helper(unit.code()).isPresent() ? Act.Doer.HELPER : null;
    }

    /** As it stands after an act. */
    Dispatch after(Act act, DispatchStatus to, @Nullable Handling next, Step... added) {
        if (!act.leads(status, to)) {
            throw new IllegalStateException(act + " does not lead from " + status + " to " + to);
        }
        return new Dispatch(
                number, to, appeal, classification, next, turnOf(to, next, classification), sight, marks, and(added));
    }

    /** The same, due at another time than the clocks say. */
    Dispatch dueAt(Instant at) {
        return new Dispatch(number, status, appeal, classification, handling, due(at), sight, marks, steps);
    }

    /** The same, with another handling and nothing said of it. */
    Dispatch handledAs(Handling next) {
        return new Dispatch(number, status, appeal, classification, next, turn, sight, marks, steps);
    }

    /** Where it stands, with one more step. */
    Dispatch carriedOn(@Nullable Handling next, Step step) {
        return new Dispatch(number, status, appeal, classification, next, turn, sight, marks, and(step));
    }

    Dispatch marked(Marks other) {
        return new Dispatch(number, status, appeal, classification, handling, turn, sight, other, steps);
    }

    private Dispatch with(Classification other) {
        return new Dispatch(number, status, appeal, other, handling, turn, sight, marks, steps);
    }

    @Nullable
    String topicCode() {
        return classification.topic() == null ? null : classification.topic().code();
    }

    @Nullable
    String countyCode() {
        return classification.place() == null ? null : classification.place().countyCode();
    }

    /** Those that have it now and are not accused, the lead first. */
    List<Unit> having() {
        return holdingUnits().stream().filter(unit -> !keepsAway(unit.code())).toList();
    }

    private Sight sightOf(Sight before) {
        List<Concern> standing = Recusing.standing(classification, before);
        return before.heldBy(holders(), unit -> Recusing.keepsAway(standing, unit));
    }

    /** Open to others than before. */
    Dispatch knownTo(Sight others, Step step) {
        return new Dispatch(number, status, appeal, classification, handling, turn, others, marks, and(step));
    }

    private Dispatch withheld() {
        return new Dispatch(
                number,
                status,
                appeal.withheld(),
                classification.withheld(),
                handling == null ? null : handling.withheld(),
                turn,
                sight,
                marks,
                steps.stream().map(Step::withheld).toList());
    }

    private Turn turnOf(DispatchStatus to, @Nullable Handling next, Classification known) {
        return switch (to) {
            case PENDING_DISPATCH -> new Turn(turn.since(), known.urgency() == Urgency.EMERGENCY, null, null);
            case DISPATCHED ->
                due(Objects.requireNonNull(next), earlier(next.lead().timing().deadlines()));
            case IN_PROGRESS, RETURN_REVIEW, ARBITRATION, REWORK, SECOND_HANDLING, ESCALATED ->
                due(Objects.requireNonNull(next), next.ownFinishBy());
            case SUSPENDED -> status == SUSPENDED ? turn : due(null);
            case REPLIED, PENDING_FOLLOWUP, CLOSED, CLOSED_UNSOLVABLE, WITHDRAWN, MERGED -> due(null);
        };
    }

    private Turn due(@Nullable Instant at) {
        return new Turn(turn.since(), false, at, null);
    }

    private Turn due(Handling next, Instant at) {
        Turn.Asks asks = next.grace().waiting().isPresent() ? Turn.Asks.MORE_TIME : null;
        return new Turn(turn.since(), false, at, asks);
    }

    /** A long holiday may put the working hours to acknowledge in behind the natural days to finish in. */
    private static Instant earlier(Deadlines deadlines) {
        return deadlines.acknowledgeBy().isBefore(deadlines.finishBy())
                ? deadlines.acknowledgeBy()
                : deadlines.finishBy();
    }

    Handling handled() {
        return Objects.requireNonNull(handling, "a dispatched ticket has a handling");
    }

    Unit lead() {
        return handled().lead().unit();
    }

    private List<Step> and(Step... added) {
        List<Step> all = new ArrayList<>(steps);
        all.addAll(List.of(added));
        return all.subList(Math.max(0, all.size() - STEPS_KEPT), all.size());
    }

    private static @Nullable String evidence(Classification classification) {
        return classification.evidence().isEmpty() ? null : "分类依据：" + String.join("、", classification.evidence());
    }
}
