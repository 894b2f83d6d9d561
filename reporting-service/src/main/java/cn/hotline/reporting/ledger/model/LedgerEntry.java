package cn.hotline.reporting.ledger.model;

import cn.hotline.followup.contract.FollowupEvent.ExclusionRevoked;
import cn.hotline.followup.contract.FollowupEvent.RevisitAttempted;
import cn.hotline.followup.contract.FollowupEvent.RevisitRecorded;
import cn.hotline.followup.contract.FollowupEvent.SupervisionAnswered;
import cn.hotline.followup.contract.FollowupEvent.SupervisionIssued;
import cn.hotline.followup.contract.FollowupEvent.SupervisionLifted;
import cn.hotline.followup.contract.FollowupEvent.TicketClosed;
import cn.hotline.followup.contract.FollowupEvent.TicketEscalated;
import cn.hotline.followup.contract.FollowupEvent.TicketExcluded;
import cn.hotline.followup.contract.FollowupEvent.TicketReopened;
import cn.hotline.followup.contract.FollowupEvent.UrgeIssued;
import cn.hotline.intake.contract.IntakeEvent.MergeUndone;
import cn.hotline.intake.contract.IntakeEvent.TicketAnsweredDirectly;
import cn.hotline.intake.contract.IntakeEvent.TicketCorrected;
import cn.hotline.intake.contract.IntakeEvent.TicketMerged;
import cn.hotline.intake.contract.IntakeEvent.TicketRegistered;
import cn.hotline.intake.contract.IntakeEvent.TicketRejected;
import cn.hotline.intake.contract.IntakeEvent.TicketSupplemented;
import cn.hotline.intake.contract.IntakeEvent.TicketTransferredOut;
import cn.hotline.intake.contract.IntakeEvent.TicketUrged;
import cn.hotline.intake.contract.IntakeEvent.TicketWithdrawn;
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
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One row of the ledger (台账): all facts about one ticket.
 *
 * <p>Each publisher's facts stand in a part of their own, and no part reads another while it is written; so the events
 * of the three topics may come interleaved in any way, and the row is the same. Only the status looks at all parts,
 * and it is made anew from them whenever the row is.
 *
 * @param registration what intake told; null until it has come
 * @param handling what routing told; null until it has come, and for ever for a ticket answered at the desk
 * @param followup what followup told of revisits; null until it has come
 * @param pressing what followup told of supervision; null until it has come, and for ever where nobody had to press
 * @param status derived from the parts; what is passed in is not looked at
 */
public record LedgerEntry(
        String number,
        @Nullable Registration registration,
        @Nullable Handling handling,
        @Nullable Followup followup,
        @Nullable Pressing pressing,
        LedgerStatus status) {

    /** Days are those of the hotline, wherever the machine stands. */
    private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");

    public LedgerEntry {
        status = status(registration, handling, followup);
    }

    /** A row about which nothing is known yet. */
    public static LedgerEntry blank(String number) {
        return new LedgerEntry(number, null, null, null, null, LedgerStatus.AWAITED);
    }

    /**
     * 保密: for named people only, who read it where they work on it, never here. Until the registration has come, it
     * is taken for confidential.
     */
    public boolean confidential() {
        return registration == null || registration.contact().confidential();
    }

    /** As lists and pages show it: of a confidential ticket nothing that tells what it is about. */
    public LedgerEntry shown() {
        return confidential()
                ? new LedgerEntry(
                        number,
                        registration == null ? null : registration.withheld(),
                        handling == null ? null : handling.withheld(),
                        followup == null ? null : followup.withheld(),
                        pressing == null ? null : pressing.withheld(),
                        status)
                : this;
    }

    public LedgerEntry registered(TicketRegistered told) {
        return with(
                Registration.of(Disposition.FORWARDED, told.registration(), Step.of(StepKind.REGISTERED, told.at())));
    }

    public LedgerEntry answered(TicketAnsweredDirectly told) {
        return with(Registration.of(
                Disposition.ANSWERED, told.registration(), Step.of(StepKind.ANSWERED_DIRECTLY, told.at())));
    }

    public LedgerEntry rejected(TicketRejected told) {
        return with(Registration.of(
                Disposition.REJECTED,
                told.registration(),
                new Step(StepKind.REJECTED, told.at(), null, null, told.reason())));
    }

    public LedgerEntry transferredOut(TicketTransferredOut told) {
        return with(Registration.of(
                Disposition.TRANSFERRED_OUT,
                told.registration(),
                new Step(StepKind.TRANSFERRED_OUT, told.at(), null, null, told.reason())));
    }

    public LedgerEntry corrected(TicketCorrected told) {
        return with(registered().corrected(told));
    }

    public LedgerEntry supplemented(TicketSupplemented told) {
        return with(registered().supplemented(told));
    }

    public LedgerEntry pressedByCaller(TicketUrged told) {
        return with(registered().urged(told));
    }

    public LedgerEntry withdrawn(TicketWithdrawn told) {
        return with(registered().withdrawn(told));
    }

    public LedgerEntry merged(TicketMerged told) {
        return with(registered().merged(told));
    }

    public LedgerEntry mergeUndone(MergeUndone told) {
        return with(registered().mergeUndone(told));
    }

    public LedgerEntry classified(TicketClassified told) {
        return with(handlingSoFar().classified(told));
    }

    public LedgerEntry dispatched(TicketDispatched told) {
        return with(handlingSoFar().dispatched(told));
    }

    public LedgerEntry recalled(DispatchRecalled told) {
        return with(handlingSoFar().recalled(told));
    }

    public LedgerEntry acknowledged(TicketAcknowledged told) {
        return with(handlingSoFar().acknowledged(told));
    }

    public LedgerEntry contacted(FirstContactMade told) {
        return with(handlingSoFar().contacted(told));
    }

    public LedgerEntry reclassified(TicketReclassified told) {
        return with(handlingSoFar().reclassified(told));
    }

    public LedgerEntry returnRequested(ReturnRequested told) {
        return with(handlingSoFar().returnRequested(told));
    }

    public LedgerEntry returnDecided(ReturnDecided told) {
        return with(handlingSoFar().returnDecided(told));
    }

    public LedgerEntry disputed(ArbitrationOpened told) {
        return with(handlingSoFar().disputed(told));
    }

    public LedgerEntry ruled(OwnerRuled told) {
        return with(handlingSoFar().ruled(told));
    }

    public LedgerEntry extensionRequested(ExtensionRequested told) {
        return with(handlingSoFar().extensionRequested(told));
    }

    public LedgerEntry extensionDecided(ExtensionDecided told) {
        return with(handlingSoFar().extensionDecided(told));
    }

    public LedgerEntry suspended(TicketSuspended told) {
        return with(handlingSoFar().suspended(told));
    }

    public LedgerEntry resumed(TicketResumed told) {
        return with(handlingSoFar().resumed(told));
    }

    public LedgerEntry joined(CoUnitsAdded told) {
        return with(handlingSoFar().joined(told));
    }

    public LedgerEntry coReplied(CoReplyMade told) {
        return with(handlingSoFar().coReplied(told));
    }

    public LedgerEntry released(CoUnitReleased told) {
        return with(handlingSoFar().released(told));
    }

    public LedgerEntry passedDown(PassedDown told) {
        return with(handlingSoFar().passedDown(told));
    }

    public LedgerEntry passedDownEnded(PassedDownEnded told) {
        return with(handlingSoFar().passedDownEnded(told));
    }

    public LedgerEntry whistled(WhistleBlown told) {
        return with(handlingSoFar().whistled(told));
    }

    public LedgerEntry checkedIn(DepartmentCheckedIn told) {
        return with(handlingSoFar().checkedIn(told));
    }

    public LedgerEntry succeeded(UnitSucceeded told) {
        return with(handlingSoFar().succeeded(told));
    }

    public LedgerEntry recounted(DeadlinesRecomputed told) {
        return with(handlingSoFar().recounted(told));
    }

    public LedgerEntry overdue(TicketOverdue told) {
        return with(handlingSoFar().overdue(told));
    }

    public LedgerEntry replied(TicketReplied told) {
        return with(handlingSoFar().replied(told));
    }

    public LedgerEntry replyDecided(ReplyDecided told) {
        return with(handlingSoFar().replyDecided(told));
    }

    public LedgerEntry attempted(RevisitAttempted told) {
        return with(followupSoFar().attempted(told));
    }

    public LedgerEntry revisited(RevisitRecorded told) {
        return with(followupSoFar().revisited(told));
    }

    public LedgerEntry reopened(TicketReopened told) {
        return with(followupSoFar().reopened(told));
    }

    public LedgerEntry closed(TicketClosed told) {
        return with(followupSoFar().closed(told));
    }

    public LedgerEntry excluded(TicketExcluded told) {
        return with(followupSoFar().excluded(told));
    }

    public LedgerEntry countedAgain(ExclusionRevoked told) {
        return with(followupSoFar().countedAgain(told));
    }

    public LedgerEntry urged(UrgeIssued told) {
        return with(pressingSoFar().urged(told));
    }

    public LedgerEntry supervised(SupervisionIssued told) {
        return with(pressingSoFar().supervised(told));
    }

    public LedgerEntry supervisionAnswered(SupervisionAnswered told) {
        return with(pressingSoFar().answered(told));
    }

    public LedgerEntry supervisionLifted(SupervisionLifted told) {
        return with(pressingSoFar().lifted(told));
    }

    public LedgerEntry escalated(TicketEscalated told) {
        return with(pressingSoFar().escalated(told));
    }

    /** The whole course of the ticket, oldest first; at the same instant in the order of the services. */
    public List<Step> course() {
        List<Step> course = new ArrayList<>();
        if (registration != null) {
            course.addAll(registration.steps());
        }
        if (handling != null) {
            course.addAll(handling.steps());
        }
        if (followup != null) {
            course.addAll(followup.steps());
        }
        if (pressing != null) {
            course.addAll(pressing.steps());
        }
        course.sort(Comparator.comparing(Step::at));
        return course;
    }

    /** The day of an instant as rows keep it: {@code yyyy-MM-dd} in Asia/Shanghai. */
    public static String dayOf(Instant instant) {
        return instant.atZone(ZONE).toLocalDate().toString();
    }

    private LedgerEntry with(Registration known) {
        return new LedgerEntry(number, known, handling, followup, pressing, status);
    }

    private LedgerEntry with(Handling known) {
        return new LedgerEntry(number, registration, known, followup, pressing, status);
    }

    private LedgerEntry with(Followup known) {
        return new LedgerEntry(number, registration, handling, known, pressing, status);
    }

    private LedgerEntry with(Pressing known) {
        return new LedgerEntry(number, registration, handling, followup, known, status);
    }

    /** Of one stream, so what comes later comes after it. */
    private Registration registered() {
        if (registration == null) {
            throw new IllegalStateException("Something came to " + number + " before it was registered");
        }
        return registration;
    }

    private Handling handlingSoFar() {
        return handling == null ? Handling.NONE : handling;
    }

    private Followup followupSoFar() {
        return followup == null ? Followup.NONE : followup;
    }

    private Pressing pressingSoFar() {
        return pressing == null ? Pressing.NONE : pressing;
    }

    private static LedgerStatus status(
            @Nullable Registration registration, @Nullable Handling handling, @Nullable Followup followup) {
        if (followup != null && followup.closedAt() != null) {
            return followup.exclusion() == null ? LedgerStatus.CLOSED : LedgerStatus.CLOSED_UNSOLVABLE;
        }
        if (registration == null) {
            return LedgerStatus.AWAITED;
        }
        return switch (registration.disposition()) {
            case ANSWERED -> LedgerStatus.CLOSED_DIRECT;
            case REJECTED -> LedgerStatus.REJECTED;
            case TRANSFERRED_OUT -> LedgerStatus.TRANSFERRED_OUT;
            case FORWARDED -> forwarded(registration.sequel(), handling, followup);
        };
    }

    private static LedgerStatus forwarded(Sequel sequel, @Nullable Handling handling, @Nullable Followup followup) {
        if (sequel.withdrawnAt() != null) {
            return LedgerStatus.WITHDRAWN;
        }
        return sequel.follows() != null ? LedgerStatus.MERGED : handled(handling, followup);
    }

    /** Reopened and not yet answered again with an accepted reply means second handling. */
    private static LedgerStatus handled(@Nullable Handling handling, @Nullable Followup followup) {
        if (handling == null) {
            return LedgerStatus.PENDING_DISPATCH;
        }
        return followup != null && followup.reopenings() > 0 && handling.acceptedReplies() <= followup.reopenings()
                ? LedgerStatus.SECOND_HANDLING
                : handling.stage();
    }
}
