package cn.hotline.routing.dispatch.web;

import cn.hotline.chassis.Aggregates.Versioned;
import cn.hotline.chassis.Termed.Coded;
import cn.hotline.routing.catalogue.model.UnitSuggestion;
import cn.hotline.routing.classification.model.Tag;
import cn.hotline.routing.contract.RoutingEvent.Deadlines;
import cn.hotline.routing.contract.RoutingEvent.Place;
import cn.hotline.routing.contract.RoutingEvent.Rule;
import cn.hotline.routing.contract.RoutingEvent.Unit;
import cn.hotline.routing.dispatch.model.Appeal;
import cn.hotline.routing.dispatch.model.Assignment;
import cn.hotline.routing.dispatch.model.Assignment.Taker;
import cn.hotline.routing.dispatch.model.Classification;
import cn.hotline.routing.dispatch.model.Dispatch;
import cn.hotline.routing.dispatch.model.DispatchStatus;
import cn.hotline.routing.dispatch.model.Errand;
import cn.hotline.routing.dispatch.model.Extension;
import cn.hotline.routing.dispatch.model.Handling;
import cn.hotline.routing.dispatch.model.Objection;
import cn.hotline.routing.dispatch.model.Reply;
import cn.hotline.routing.dispatch.model.Share;
import cn.hotline.routing.dispatch.model.Staff;
import cn.hotline.routing.dispatch.model.Step;
import cn.hotline.routing.dispatch.model.Suspension;
import cn.hotline.routing.dispatch.model.Topic;
import cn.hotline.routing.dispatch.model.Viewer;
import cn.hotline.routing.recusal.model.Concern;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A dispatch as it is shown.
 *
 * @param deadlines the ticket's, from its first dispatch; absent until then
 * @param finishBy until when it is to be finished now, with what was granted beyond the deadlines; absent until dispatched
 * @param calendarAssumed whether a deadline in force was counted over a year whose holidays are not published yet
 * @param calendarNote the same as a sentence to show; absent when it was not
 * @param extension the request for more time that waits for a decision; absent else
 * @param suspension the suspension that goes on; absent else
 * @param assignments one per unit, the lead first, each with deadlines of its own
 * @param held who had it in hand when, one after the other, in this handling
 * @param reworks how often a reply was sent back
 * @param urges how often the caller pressed
 * @param supplements how often the caller added something
 * @param escalated whether it is one for a higher level
 * @param mergedInto number of the ticket it follows; absent else
 * @param returns how often a unit has sent the ticket back
 * @param objection the return that waits for a decision or a ruling; absent else
 * @param confidential whether it is for named people only
 * @param withheld whether it is kept from this viewer: then only number, status, units, and deadlines are its own
 * @param concerns units it accuses, to which it is neither given nor shown
 * @param candidates whom the catalogue proposes, best first
 * @param doubts why no rule decided; empty when one did
 * @param reply the last reply; absent before
 */
record DispatchView(
        String number,
        Coded status,
        Coded kind,
        String title,
        String content,
        @Nullable String address,
        @Nullable Place place,
        @Nullable Coded category,
        @Nullable String reportGroup,
        Coded urgency,
        List<Tag> tags,
        @Nullable String hazard,
        @Nullable Unit unit,
        List<Unit> coUnits,
        @Nullable Rule rule,
        @Nullable Deadlines deadlines,
        @Nullable Instant finishBy,
        boolean calendarAssumed,
        @Nullable String calendarNote,
        @Nullable ExtensionView extension,
        @Nullable SuspensionView suspension,
        List<AssignmentView> assignments,
        List<Handling.Held> held,
        int round,
        int reworks,
        int urges,
        int supplements,
        boolean escalated,
        @Nullable String mergedInto,
        int returns,
        @Nullable ObjectionView objection,
        boolean confidential,
        boolean withheld,
        List<ConcernView> concerns,
        List<CandidateView> candidates,
        List<Coded> doubts,
        @Nullable ReplyView reply,
        List<StepView> steps,
        Instant receivedAt,
        Instant registeredAt,
        @Nullable Instant dueAt,
        long version) {

    static DispatchView of(Versioned<Dispatch> stored, Viewer viewer) {
        Dispatch dispatch = stored.state();
        Appeal appeal = dispatch.appeal();
        Classification seen = dispatch.classification();
        Topic topic = seen.topic();
        Handling handling = dispatch.handling();
        return new DispatchView(
                dispatch.number().value(),
                Coded.of(dispatch.status()),
                Coded.of(appeal.kind()),
                appeal.title(),
                appeal.content(),
                appeal.place(),
                seen.place(),
                topic == null ? null : new Coded(topic.code(), topic.term()),
                topic == null ? null : topic.reportGroup(),
                Coded.of(seen.urgency()),
                seen.tags(),
                appeal.hazard(),
                handling == null ? null : handling.lead().unit(),
                handling == null
                        ? List.of()
                        : handling.helpers().stream().map(Assignment::unit).toList(),
                handling == null ? null : handling.rule(),
                dispatch.deadlines(),
                handling == null ? null : handling.finishBy(),
                handling != null && handling.assumed(),
                handling == null ? null : handling.calendarNote().orElse(null),
                handling == null
                        ? null
                        : handling.grace().waiting().map(ExtensionView::of).orElse(null),
                handling == null
                        ? null
                        : handling.grace().standing().map(SuspensionView::of).orElse(null),
                handling == null ? List.of() : AssignmentView.of(dispatch.status(), handling, viewer.at()),
                handling == null ? List.of() : handling.held(viewer.at()),
                handling == null ? 0 : handling.round(),
                handling == null ? 0 : handling.review().reworks(),
                dispatch.marks().urged(),
                dispatch.marks().supplemented(),
                dispatch.marks().escalated(),
                dispatch.marks().aside() == null
                        ? null
                        : dispatch.marks().aside().master(),
                handling == null ? 0 : handling.dispute().objections().size(),
                handling == null
                        ? null
                        : handling.dispute().waiting().map(ObjectionView::of).orElse(null),
                appeal.confidential(),
                !dispatch.opensTo(viewer),
                dispatch.concerns().stream().map(ConcernView::of).toList(),
                seen.proposal().units().stream().map(CandidateView::of).toList(),
                seen.proposal().doubts().stream().map(Coded::of).toList(),
                handling == null || handling.reply() == null ? null : ReplyView.of(handling.reply()),
                dispatch.steps().stream().map(StepView::of).toList(),
                appeal.receivedAt(),
                dispatch.turn().since(),
                dispatch.turn().dueAt(),
                stored.version());
    }

    /**
     * What one unit has of it.
     *
     * @param role {@code LEAD}, {@code BELOW} where it was passed down, {@code CO}
     * @param state how far the unit has come with its part
     * @param share what it has from a unit above; absent but for {@code BELOW}
     * @param taker who of the unit has it in hand; absent while nobody has
     */
    record AssignmentView(
            Unit unit,
            String role,
            Coded state,
            Instant dispatchedAt,
            Deadlines deadlines,
            @Nullable Instant acknowledgedAt,
            @Nullable Instant contactedAt,
            @Nullable ShareView share,
            @Nullable ErrandView errand,
            @Nullable Taker taker) {

        static List<AssignmentView> of(DispatchStatus status, Handling handling, Instant now) {
            List<AssignmentView> all = new ArrayList<>();
            all.add(of(handling.lead(), "LEAD", Coded.of(status), null));
            handling.below()
                    .forEach(share -> all.add(of(share.to(), "BELOW", Coded.of(share.stand()), ShareView.of(share))));
            handling.helpers().forEach(helper -> all.add(of(helper, "CO", stateOf(helper, now), null)));
            return all;
        }

        private static Coded stateOf(Assignment helper, Instant now) {
            Errand errand = helper.errand();
            return Coded.of(errand == null ? Errand.Stand.ASKED : errand.stand(now));
        }

        private static AssignmentView of(Assignment assignment, String role, Coded state, @Nullable ShareView share) {
            return new AssignmentView(
                    assignment.unit(),
                    role,
                    state,
                    assignment.timing().startedAt(),
                    assignment.timing().deadlines(),
                    assignment.acknowledgedAt(),
                    assignment.contact() == null ? null : assignment.contact().at(),
                    share,
                    assignment.errand() == null ? null : ErrandView.of(assignment.errand()),
                    assignment.taker());
        }
    }

    /**
     * What was passed down.
     *
     * @param from who passed it down
     * @param late whether more than half of the time was over by then
     * @param report what the unit below says it did; absent before
     */
    record ShareView(
            Unit from, String note, boolean late, @Nullable ReplyView report) {

        static ShareView of(Share share) {
            return new ShareView(
                    share.from(),
                    share.note(),
                    share.late(),
                    share.report() == null ? null : ReplyView.of(share.report()));
        }
    }

    /**
     * A call to the spot.
     *
     * @param by who called
     * @param arrivedAt absent before
     */
    record CallView(Unit by, Instant arriveBy, @Nullable Instant arrivedAt, boolean inTime) {

        static CallView of(Errand.Call call) {
            return new CallView(call.by(), call.arriveBy(), call.arrivedAt(), call.inTime());
        }
    }

    /** What a co-handler is asked for, and what it says; each part absent where there is none. */
    record ErrandView(
            @Nullable String note,
            @Nullable Instant dueAt,
            @Nullable String reply,
            @Nullable Instant repliedAt,
            @Nullable CallView call) {

        static ErrandView of(Errand errand) {
            Errand.CoReply reply = errand.reply();
            return new ErrandView(
                    errand.note(),
                    errand.dueAt(),
                    reply == null ? null : reply.content(),
                    reply == null ? null : reply.at(),
                    errand.call() == null ? null : CallView.of(errand.call()));
        }
    }

    record ExtensionView(int days, String reason, @Nullable String interim, Instant at) {

        static ExtensionView of(Extension extension) {
            return new ExtensionView(extension.days(), extension.reason(), extension.interim(), extension.at());
        }
    }

    record SuspensionView(String reason, LocalDate reviewOn, String approvedBy, Instant from) {

        static SuspensionView of(Suspension suspension) {
            return new SuspensionView(
                    suspension.reason(), suspension.reviewOn(), suspension.approvedBy(), suspension.from());
        }
    }

    /** @param shouldBe whose it is by that unit's word; absent where the ground does not say so */
    record ObjectionView(
            Unit unit, Coded ground, @Nullable Unit shouldBe, String basis, List<String> attachments, Instant at) {

        static ObjectionView of(Objection objection) {
            return new ObjectionView(
                    objection.unit(),
                    Coded.of(objection.ground()),
                    objection.shouldBe(),
                    objection.basis(),
                    objection.attachments(),
                    objection.at());
        }
    }

    /** @param words what in the text says so */
    record ConcernView(String unit, String name, List<String> words) {

        static ConcernView of(Concern concern) {
            return new ConcernView(concern.unit(), concern.name(), concern.words());
        }
    }

    record CandidateView(String code, String name, Coded role, String ruleId, String ruleVersion, String reason) {

        static CandidateView of(UnitSuggestion unit) {
            return new CandidateView(
                    unit.code(), unit.name(), Coded.of(unit.role()), unit.ruleId(), unit.ruleVersion(), unit.reason());
        }
    }

    record ReplyView(
            @Nullable Boolean verified,
            boolean contacted,
            @Nullable Instant contactedAt,
            Coded outcome,
            String account,
            String publicReply,
            Instant at,
            List<String> attachments,
            List<DoubtsView.DoubtView> doubts,
            @Nullable String overridden) {

        static ReplyView of(Reply reply) {
            return new ReplyView(
                    reply.verified(),
                    reply.contacted(),
                    reply.contactedAt(),
                    Coded.of(reply.outcome()),
                    reply.account(),
                    reply.publicReply(),
                    reply.at(),
                    reply.attachments(),
                    DoubtsView.of(reply.doubts()).doubts(),
                    reply.overridden());
        }
    }

    /** @param given to whom, by which rule; absent for every step that is no dispatching */
    record StepView(
            Instant at,
            String code,
            String term,
            String words,
            @Nullable String detail,
            @Nullable StaffView by,
            Step.@Nullable Given given) {

        static StepView of(Step step) {
            return new StepView(
                    step.at(),
                    step.kind().name(),
                    step.kind().term(),
                    step.words(),
                    step.detail(),
                    step.by() == null ? null : StaffView.of(step.by()),
                    step.given());
        }
    }

    /** Who did it; unit and position are absent for people of the hotline. */
    record StaffView(
            String name, @Nullable Unit unit, @Nullable Coded position) {

        static StaffView of(Staff staff) {
            return new StaffView(staff.name(), staff.unit(), staff.post() == null ? null : Coded.of(staff.post()));
        }
    }
}
