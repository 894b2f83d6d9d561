package cn.hotline.reporting.ledger.model;

import cn.hotline.routing.contract.RoutingEvent;
import cn.hotline.routing.contract.RoutingEvent.ArbitrationOpened;
import cn.hotline.routing.contract.RoutingEvent.CoReplyMade;
import cn.hotline.routing.contract.RoutingEvent.CoUnitReleased;
import cn.hotline.routing.contract.RoutingEvent.CoUnitsAdded;
import cn.hotline.routing.contract.RoutingEvent.DeadlinesRecomputed;
import cn.hotline.routing.contract.RoutingEvent.DepartmentCheckedIn;
import cn.hotline.routing.contract.RoutingEvent.DispatchRecalled;
import cn.hotline.routing.contract.RoutingEvent.ExtensionDecided;
import cn.hotline.routing.contract.RoutingEvent.ExtensionRequested;
import cn.hotline.routing.contract.RoutingEvent.FirstContactMade;
import cn.hotline.routing.contract.RoutingEvent.OwnerRuled;
import cn.hotline.routing.contract.RoutingEvent.PassedDown;
import cn.hotline.routing.contract.RoutingEvent.PassedDownEnded;
import cn.hotline.routing.contract.RoutingEvent.ReplyDecided;
import cn.hotline.routing.contract.RoutingEvent.ReturnDecided;
import cn.hotline.routing.contract.RoutingEvent.ReturnRequested;
import cn.hotline.routing.contract.RoutingEvent.TicketAcknowledged;
import cn.hotline.routing.contract.RoutingEvent.TicketClassified;
import cn.hotline.routing.contract.RoutingEvent.TicketDispatched;
import cn.hotline.routing.contract.RoutingEvent.TicketOverdue;
import cn.hotline.routing.contract.RoutingEvent.TicketReclassified;
import cn.hotline.routing.contract.RoutingEvent.TicketReplied;
import cn.hotline.routing.contract.RoutingEvent.TicketResumed;
import cn.hotline.routing.contract.RoutingEvent.TicketSuspended;
import cn.hotline.routing.contract.RoutingEvent.UnitSucceeded;
import cn.hotline.routing.contract.RoutingEvent.WhistleBlown;
import java.time.Instant;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What routing told of a ticket.
 *
 * @param stage as far as routing alone knows
 * @param topic what it is about and where; null until classified
 * @param unit the lead; null until dispatched
 * @param finishBy until when it is promised: the ticket's finish deadline, from its first dispatch, with what was granted
 *     later; null until dispatched
 * @param reply the newest reply; null until there is one
 * @param acceptedReplies how many replies went on to revisit
 * @param steps oldest first
 */
public record Handling(
        LedgerStatus stage,
        @Nullable Topic topic,
        @Nullable Unit unit,
        @Nullable Instant finishBy,
        @Nullable Reply reply,
        int acceptedReplies,
        List<Step> steps) {

    static final Handling NONE = new Handling(LedgerStatus.PENDING_DISPATCH, null, null, null, null, 0, List.of());

    public Handling {
        steps = steps == null ? List.of() : List.copyOf(steps);
    }

    /** As it is shown of a confidential ticket. */
    Handling withheld() {
        return new Handling(
                stage,
                null,
                unit,
                finishBy,
                reply,
                acceptedReplies,
                steps.stream().map(Step::withheld).toList());
    }

    Handling classified(TicketClassified told) {
        return new Handling(
                stage,
                new Topic(
                        told.category(),
                        told.categoryTerm(),
                        told.reportGroup(),
                        told.urgency(),
                        Place.of(told.place()),
                        tags(told)),
                unit,
                finishBy,
                reply,
                acceptedReplies,
                Step.after(steps, new Step(StepKind.CLASSIFIED, told.at(), null, null, told.categoryTerm())));
    }

    Handling dispatched(TicketDispatched told) {
        return new Handling(
                LedgerStatus.DISPATCHED,
                topicOf(told),
                new Unit(told.unit().code(), told.unit().name()),
                told.deadlines() == null ? finishBy : told.deadlines().finishBy(),
                reply,
                acceptedReplies,
                Step.after(
                        steps,
                        new Step(
                                StepKind.DISPATCHED,
                                told.at(),
                                told.unit().name(),
                                null,
                                told.rule() == null ? null : told.rule().reason())));
    }

    /** Waiting again, it is nobody's; else the lead keeps it. */
    Handling recalled(DispatchRecalled told) {
        String whom = told.units().stream().map(RoutingEvent.Unit::name).collect(Collectors.joining("、"));
        return new Handling(
                told.waiting() ? LedgerStatus.PENDING_DISPATCH : stage,
                topic,
                told.waiting() ? null : unit,
                finishBy,
                reply,
                acceptedReplies,
                Step.after(steps, new Step(StepKind.RECALLED, told.at(), whom, null, null)));
    }

    Handling acknowledged(TicketAcknowledged told) {
        return at(
                stage == LedgerStatus.ARBITRATION ? stage : LedgerStatus.IN_PROGRESS,
                acceptedReplies,
                new Step(StepKind.ACKNOWLEDGED, told.at(), told.unit().name(), null, null));
    }

    Handling contacted(FirstContactMade told) {
        return at(
                stage,
                acceptedReplies,
                new Step(StepKind.CONTACTED, told.at(), told.unit().name(), told.method(), null));
    }

    /** The class itself is told by ticket-classified. */
    Handling reclassified(TicketReclassified told) {
        return at(
                stage,
                acceptedReplies,
                new Step(StepKind.RECLASSIFIED, told.at(), null, told.category(), told.categoryTerm()));
    }

    Handling returnRequested(ReturnRequested told) {
        return at(
                LedgerStatus.RETURN_REVIEW,
                acceptedReplies,
                new Step(StepKind.RETURN_REQUESTED, told.at(), told.unit().name(), told.ground(), told.basis()));
    }

    /** Approved, a dispatch or a recall tells who has it now. */
    Handling returnDecided(ReturnDecided told) {
        return at(
                told.approved() ? LedgerStatus.PENDING_DISPATCH : withItsUnit(),
                acceptedReplies,
                new Step(
                        told.approved() ? StepKind.RETURN_APPROVED : StepKind.RETURN_REFUSED,
                        told.at(),
                        told.unit().name(),
                        null,
                        told.reason()));
    }

    Handling disputed(ArbitrationOpened told) {
        return at(
                LedgerStatus.ARBITRATION,
                acceptedReplies,
                new Step(StepKind.ARBITRATION_OPENED, told.at(), told.interim().name(), null, null));
    }

    /** Given to another unit, a dispatch tells so. */
    Handling ruled(OwnerRuled told) {
        return at(
                withItsUnit(),
                acceptedReplies,
                new Step(StepKind.RULED, told.at(), told.unit().name(), null, told.reason()));
    }

    Handling extensionRequested(ExtensionRequested told) {
        return noted(
                new Step(StepKind.EXTENSION_REQUESTED, told.at(), told.unit().name(), null, told.reason()));
    }

    /** Granted, the promise moves; the deadline that came with the dispatch stays in its step. */
    Handling extensionDecided(ExtensionDecided told) {
        StepKind kind = told.approved() ? StepKind.EXTENSION_GRANTED : StepKind.EXTENSION_REFUSED;
        return noted(new Step(kind, told.at(), told.unit().name(), null, told.reason()))
                .promised(told.finishBy());
    }

    Handling suspended(TicketSuspended told) {
        return at(
                LedgerStatus.SUSPENDED,
                acceptedReplies,
                new Step(StepKind.SUSPENDED, told.at(), told.unit().name(), null, told.reason()));
    }

    Handling resumed(TicketResumed told) {
        return at(
                        LedgerStatus.IN_PROGRESS,
                        acceptedReplies,
                        new Step(StepKind.RESUMED, told.at(), told.unit().name(), null, null))
                .promised(told.finishBy());
    }

    Handling joined(CoUnitsAdded told) {
        String whom = told.units().stream().map(RoutingEvent.Unit::name).collect(Collectors.joining("、"));
        return noted(new Step(StepKind.HELP_ASKED, told.at(), whom, null, told.note()));
    }

    Handling coReplied(CoReplyMade told) {
        return noted(new Step(StepKind.CO_REPLIED, told.at(), told.unit().name(), null, null));
    }

    Handling released(CoUnitReleased told) {
        return noted(new Step(StepKind.HELP_ENDED, told.at(), told.unit().name(), null, told.reason()));
    }

    /** The lead stays who it is. */
    Handling passedDown(PassedDown told) {
        return noted(new Step(StepKind.PASSED_DOWN, told.at(), told.to().name(), null, told.note()));
    }

    Handling passedDownEnded(PassedDownEnded told) {
        return noted(new Step(StepKind.PASSED_DOWN_ENDED, told.at(), told.unit().name(), told.ground(), told.reason()));
    }

    Handling whistled(WhistleBlown told) {
        String whom = told.departments().stream().map(RoutingEvent.Unit::name).collect(Collectors.joining("、"));
        return noted(new Step(StepKind.WHISTLE_BLOWN, told.at(), whom, null, told.note()));
    }

    Handling checkedIn(DepartmentCheckedIn told) {
        return noted(new Step(StepKind.CHECKED_IN, told.at(), told.unit().name(), null, null));
    }

    /** Where the lead is no more, its successor has the ticket. */
    Handling succeeded(UnitSucceeded told) {
        Unit now = new Unit(told.lead().code(), told.lead().name());
        return new Handling(
                stage,
                topic,
                now,
                finishBy,
                reply,
                acceptedReplies,
                Step.after(
                        steps,
                        new Step(StepKind.SUCCEEDED, told.at(), told.unit().name(), null, null)));
    }

    Handling overdue(TicketOverdue told) {
        return noted(new Step(StepKind.OVERDUE, told.at(), told.unit().name(), told.item(), null));
    }

    /** The promise moves with the calendar, whether it lies ahead or has passed. */
    Handling recounted(DeadlinesRecomputed told) {
        String whose = told.unit() == null ? null : told.unit().name();
        return noted(new Step(StepKind.RECOUNTED, told.at(), whose, null, null)).promised(told.finishBy());
    }

    private Handling noted(Step step) {
        return at(stage, acceptedReplies, step);
    }

    private Handling promised(@Nullable Instant until) {
        return until == null ? this : new Handling(stage, topic, unit, until, reply, acceptedReplies, steps);
    }

    /** Where it stands that nobody objects to: acknowledged since it was given, or not. */
    private LedgerStatus withItsUnit() {
        return steps.stream()
                                .map(Step::kind)
                                .filter(kind -> kind == StepKind.DISPATCHED || kind == StepKind.ACKNOWLEDGED)
                                .reduce(StepKind.DISPATCHED, (before, later) -> later)
                        == StepKind.ACKNOWLEDGED
                ? LedgerStatus.IN_PROGRESS
                : LedgerStatus.DISPATCHED;
    }

    Handling replied(TicketReplied told) {
        return new Handling(
                LedgerStatus.REPLIED,
                topic,
                unit,
                finishBy,
                new Reply(told.at(), told.outcome(), told.finishedInTime()),
                acceptedReplies,
                Step.after(
                        steps, new Step(StepKind.REPLIED, told.at(), told.unit().name(), told.outcome(), null)));
    }

    Handling replyDecided(ReplyDecided told) {
        return told.accepted()
                ? at(LedgerStatus.PENDING_FOLLOWUP, acceptedReplies + 1, Step.of(StepKind.REPLY_ACCEPTED, told.at()))
                : at(
                        LedgerStatus.REWORK,
                        acceptedReplies,
                        new Step(StepKind.REPLY_REFUSED, told.at(), null, null, told.reason()));
    }

    private Handling at(LedgerStatus reached, int accepted, Step step) {
        return new Handling(reached, topic, unit, finishBy, reply, accepted, Step.after(steps, step));
    }

    private static List<Tag> tags(TicketClassified told) {
        return told.tags() == null
                ? List.of()
                : told.tags().stream()
                        .map(tag -> new Tag(tag.code(), tag.term()))
                        .toList();
    }

    /** A dispatch may correct class and urgency; the place stays as it was found. */
    private Topic topicOf(TicketDispatched told) {
        boolean sameClass =
                topic != null && told.category() != null && told.category().equals(topic.category());
        return new Topic(
                told.category(),
                sameClass ? topic.term() : null,
                told.reportGroup(),
                told.urgency(),
                topic == null ? null : topic.place(),
                topic == null ? List.of() : topic.tags());
    }

    /**
     * What a ticket is about, by routing's newest word.
     *
     * @param category null when nothing was found
     * @param term the category's term; null when not told
     * @param reportGroup group of the daily report; null with the category
     * @param place null when none was found
     * @param tags what else it can be found by; often none
     */
    public record Topic(
            @Nullable String category,
            @Nullable String term,
            @Nullable String reportGroup,
            @Nullable String urgency,
            @Nullable Place place,
            List<Tag> tags) {

        public Topic {
            tags = tags == null ? List.of() : List.copyOf(tags);
        }
    }

    /** A tag (标签) by routing's list. */
    public record Tag(String code, String term) {}

    /** A responsible unit (承办单位). */
    public record Unit(String code, String name) {}

    /**
     * A reply (答复).
     *
     * @param inTime whether it came by the ticket's finish deadline
     */
    public record Reply(Instant at, String outcome, boolean inTime) {}

    /**
     * The smallest place that is certain, by code and printed name.
     *
     * @param street null when only the county is certain
     * @param community null when only the street is certain
     */
    public record Place(
            @Nullable Area county,
            @Nullable Area street,
            @Nullable Area community) {

        static @Nullable Place of(RoutingEvent.@Nullable Place told) {
            return told == null
                    ? null
                    : new Place(
                            Area.of(told.countyCode(), told.county()),
                            Area.of(told.streetCode(), told.street()),
                            Area.of(told.communityCode(), told.community()));
        }
    }

    /** A division with its name. */
    public record Area(String code, String name) {

        static @Nullable Area of(@Nullable String code, @Nullable String name) {
            return code == null ? null : new Area(code, name == null ? code : name);
        }
    }
}
