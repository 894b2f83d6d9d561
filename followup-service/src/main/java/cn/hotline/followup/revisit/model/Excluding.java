package cn.hotline.followup.revisit.model;

import static cn.hotline.followup.exclusion.model.ExclusionRefusal.FOLLOWS_ANOTHER;
import static cn.hotline.followup.exclusion.model.ExclusionRefusal.PROPOSED_ALREADY;
import static cn.hotline.followup.exclusion.model.ExclusionRefusal.UNKNOWN_EXCLUSION;
import static cn.hotline.followup.revisit.model.RevisitStatus.EXCLUDED;
import static cn.hotline.followup.revisit.model.RevisitStatus.SCHEDULED;

import cn.hotline.chassis.Change;
import cn.hotline.chassis.Refused;
import cn.hotline.followup.contract.FollowupEvent;
import cn.hotline.followup.contract.FollowupEvent.ExclusionRevoked;
import cn.hotline.followup.contract.FollowupEvent.TicketExcluded;
import cn.hotline.followup.exclusion.model.Exclusion;
import cn.hotline.followup.exclusion.model.Exclusion.Appeal;
import cn.hotline.followup.exclusion.model.Exclusion.Decision;
import cn.hotline.followup.exclusion.model.Exclusion.Proposal;
import cn.hotline.followup.exclusion.model.ExclusionGround;
import cn.hotline.followup.exclusion.model.ExclusionPolicy;
import cn.hotline.followup.exclusion.model.Signature;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * 剔除 of what waits for its revisit: a part of the revisit, so that of two people who decide at once, one about the caller's
 * verdict and one about the exclusion, one wins and the other hears it.
 */
public final class Excluding {

    private Excluding() {}

    /**
     * 申请剔除, once for each handling.
     *
     * @param evidence masked
     */
    public static Change<Revisit, FollowupEvent> propose(
            Revisit revisit, ExclusionGround ground, String evidence, Revisitor by, Instant at) {
        revisit.refuseUnlessScheduled();
        revisit.refuseOwnAnswer(by);
        Round round = revisit.presentRound();
        Refused.unless(round.master() == null, FOLLOWS_ANOTHER);
        Refused.unless(round.exclusion() == null, PROPOSED_ALREADY);
        String id = revisit.ticket().value() + "-" + round.number();
        return Change.of(with(
                revisit,
                SCHEDULED,
                revisit.callAt(),
                Exclusion.proposed(id, new Proposal(ground, evidence, by.signs(at)))));
    }

    /**
     * 审批剔除: approved, the ticket is closed with an explanation; refused, the caller is called.
     *
     * @param reason masked
     */
    public static Change<Revisit, FollowupEvent> decide(
            Revisit revisit,
            String id,
            boolean approved,
            String reason,
            Revisitor by,
            ExclusionPolicy policy,
            Instant at) {
        Exclusion decided = present(revisit, id).decided(new Decision(approved, reason, by.signs(at)), policy);
        revisit.refuseOwnAnswer(by);
        return approved
                ? Change.of(with(revisit, EXCLUDED, at, decided), told(revisit, decided, reason, by.signs(at)))
                : Change.of(with(revisit, SCHEDULED, revisit.callAt(), decided));
    }

    /**
     * 登记申诉.
     *
     * @param words of the caller; masked
     */
    public static Change<Revisit, FollowupEvent> appeal(
            Revisit revisit, String id, String words, Revisitor by, Instant at) {
        Exclusion appealed = present(revisit, id).appealed(new Appeal(words, by.signs(at)));
        return Change.of(with(revisit, revisit.status(), revisit.callAt(), appealed));
    }

    /**
     * 审理申诉: allowed, it counts again and the caller is called after all.
     *
     * @param reason masked
     */
    public static Change<Revisit, FollowupEvent> rule(
            Revisit revisit, String id, boolean allowed, String reason, Revisitor by, Instant at) {
        Exclusion ruled = present(revisit, id).ruled(new Decision(allowed, reason, by.signs(at)));
        revisit.refuseOwnAnswer(by);
        return allowed
                ? Change.of(
                        with(revisit, SCHEDULED, at, ruled),
                        new ExclusionRevoked(revisit.ticket().value(), id, unit(revisit), reason, by.account(), at))
                : Change.of(with(revisit, revisit.status(), revisit.callAt(), ruled));
    }

    /** 署名 of whoever is to decide, beyond the two who may call. */
    public static Change<Revisit, FollowupEvent> taken(Revisit revisit, String id, Revisitor by) {
        present(revisit, id);
        return Change.of(revisit.isTakenBy(by) ? revisit : revisit.takenBy(by));
    }

    private static TicketExcluded told(Revisit revisit, Exclusion decided, String reason, Signature by) {
        return new TicketExcluded(
                revisit.ticket().value(),
                decided.id(),
                unit(revisit),
                decided.proposal().ground().name(),
                reason,
                decided.appealUntil(),
                decided.proposal().by().account(),
                by.account(),
                by.at());
    }

    private static Revisit with(Revisit revisit, RevisitStatus next, @Nullable Instant callAt, Exclusion exclusion) {
        return revisit.in(next, callAt, revisit.presentRound().with(exclusion), revisit.earlier());
    }

    /** Of an earlier handling nothing is decided any more. */
    private static Exclusion present(Revisit revisit, String id) {
        Round round = revisit.round();
        if (round == null
                || round.exclusion() == null
                || !round.exclusion().id().equals(id)) {
            throw new Refused(UNKNOWN_EXCLUSION);
        }
        return round.exclusion();
    }

    private static String unit(Revisit revisit) {
        return revisit.presentRound().reply().unit().code();
    }
}
