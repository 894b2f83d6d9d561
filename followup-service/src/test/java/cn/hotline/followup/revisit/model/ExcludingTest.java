package cn.hotline.followup.revisit.model;

import static cn.hotline.followup.exclusion.model.ExclusionRefusal.APPEALED_ALREADY;
import static cn.hotline.followup.exclusion.model.ExclusionRefusal.APPEAL_TOO_LATE;
import static cn.hotline.followup.exclusion.model.ExclusionRefusal.DECIDED_BEFORE;
import static cn.hotline.followup.exclusion.model.ExclusionRefusal.EXCLUSION_WAITS;
import static cn.hotline.followup.exclusion.model.ExclusionRefusal.FOLLOWS_ANOTHER;
import static cn.hotline.followup.exclusion.model.ExclusionRefusal.NOT_EXCLUDED;
import static cn.hotline.followup.exclusion.model.ExclusionRefusal.NOT_WAITING;
import static cn.hotline.followup.exclusion.model.ExclusionRefusal.NO_APPEAL_WAITS;
import static cn.hotline.followup.exclusion.model.ExclusionRefusal.OWN_PROPOSAL;
import static cn.hotline.followup.exclusion.model.ExclusionRefusal.PROPOSED_ALREADY;
import static cn.hotline.followup.exclusion.model.ExclusionRefusal.UNKNOWN_EXCLUSION;
import static cn.hotline.followup.revisit.model.RevisitRefusal.NOT_IN_THAT_STATUS;
import static cn.hotline.followup.revisit.model.RevisitRefusal.OWN_ANSWER;
import static cn.hotline.followup.revisit.model.RevisitStatus.EXCLUDED;
import static cn.hotline.followup.revisit.model.RevisitStatus.SCHEDULED;
import static cn.hotline.followup.revisit.model.RevisitStatus.SKIPPED;
import static cn.hotline.followup.revisit.model.RevisitStatus.WITHDRAWN;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import cn.hotline.chassis.Change;
import cn.hotline.chassis.Refusal;
import cn.hotline.chassis.Refused;
import cn.hotline.followup.FollowupInMemory;
import cn.hotline.followup.contract.FollowupEvent;
import cn.hotline.followup.contract.FollowupEvent.ExclusionRevoked;
import cn.hotline.followup.contract.FollowupEvent.TicketExcluded;
import cn.hotline.followup.exclusion.model.ExclusionGround;
import cn.hotline.followup.exclusion.model.ExclusionPolicy;
import cn.hotline.followup.exclusion.model.ExclusionStatus;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.util.List;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;

class ExcludingTest {

    private static final TicketNumber TICKET = new TicketNumber("XN240618-000123");
    private static final String ID = TICKET.value() + "-1";
    private static final Instant NOW = Instant.parse("2024-06-20T06:30:00Z");
    private static final Duration APPEAL = Duration.ofDays(30);
    private static final ExclusionPolicy POLICY = new ExclusionPolicy(APPEAL);

    private static final Revisitor REVISITOR = FollowupInMemory.REVISITOR;
    private static final Revisitor SUPERVISOR = new Revisitor("supervisor", "周敏", null);
    private static final Revisitor OFFICE = new Revisitor("office", "马超", null);
    private static final Revisitor OF_THE_UNIT = new Revisitor("unit-630104-head", "陈刚", "630104");

    private static final Reply REPLY = new Reply(
            new Reply.Unit("630104", "城西区人民政府"),
            Outcome.EXPLAINED,
            true,
            "该事项已由法院受理。",
            NOW.minusSeconds(60),
            "unit-630104");

    private final Revisit scheduled =
            Revisit.of(TICKET).replied(REPLY).state().accepted(NOW).state();
    private final Revisit proposed = propose(scheduled, REVISITOR).state();
    private final Revisit excluded = decide(proposed, true, SUPERVISOR).state();
    private final Revisit appealed =
            Excluding.appeal(excluded, ID, "已经撤诉", REVISITOR, NOW.plus(APPEAL)).state();

    @Test
    void whileSomebodyHasToDecideNobodyCalls() {
        assertThat(proposed.status()).isEqualTo(SCHEDULED);
        assertThat(proposed.isDue(NOW)).isFalse();
        refused(EXCLUSION_WAITS, () -> proposed.recorded(satisfied(), REVISITOR));
        refused(
                EXCLUSION_WAITS,
                () -> proposed.attempted(
                        new Attempt(AttemptResult.NO_ANSWER, null, null, NOW),
                        REVISITOR,
                        new RevisitPolicy(3, LocalTime.of(9, 0), Duration.ofDays(30))));
        assertThat(propose(scheduled, REVISITOR).events()).isEmpty();
    }

    @Test
    void approvedByAnotherItIsClosedAndToldWithTheDecision() {
        Change<Revisit, FollowupEvent> decided = decide(proposed, true, SUPERVISOR);

        assertThat(decided.state().status()).isEqualTo(EXCLUDED);
        assertThat(status(decided.state())).isEqualTo(ExclusionStatus.APPROVED);
        assertThat(decided.events())
                .containsExactly(new TicketExcluded(
                        TICKET.value(),
                        ID,
                        "630104",
                        "IN_PROCEDURE",
                        "已核对立案通知书。",
                        NOW.plus(APPEAL),
                        "revisitor",
                        "supervisor",
                        NOW));
        assertThat(decided.events().toString()).doesNotContain("（2024）青");
        refused(NOT_IN_THAT_STATUS, () -> decided.state().recorded(satisfied(), REVISITOR));
    }

    @Test
    void refusedItIsCalledLikeEveryOtherAndNotProposedAgain() {
        Change<Revisit, FollowupEvent> decided = decide(proposed, false, SUPERVISOR);

        assertThat(decided.events()).isEmpty();
        assertThat(decided.state().isDue(NOW)).isTrue();
        refused(PROPOSED_ALREADY, () -> propose(decided.state(), REVISITOR));
        refused(NOT_WAITING, () -> decide(decided.state(), true, OFFICE));
        refused(NOT_EXCLUDED, () -> Excluding.appeal(decided.state(), ID, "不服", REVISITOR, NOW));
        assertThat(decided.state().recorded(satisfied(), REVISITOR).state().status())
                .isEqualTo(RevisitStatus.DONE);
    }

    @Test
    void nobodyDecidesOnTheirOwnProposalOrOnTheirOwnAnswer() {
        Revisitor who = new Revisitor("unit-630104", "李芳", null);

        refused(OWN_PROPOSAL, () -> decide(proposed, true, REVISITOR));
        for (Revisitor each : List.of(who, OF_THE_UNIT)) {
            refused(OWN_ANSWER, () -> propose(scheduled, each));
            refused(OWN_ANSWER, () -> decide(proposed, true, each));
            refused(OWN_ANSWER, () -> rule(appealed, true, each));
        }
    }

    @Test
    void anAppealIsDecidedBySomebodyWhoHasDecidedNothingOfIt() {
        refused(DECIDED_BEFORE, () -> rule(appealed, true, REVISITOR));
        refused(DECIDED_BEFORE, () -> rule(appealed, true, SUPERVISOR));
        refused(NO_APPEAL_WAITS, () -> rule(excluded, true, OFFICE));

        Change<Revisit, FollowupEvent> allowed = rule(appealed, true, OFFICE);

        assertThat(allowed.state().status()).isEqualTo(SCHEDULED);
        assertThat(allowed.state().isDue(NOW.plus(APPEAL))).isTrue();
        assertThat(status(allowed.state())).isEqualTo(ExclusionStatus.REVOKED);
        assertThat(allowed.events())
                .containsExactly(
                        new ExclusionRevoked(TICKET.value(), ID, "630104", "已核对撤诉裁定。", "office", NOW.plus(APPEAL)));
        assertThat(allowed.state().recorded(satisfied(), REVISITOR).state().status())
                .isEqualTo(RevisitStatus.DONE);
    }

    @Test
    void anAppealThatIsNotAllowedIsTheLast() {
        Change<Revisit, FollowupEvent> upheld = rule(appealed, false, OFFICE);

        assertThat(upheld.events()).isEmpty();
        assertThat(upheld.state().status()).isEqualTo(EXCLUDED);
        assertThat(status(upheld.state())).isEqualTo(ExclusionStatus.UPHELD);
        refused(APPEALED_ALREADY, () -> Excluding.appeal(upheld.state(), ID, "还是不服", REVISITOR, NOW));
        refused(NO_APPEAL_WAITS, () -> rule(upheld.state(), true, OFFICE));
    }

    @Test
    void anAppealCountsUpToItsLastMoment() {
        refused(
                APPEAL_TOO_LATE,
                () -> Excluding.appeal(
                        excluded, ID, "已经撤诉", REVISITOR, NOW.plus(APPEAL).plusMillis(1)));
        assertThat(status(appealed)).isEqualTo(ExclusionStatus.APPEALED);
    }

    @Test
    void onlyWhatWaitsForItsOwnRevisitIsExcluded() {
        Revisit follower = Revisit.of(TICKET)
                .answeredWith(new TicketNumber("XN240618-000001"), REPLY, NOW)
                .state();

        refused(FOLLOWS_ANOTHER, () -> propose(follower, REVISITOR));
        refused(NOT_IN_THAT_STATUS, () -> propose(Revisit.of(TICKET), REVISITOR));
        refused(NOT_IN_THAT_STATUS, () -> propose(excluded, REVISITOR));
        refused(UNKNOWN_EXCLUSION, () -> decide(scheduled, true, SUPERVISOR));
        refused(
                UNKNOWN_EXCLUSION,
                () -> Excluding.decide(proposed, TICKET.value() + "-2", true, "x", SUPERVISOR, POLICY, NOW));
    }

    @Test
    void aProposalLapsesWhenTheTicketGoesAnotherWay() {
        Revisit withdrawn = proposed.withdrawn().state();
        Revisit unwanted = proposed.unwanted(NOW).state();
        Revisit merged = proposed.answeredWith(new TicketNumber("XN240618-000001"), REPLY, NOW)
                .state();

        assertThat(withdrawn.status()).isEqualTo(WITHDRAWN);
        assertThat(unwanted.status()).isEqualTo(SKIPPED);
        assertThat(merged.isDue(NOW)).isTrue();
        for (Revisit each : List.of(withdrawn, unwanted, merged)) {
            assertThat(status(each)).isEqualTo(ExclusionStatus.LAPSED);
            refused(NOT_WAITING, () -> decide(each, true, SUPERVISOR));
        }
        assertThat(status(excluded.withheld())).isEqualTo(ExclusionStatus.APPROVED);
    }

    @Test
    void ofAConfidentialOneNoWordIsShownAndWhoeverDecidesMayTakeItBesideTheTwoWhoCall() {
        assertThat(appealed.withheld().toString()).doesNotContain("法院", "撤诉", "立案");

        Revisit taken = proposed.taken(REVISITOR)
                .state()
                .taken(new Revisitor("second", "高明", null))
                .state();

        assertThat(Excluding.taken(taken, ID, SUPERVISOR).state().takers())
                .containsExactly("revisitor", "second", "supervisor");
    }

    private static Change<Revisit, FollowupEvent> propose(Revisit revisit, Revisitor by) {
        return Excluding.propose(revisit, ExclusionGround.IN_PROCEDURE, "法院已立案，（2024）青0104民初1号。", by, NOW);
    }

    private static Change<Revisit, FollowupEvent> decide(Revisit revisit, boolean approved, Revisitor by) {
        return Excluding.decide(revisit, ID, approved, "已核对立案通知书。", by, POLICY, NOW);
    }

    private static Change<Revisit, FollowupEvent> rule(Revisit revisit, boolean allowed, Revisitor by) {
        return Excluding.rule(revisit, ID, allowed, "已核对撤诉裁定。", by, NOW.plus(APPEAL));
    }

    private static ExclusionStatus status(Revisit revisit) {
        return revisit.exclusion(ID).orElseThrow().status();
    }

    private static Verdict satisfied() {
        return new Verdict(new Opinion(true, Solved.YES, Satisfaction.SATISFIED, null), null, null, false, NOW);
    }

    private static void refused(Refusal reason, ThrowingCallable act) {
        Refused refusal = catchThrowableOfType(Refused.class, act);
        assertThat(refusal).isNotNull();
        assertThat(refusal.reason()).isEqualTo(reason);
    }
}
