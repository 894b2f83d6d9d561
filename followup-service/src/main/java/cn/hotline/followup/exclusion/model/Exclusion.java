package cn.hotline.followup.exclusion.model;

import static cn.hotline.followup.exclusion.model.ExclusionRefusal.APPEALED_ALREADY;
import static cn.hotline.followup.exclusion.model.ExclusionRefusal.APPEAL_TOO_LATE;
import static cn.hotline.followup.exclusion.model.ExclusionRefusal.DECIDED_BEFORE;
import static cn.hotline.followup.exclusion.model.ExclusionRefusal.NOT_EXCLUDED;
import static cn.hotline.followup.exclusion.model.ExclusionRefusal.NOT_WAITING;
import static cn.hotline.followup.exclusion.model.ExclusionRefusal.NO_APPEAL_WAITS;
import static cn.hotline.followup.exclusion.model.ExclusionRefusal.OWN_PROPOSAL;
import static cn.hotline.followup.exclusion.model.ExclusionStatus.APPEALED;
import static cn.hotline.followup.exclusion.model.ExclusionStatus.APPROVED;
import static cn.hotline.followup.exclusion.model.ExclusionStatus.LAPSED;
import static cn.hotline.followup.exclusion.model.ExclusionStatus.PROPOSED;
import static cn.hotline.followup.exclusion.model.ExclusionStatus.REFUSED;
import static cn.hotline.followup.exclusion.model.ExclusionStatus.REVOKED;
import static cn.hotline.followup.exclusion.model.ExclusionStatus.UPHELD;

import cn.hotline.chassis.Refused;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * 剔除: whether one handling of a ticket was of a demand that no unit can be asked to meet. Proposed by one person, decided by
 * a second; an appeal of the caller is decided by a third.
 *
 * @param decision null while nobody has decided
 * @param appealUntil until when the caller may appeal, set by the approval; null without one
 * @param appeal null while the caller has not appealed
 * @param ruling what came of the appeal; null while nobody has decided it
 * @param since when it came to its status; orders every list
 */
public record Exclusion(
        String id,
        ExclusionStatus status,
        Proposal proposal,
        @Nullable Decision decision,
        @Nullable Instant appealUntil,
        @Nullable Appeal appeal,
        @Nullable Decision ruling,
        Instant since) {

    /** Stands where a text would. */
    private static final String WITHHELD = "保密诉求，署名后可以查看。";

    /** 申请剔除. */
    public static Exclusion proposed(String id, Proposal proposal) {
        return new Exclusion(
                id, PROPOSED, proposal, null, null, null, null, proposal.by().at());
    }

    /** 审批剔除, by somebody else than proposed it. */
    public Exclusion decided(Decision given, ExclusionPolicy policy) {
        Refused.unless(status == PROPOSED, NOT_WAITING);
        Refused.unless(!isProposedBy(given.by().account()), OWN_PROPOSAL);
        Instant at = given.by().at();
        return new Exclusion(
                id,
                given.yes() ? APPROVED : REFUSED,
                proposal,
                given,
                given.yes() ? policy.appealUntil(at) : null,
                null,
                null,
                at);
    }

    /** 申诉, of the caller, whoever takes it down. */
    public Exclusion appealed(Appeal made) {
        Refused.unless(appeal == null, APPEALED_ALREADY);
        if (status != APPROVED || appealUntil == null) {
            throw new Refused(NOT_EXCLUDED);
        }
        Refused.unless(!made.by().at().isAfter(appealUntil), APPEAL_TOO_LATE);
        return new Exclusion(
                id,
                APPEALED,
                proposal,
                decision,
                appealUntil,
                made,
                null,
                made.by().at());
    }

    /** 审理申诉, by somebody who has neither proposed nor decided. */
    public Exclusion ruled(Decision given) {
        Refused.unless(status == APPEALED, NO_APPEAL_WAITS);
        Refused.unless(mayBeRuledBy(given.by().account()), DECIDED_BEFORE);
        return new Exclusion(
                id,
                given.yes() ? REVOKED : UPHELD,
                proposal,
                decision,
                appealUntil,
                appeal,
                given,
                given.by().at());
    }

    /** The ticket goes another way: what nobody has decided is not decided any more. */
    public Exclusion lapsed() {
        return waits() ? new Exclusion(id, LAPSED, proposal, decision, appealUntil, appeal, ruling, since) : this;
    }

    /** Whether somebody has to decide on the proposal. */
    public boolean waits() {
        return status == PROPOSED;
    }

    public boolean mayBeDecidedBy(String account) {
        return status == PROPOSED && !isProposedBy(account);
    }

    public boolean mayBeRuledBy(String account) {
        return status == APPEALED && !isOf(account);
    }

    public boolean mayBeAppealedAt(Instant at) {
        return status == APPROVED && appealUntil != null && !at.isAfter(appealUntil);
    }

    /** Without what may tell of a confidential matter. */
    public Exclusion withheld() {
        return new Exclusion(
                id,
                status,
                new Proposal(proposal.ground(), WITHHELD, proposal.by()),
                decision == null ? null : decision.withheld(),
                appealUntil,
                appeal == null ? null : new Appeal(WITHHELD, appeal.by()),
                ruling == null ? null : ruling.withheld(),
                since);
    }

    /** Whether they have proposed it or decided on it. */
    public boolean isOf(String account) {
        return isProposedBy(account) || isDecidedBy(account);
    }

    private boolean isProposedBy(String account) {
        return proposal.by().account().equals(account);
    }

    private boolean isDecidedBy(String account) {
        return decision != null && decision.by().account().equals(account);
    }

    /** @param evidence how it is known; masked */
    public record Proposal(ExclusionGround ground, String evidence, Signature by) {}

    /**
     * A yes or no with its reason.
     *
     * @param yes to the proposal, or to the appeal
     * @param reason masked
     */
    public record Decision(boolean yes, String reason, Signature by) {

        Decision withheld() {
            return new Decision(yes, WITHHELD, by);
        }
    }

    /**
     * @param words what the caller says against it; masked, and never told outside this service
     * @param by who took it down
     */
    public record Appeal(String words, Signature by) {}
}
