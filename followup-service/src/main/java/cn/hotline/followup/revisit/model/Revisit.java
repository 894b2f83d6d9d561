package cn.hotline.followup.revisit.model;

import static cn.hotline.followup.exclusion.model.ExclusionRefusal.EXCLUSION_WAITS;
import static cn.hotline.followup.revisit.model.RevisitRefusal.NOTHING_ANSWERED;
import static cn.hotline.followup.revisit.model.RevisitRefusal.NOT_IN_THAT_STATUS;
import static cn.hotline.followup.revisit.model.RevisitRefusal.OWN_ANSWER;
import static cn.hotline.followup.revisit.model.RevisitRefusal.TAKEN_BY_TWO;
import static cn.hotline.followup.revisit.model.RevisitStatus.DONE;
import static cn.hotline.followup.revisit.model.RevisitStatus.NOT_DUE;
import static cn.hotline.followup.revisit.model.RevisitStatus.SCHEDULED;
import static cn.hotline.followup.revisit.model.RevisitStatus.SKIPPED;
import static cn.hotline.followup.revisit.model.RevisitStatus.UNREACHED;
import static cn.hotline.followup.revisit.model.RevisitStatus.WITHDRAWN;

import cn.hotline.chassis.Change;
import cn.hotline.chassis.Refused;
import cn.hotline.followup.contract.FollowupEvent;
import cn.hotline.followup.contract.FollowupEvent.RevisitAttempted;
import cn.hotline.followup.contract.FollowupEvent.RevisitRecorded;
import cn.hotline.followup.contract.FollowupEvent.TicketClosed;
import cn.hotline.followup.contract.FollowupEvent.TicketReopened;
import cn.hotline.followup.exclusion.model.Exclusion;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Was one ticket answered well (回访)? Waits for a reply that is accepted, then for the caller's verdict; whoever is not
 * served gets a second handling, and with it a second round.
 *
 * @param unwanted the caller wished no call
 * @param callAt when to call; once it is over, when it ended; null while not due
 * @param round the present handling; null before the first reply
 * @param earlier handlings that were revisited before, oldest first
 * @param takers accounts of who took a confidential one by name: at most {@value #MOST_TAKERS} to call, and whoever decides
 *     an exclusion
 */
public record Revisit(
        TicketNumber ticket,
        RevisitStatus status,
        boolean unwanted,
        @Nullable Instant callAt,
        @Nullable Round round,
        List<Round> earlier,
        List<String> takers) {

    static final int MOST_TAKERS = 2;

    public Revisit {
        earlier = earlier == null ? List.of() : List.copyOf(earlier);
        takers = takers == null ? List.of() : List.copyOf(takers);
    }

    /** The revisit of a ticket of which nothing else is known yet. */
    public static Revisit of(TicketNumber ticket) {
        return new Revisit(ticket, NOT_DUE, false, null, null, List.of(), List.of());
    }

    /** 答复: the unit has answered, for the first time, after its reply was sent back, or in a second handling. */
    public Change<Revisit, FollowupEvent> replied(Reply reply) {
        Refused.unless(status != SCHEDULED, NOT_IN_THAT_STATUS);
        if (round == null) {
            return Change.of(in(NOT_DUE, null, Round.first(reply, null), earlier));
        }
        return status == NOT_DUE
                ? Change.of(in(NOT_DUE, null, round.answeredAnew(reply, null), earlier))
                : Change.of(in(NOT_DUE, null, round.next(reply, null), joined(earlier, round)));
    }

    /**
     * 随主单答复: the reply to the ticket it is merged into was accepted, and is its own caller's answer too. Told the same
     * again, or of a caller who is served already, it stays as it is.
     */
    public Change<Revisit, FollowupEvent> answeredWith(TicketNumber master, Reply reply, Instant at) {
        if (status == WITHDRAWN || round != null && round.isOf(master, reply)) {
            return Change.of(this);
        }
        if (status == NOT_DUE || status == SCHEDULED) {
            Round answered = round == null ? Round.first(reply, master) : round.answeredAnew(reply, master);
            return in(status, callAt, answered, earlier).accepted(at);
        }
        return presentRound().reopens()
                ? in(NOT_DUE, null, presentRound().next(reply, master), joined(earlier, presentRound()))
                        .accepted(at)
                : Change.of(this);
    }

    /** 撤销并单: the answer of the former master is no longer its own caller's; its own is waited for. */
    public Change<Revisit, FollowupEvent> standsAlone() {
        return status == SCHEDULED && presentRound().master() != null
                ? Change.of(in(NOT_DUE, null, round, earlier))
                : Change.of(this);
    }

    /** 撤单: the caller no longer wants it handled. */
    public Change<Revisit, FollowupEvent> withdrawn() {
        return Change.of(in(WITHDRAWN, null, round, earlier));
    }

    /** The reply that was found good enough to ask the caller about; empty while there is none, or not any more. */
    public Optional<Reply> acceptedReply() {
        return status == NOT_DUE || status == WITHDRAWN || presentRound().reopens()
                ? Optional.empty()
                : Optional.of(presentRound().reply());
    }

    /** 答复审核通过: the caller is to be called now, unless the wish was not to be. */
    public Change<Revisit, FollowupEvent> accepted(Instant at) {
        Refused.unless(round != null, NOTHING_ANSWERED);
        return unwanted ? skipped(at) : Change.of(in(SCHEDULED, at, round, earlier));
    }

    /** 免回访: the caller wished no call; known from the registration, which may arrive late. */
    public Change<Revisit, FollowupEvent> unwanted(Instant at) {
        Revisit left = new Revisit(ticket, status, true, callAt, round, earlier, takers);
        return status == SCHEDULED ? left.skipped(at) : Change.of(left);
    }

    /** 回访未成: the call came to nothing; another one is due, or the rule says that it is enough. */
    public Change<Revisit, FollowupEvent> attempted(Attempt attempt, Revisitor by, RevisitPolicy policy) {
        refuseUnlessToBeCalled();
        refuseOwnAnswer(by);
        Round tried = presentRound().attempted(attempt.by(by));
        if (policy.isEnough(tried.attempts())) {
            return Change.of(
                    in(UNREACHED, attempt.at(), tried, earlier),
                    told(attempt, tried, null),
                    new TicketClosed(ticket.value(), UNREACHED.name(), attempt.at()));
        }
        Instant nextAt = policy.nextCall(attempt);
        return Change.of(in(SCHEDULED, nextAt, tried, earlier), told(attempt, tried, nextAt));
    }

    /** 回访结果: the caller has said how it was; the ticket is closed, or handled again. */
    public Change<Revisit, FollowupEvent> recorded(Verdict verdict, Revisitor by) {
        refuseUnlessToBeCalled();
        refuseOwnAnswer(by);
        verdict.refuseWithoutCause();
        Round judged = presentRound().judged(verdict.by(by));
        return Change.of(
                in(DONE, verdict.at(), judged, earlier),
                told(verdict, judged),
                verdict.reopens()
                        ? new TicketReopened(ticket.value(), verdict.reason(), judged.number() + 1, verdict.at())
                        : new TicketClosed(ticket.value(), "REVISITED", verdict.at()));
    }

    /** 署名: takes a confidential one by name, to read it and to call. */
    public Change<Revisit, FollowupEvent> taken(Revisitor by) {
        if (isTakenBy(by)) {
            return Change.of(this);
        }
        Refused.unless(takers.size() < MOST_TAKERS, TAKEN_BY_TWO);
        return Change.of(takenBy(by));
    }

    Revisit takenBy(Revisitor by) {
        return new Revisit(ticket, status, unwanted, callAt, round, earlier, joined(takers, by.account()));
    }

    public boolean isTakenBy(Revisitor who) {
        return takers.contains(who.account());
    }

    /** As somebody sees it who has not taken it by name. */
    public Revisit withheld() {
        return new Revisit(
                ticket,
                status,
                unwanted,
                callAt,
                round == null ? null : round.withheld(),
                earlier.stream().map(Round::withheld).toList(),
                takers);
    }

    /** 到点可拨: whether the caller may be called now. */
    public boolean isDue(Instant now) {
        return status == SCHEDULED && !waitsForExclusion() && callAt != null && !callAt.isAfter(now);
    }

    /** Whether somebody has to decide whether it is excluded; until then nobody calls. */
    public boolean waitsForExclusion() {
        return round != null && round.waitsForExclusion();
    }

    /** One of its exclusions, of whatever round. */
    public Optional<Exclusion> exclusion(String id) {
        return Stream.concat(Stream.ofNullable(round), earlier.stream())
                .flatMap(one -> Stream.ofNullable(one.exclusion()))
                .filter(one -> one.id().equals(id))
                .findFirst();
    }

    private Change<Revisit, FollowupEvent> skipped(Instant at) {
        return Change.of(in(SKIPPED, at, round, earlier), new TicketClosed(ticket.value(), SKIPPED.name(), at));
    }

    /** In a status; a proposal to exclude it waits only as long as the caller is to be called. */
    Revisit in(RevisitStatus next, @Nullable Instant callAt, @Nullable Round round, List<Round> earlier) {
        Refused.unless(status.mayBecome(next), NOT_IN_THAT_STATUS);
        Round kept = round == null || next == SCHEDULED ? round : round.undecided();
        return new Revisit(ticket, next, unwanted, callAt, kept, earlier, takers);
    }

    void refuseUnlessScheduled() {
        Refused.unless(status == SCHEDULED, NOT_IN_THAT_STATUS);
    }

    private void refuseUnlessToBeCalled() {
        refuseUnlessScheduled();
        Refused.unless(!waitsForExclusion(), EXCLUSION_WAITS);
    }

    /** Nobody judges their own work: who answered does not ask whether the answer was good. */
    void refuseOwnAnswer(Revisitor by) {
        Refused.unless(!by.gave(presentRound().reply()), OWN_ANSWER);
    }

    Round presentRound() {
        if (round == null) {
            throw new Refused(NOTHING_ANSWERED);
        }
        return round;
    }

    private RevisitAttempted told(Attempt attempt, Round tried, @Nullable Instant nextAt) {
        return new RevisitAttempted(
                ticket.value(), attempt.result().name(), tried.attempts().size(), nextAt, attempt.at());
    }

    private RevisitRecorded told(Verdict verdict, Round judged) {
        Opinion opinion = verdict.opinion();
        return new RevisitRecorded(
                ticket.value(),
                judged.reply().unit().code(),
                opinion.contacted(),
                opinion.solved().name(),
                opinion.satisfaction().name(),
                opinion.cause() == null ? null : opinion.cause().name(),
                judged.number(),
                verdict.at());
    }

    private static <T> List<T> joined(List<T> all, T another) {
        return Stream.concat(all.stream(), Stream.of(another)).toList();
    }
}
